// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// How the milestones stand, in four numbers that open the list.
ColumnLayout {
    id: root

    required property TodayModel today

    signal opened

    spacing: 14

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("Milestones")
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.width < Theme.unit * 19 ? 2 : 4
        columnSpacing: 8
        rowSpacing: 8

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: root.today.overdue
            tone: Badge.Bad
            selected: root.today.overdue > 0
            text: qsTr("overdue")
            onClicked: root.opened()
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: root.today.dueSoon
            text: qsTr("due soon")
            onClicked: root.opened()
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: root.today.atRisk
            text: qsTr("at risk")
            onClicked: root.opened()
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: root.today.onTrack
            text: qsTr("on track")
            onClicked: root.opened()
        }
    }
}
