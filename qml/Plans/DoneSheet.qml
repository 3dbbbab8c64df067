// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// On which day it was done; today unless another day is picked.
Sheet {
    id: root

    required property string today
    property string day

    signal picked(string day)

    objectName: "doneSheet"
    title: qsTr("Done on which day?")
    onAboutToShow: root.day = root.today

    DateChips {
        Layout.fillWidth: true
        name: qsTr("Done on which day?")
        mayClear: false
        choices: [{
                label: qsTr("Today"),
                day: root.today
            }]
        day: root.day
        onPicked: day => root.day = day
    }

    Button {
        Layout.fillWidth: true
        objectName: "confirmDone"
        kind: Button.Filled
        text: qsTr("Mark as done")
        onClicked: {
            root.picked(root.day);
            root.close();
        }
    }
}
