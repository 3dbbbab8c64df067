// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// How long and how: chips, a timer, no keyboard. A positioner, since a layout within two others keeps, in Qt 6.4, the
// heights that its texts had before they knew their width.
Column {
    id: root

    required property CheckInForm form
    property bool labelled: true

    readonly property var usual: [15, 30, 45, 60] // minutes, as on paper logs

    spacing: root.labelled ? Theme.space.card : Theme.space.small

    ColumnLayout {
        width: root.width
        spacing: 6

        Label {
            visible: root.labelled
            font.pixelSize: 15 * Theme.textScale
            font.weight: Font.DemiBold
            text: qsTr("How long")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.small

            Repeater {
                model: root.usual

                delegate: Chip {
                    id: chip

                    required property int modelData

                    objectName: "minutes" + chip.modelData
                    text: qsTr("%1 min").arg(chip.modelData)
                    selected: root.form.minutes === chip.modelData
                    onClicked: root.form.minutes = chip.modelData
                }
            }

            Chip {
                visible: root.form.minutes > 0 && root.usual.indexOf(root.form.minutes) < 0
                selected: true
                text: qsTr("%1 min").arg(root.form.minutes)
                onClicked: other.open()
            }

            Chip {
                objectName: "timer"
                text: root.form.timerRunning ? qsTr("Stop timer") : qsTr("Timer")
                selected: root.form.timerRunning
                onClicked: {
                    if (root.form.timerRunning)
                        root.form.stopTimer();
                    else
                        root.form.startTimer();
                }
            }

            Chip {
                text: qsTr("Other…")
                onClicked: other.open()
            }
        }
    }

    Choice {
        width: root.width
        objectName: "modes"
        label: root.labelled ? qsTr("How you met") : ""
        model: root.form.modes
        onToggled: value => root.form.modes.toggle(value)
    }

    DurationSheet {
        id: other

        objectName: "otherLength"
        title: qsTr("How long was it?")
        minutes: root.form.minutes
        onPicked: minutes => root.form.minutes = minutes
    }
}
