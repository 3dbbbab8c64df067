// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// A note that nobody but its author sees; closed until it is wanted.
Card {
    id: root

    required property string text
    property bool opened: root.text.length > 0

    signal edited(string text)

    padding: 0
    spacing: 0

    PressCard {
        id: head

        Layout.fillWidth: true
        text: qsTr("Private note")
        description: qsTr("Only you. Neither the teacher nor the school.")
        onClicked: root.opened = !root.opened

        RowLayout {
            spacing: 16

            Icon {
                icon: "lock"
                color: Theme.colors.muted
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Label {
                    Layout.fillWidth: true
                    text: head.text
                }

                Label {
                    Layout.fillWidth: true
                    kind: Label.Secondary
                    text: head.description
                }
            }
        }
    }

    TextBox {
        Layout.fillWidth: true
        Layout.margins: 14
        visible: root.opened
        objectName: "privateNote"
        placeholder: qsTr("A note to yourself")
        text: root.text
        onEdited: text => root.edited(text)
    }
}
