// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One place where work can be: its name, how much, what that means.
Card {
    id: root

    required property string symbol
    required property string title
    required property string text
    required property string explanation
    property string action

    signal taken

    padding: 18

    GridLayout {
        id: grid

        readonly property bool narrow: root.width < Theme.unit * 26

        Layout.fillWidth: true
        columns: grid.narrow ? 2 : 3
        columnSpacing: 16
        rowSpacing: Theme.space.small

        Icon {
            Layout.alignment: Qt.AlignTop
            icon: root.symbol
            color: Theme.colors.muted
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 3

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: root.title
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Item
                text: root.text
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: root.explanation
            }
        }

        Button {
            Layout.column: grid.narrow ? 1 : 2
            Layout.row: grid.narrow ? 1 : 0
            visible: root.action.length > 0
            text: root.action
            onClicked: root.taken()
        }
    }
}
