// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// A milestone in a list: how it stands, what it is, its first date and owner.
PressCard {
    id: root

    required property string recordId
    required property string title
    required property int health
    required property string healthText
    required property string practice
    required property string baselineText
    required property string blocker

    text: root.title
    description: root.healthText + " · " + root.baselineText
    spacing: 6

    Flow {
        Layout.fillWidth: true
        spacing: 8

        Badge {
            text: root.healthText
            tone: root.health === MilestoneListModel.Overdue ? Badge.Bad
                : root.health === MilestoneListModel.DueSoon ? Badge.Warn
                : root.health === MilestoneListModel.AtRisk ? Badge.Info
                : root.health === MilestoneListModel.Done || root.health === MilestoneListModel.OnTrack ? Badge.Good : Badge.Quiet
        }

        Badge {
            visible: root.practice.length > 0
            marked: false
            text: root.practice
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        Label {
            Layout.fillWidth: true
            Layout.topMargin: 2
            kind: Label.Item
            text: root.title
        }

        Icon {
            icon: "forward"
            color: Theme.colors.muted
            mirror: root.mirrored
            size: 20
        }
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: root.baselineText
    }

    Label {
        Layout.fillWidth: true
        visible: root.blocker.length > 0
        maximumLineCount: Theme.textScale > 1.2 ? 8 : 3
        elide: Text.ElideRight
        font.pixelSize: 15 * Theme.textScale
        text: root.blocker
    }
}
