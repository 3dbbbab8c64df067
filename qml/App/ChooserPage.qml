// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Several people share the device: who is it now?
Page {
    id: root

    required property People people

    maximumWidth: Theme.unit * 30
    centred: true
    title: qsTr("Who is this?")
    subtitle: qsTr("Each person’s work is kept apart on this device. Only her own passphrase opens it.")

    Repeater {
        model: root.people.list

        delegate: PressCard {
            id: card

            required property int index
            required property var modelData

            Layout.fillWidth: true
            objectName: "person" + card.index
            focus: card.index === 0
            text: card.modelData.name.length > 0 ? card.modelData.name : qsTr("No name shown")
            description: card.modelData.sealed ? qsTr("Opens with a passphrase") : qsTr("Opens without a passphrase")
            onClicked: root.people.choose(card.index)

            RowLayout {
                Layout.fillWidth: true
                spacing: 16

                Avatar {
                    initial: card.modelData.name.substring(0, 1)
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 3

                    Label {
                        Layout.fillWidth: true
                        kind: Label.Item
                        text: card.text
                    }

                    Label {
                        Layout.fillWidth: true
                        visible: !card.modelData.sealed
                        kind: Label.Secondary
                        text: qsTr("Not sealed with a passphrase yet")
                    }
                }

                Icon {
                    icon: card.modelData.sealed ? "lock" : "forward"
                    color: Theme.colors.muted
                }
            }
        }
    }

    Button {
        Layout.fillWidth: true
        objectName: "someoneElse"
        symbol: "plus"
        text: qsTr("Someone else")
        onClicked: root.people.join()
    }
}
