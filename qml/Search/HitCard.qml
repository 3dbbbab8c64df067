// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One result: a card that opens its page, or one that only shows what stands in it.
Item {
    id: root

    required property string title
    required property string passage
    required property string plainPassage
    required property string day
    required property bool opens

    signal opened

    implicitHeight: root.opens ? way.implicitHeight : still.implicitHeight

    component Content: ColumnLayout {
        id: content

        Layout.fillWidth: true
        spacing: 4

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            Label {
                Layout.fillWidth: true
                kind: Label.Item
                text: root.title
            }

            Label {
                kind: Label.Secondary
                visible: text.length > 0
                text: root.day
            }

            Icon {
                visible: root.opens
                icon: "forward"
                color: Theme.colors.muted
            }
        }

        Label {
            Layout.fillWidth: true
            visible: root.passage.length > 0
            textFormat: Text.StyledText
            text: root.passage
            Accessible.name: root.plainPassage
        }
    }

    PressCard {
        id: way

        anchors.fill: parent
        objectName: "open"
        visible: root.opens
        text: root.title
        description: root.day.length > 0 ? qsTr("%1. %2", "what was found. 12 Nov").arg(root.plainPassage).arg(root.day) : root.plainPassage
        onClicked: root.opened()

        Content {}
    }

    Card {
        id: still

        anchors.fill: parent
        visible: !root.opens

        Content {}
    }
}
