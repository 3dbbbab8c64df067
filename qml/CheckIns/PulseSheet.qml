// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// The teacher's own question on her mentor's device.
Sheet {
    id: root

    required property string teacherName
    required property int pulse // what she gave before; 0 for nothing
    property int chosen: 0

    signal given(int pulse)

    title: qsTr("%1, this one is yours").arg(root.teacherName)
    onAboutToShow: root.chosen = root.pulse

    Label {
        Layout.fillWidth: true
        text: qsTr("How confident do you feel? 1 is not at all, 5 is very.")
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: qsTr("Your mentor sees it. Whoever evaluates you never does. You can change it later on your own device, or leave it out.")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.small
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("How confident do you feel?")

        Repeater {
            model: 5

            delegate: Chip {
                id: level

                required property int index

                objectName: "level" + (level.index + 1)
                text: String(level.index + 1)
                Accessible.name: qsTr("%1 of 5", "how confident somebody feels").arg(level.index + 1)
                selected: root.chosen === level.index + 1
                onClicked: root.chosen = level.index + 1
            }
        }
    }

    Button {
        Layout.fillWidth: true
        objectName: "givePulse"
        kind: Button.Filled
        enabled: root.chosen > 0
        text: qsTr("I am %1, and this is my answer").arg(root.teacherName)
        onClicked: {
            root.given(root.chosen);
            root.close();
        }
    }

    Button {
        Layout.fillWidth: true
        objectName: "leavePulse"
        text: qsTr("Leave it out")
        onClicked: {
            root.given(0);
            root.close();
        }
    }
}
