// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// How long something took: usual times first, then five minutes more or less, then typing.
Sheet {
    id: root

    property int minutes: 30
    property var usual: [15, 20, 30, 45, 60, 90] // minutes
    property string action: qsTr("Take this")

    signal picked(int minutes)

    onAboutToShow: amount.value = root.minutes > 0 ? root.minutes : 30

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.small

        Repeater {
            model: root.usual

            delegate: Chip {
                id: chip

                required property int modelData

                text: qsTr("%1 min").arg(chip.modelData)
                selected: amount.value === chip.modelData
                onClicked: amount.value = chip.modelData
            }
        }
    }

    NumberStepper {
        id: amount

        Layout.alignment: Qt.AlignHCenter
        objectName: "amount"
        label: qsTr("Length")
        unit: qsTr("minutes")
        from: 1
        to: 600
        stepSize: 5
        value: 30
    }

    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        kind: Label.Secondary
        text: amount.value >= 60 ? qsTr("minutes: %1 h %2 min").arg(Math.floor(amount.value / 60)).arg(amount.value % 60) : qsTr("minutes")
    }

    Button {
        Layout.fillWidth: true
        objectName: "takeDuration"
        kind: Button.Filled
        text: root.action
        onClicked: {
            root.picked(amount.value);
            root.close();
        }
    }
}
