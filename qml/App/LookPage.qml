// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// How the app looks on this device: colours, text size, motion. What is chosen is shown at once.
Page {
    id: root

    required property Look look
    property string recordId

    title: qsTr("How it looks")
    subtitle: qsTr("For everybody who uses this device.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 12

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("Colours")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.small
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Colours")

            Repeater {
                model: [{ scheme: "system", label: qsTr("As the system") }, { scheme: "light", label: qsTr("Light") },
                    { scheme: "dark", label: qsTr("Dark") }, { scheme: "contrast", label: qsTr("High contrast") }]

                delegate: Chip {
                    id: colours

                    required property var modelData

                    objectName: "scheme-" + colours.modelData.scheme
                    text: colours.modelData.label
                    selected: root.look.scheme === colours.modelData.scheme
                    onClicked: root.look.scheme = colours.modelData.scheme
                }
            }
        }
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 12

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("Text size")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.small
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Text size")

            Repeater {
                model: [100, 125, 150, 200]

                delegate: Chip {
                    id: size

                    required property int modelData

                    objectName: "size-" + size.modelData
                    text: qsTr("%1 %", "a text size in percent").arg(size.modelData)
                    selected: Math.round(root.look.textScale * 100) === size.modelData
                    onClicked: root.look.textScale = size.modelData / 100
                }
            }
        }

        Label {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Large text makes the pages narrower: side by side becomes one below the other.")
        }
    }

    Card {
        Layout.fillWidth: true
        padding: 6
        spacing: 0

        CheckRow {
            Layout.fillWidth: true
            objectName: "motion"
            text: qsTr("Let things move")
            fade: false
            detail: root.look.motion && !root.look.moves ? qsTr("Your system asks for less motion, so nothing moves.")
                : qsTr("Pages and messages fade in for a moment. Without it they are there at once.")
            checked: root.look.motion
            onToggled: root.look.motion = checked
        }
    }
}
