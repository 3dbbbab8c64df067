// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// A teacher's question: is this entry right? Yes, another time, or it did not happen.
Card {
    id: root

    required property string dayText
    required property string minutesText
    required property string modeText

    readonly property string question: qsTr("%1 on %2. Right?", "45 min on Tue 12 Nov. Right?").arg(root.minutesText).arg(root.dayText)

    signal confirmed
    signal differed(int minutes)
    signal denied

    padding: 20
    spacing: 10

    Label {
        Layout.fillWidth: true
        kind: Label.Item
        text: root.question
    }

    Label {
        Layout.fillWidth: true
        visible: text.length > 0
        kind: Label.Secondary
        text: root.modeText
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.small

        Button {
            objectName: "yes"
            kind: Button.Filled
            text: qsTr("Yes")
            Accessible.description: root.question
            onClicked: root.confirmed()
        }

        Button {
            objectName: "differentTime"
            text: qsTr("Different time")
            Accessible.description: root.question
            onClicked: minutes.open()
        }

        Button {
            objectName: "notHeld"
            text: qsTr("Did not happen")
            Accessible.description: root.question
            onClicked: root.denied()
        }
    }

    DurationSheet {
        id: minutes

        title: qsTr("How long was it?")
        action: qsTr("Save")
        onPicked: amount => root.differed(amount)
    }
}
