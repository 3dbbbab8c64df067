// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One check-in as it was recorded. A teacher answers whether it is right.
Card {
    id: root

    required property int index
    required property string dayText
    required property string minutesText
    required property string modeText
    required property string focusText
    required property string works
    required property string challenge
    required property string stateText
    required property bool onServer
    required property bool canConfirm
    required property bool mayConfirmInPerson
    required property string withWhom

    signal opened
    signal confirmed
    signal differed(int minutes)
    signal denied
    signal confirmedInPerson

    padding: 18
    spacing: 6

    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("%1 · %2", "Tue 12 Nov · 45 min").arg(root.dayText).arg(root.minutesText)
        }

        Badge {
            Layout.alignment: Qt.AlignTop
            visible: text.length > 0
            tone: root.onServer ? Badge.Quiet : Badge.Warn
            text: root.stateText
        }
    }

    Label {
        Layout.fillWidth: true
        visible: text.length > 0
        kind: Label.Secondary
        text: root.focusText.length > 0 && root.modeText.length > 0 ? root.modeText + " · " + root.focusText : root.modeText + root.focusText
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 4
        visible: root.works.length > 0
        text: root.works
    }

    Label {
        Layout.fillWidth: true
        visible: root.challenge.length > 0
        text: root.challenge
    }

    Flow {
        Layout.fillWidth: true
        Layout.topMargin: 6
        visible: root.canConfirm
        spacing: Theme.space.small

        Button {
            objectName: "confirm"
            kind: Button.Filled
            text: qsTr("That’s right")
            onClicked: root.confirmed()
        }

        Button {
            text: qsTr("Different time")
            onClicked: minutes.open()
        }

        Button {
            text: qsTr("Did not happen")
            onClicked: root.denied()
        }
    }

    Flow {
        Layout.fillWidth: true
        Layout.topMargin: 6
        spacing: Theme.space.small

        Button {
            objectName: "open" + root.index
            width: Math.min(implicitWidth, root.width - 2 * root.padding)
            kind: Button.Plain
            text: qsTr("Open")
            Accessible.name: qsTr("Open %1", "a check-in by its day").arg(root.dayText)
            onClicked: root.opened()
        }

        Button {
            objectName: "inPerson" + root.index
            width: Math.min(implicitWidth, root.width - 2 * root.padding)
            visible: root.mayConfirmInPerson
            kind: Button.Plain
            text: qsTr("%1 is here and confirms").arg(root.withWhom)
            Accessible.description: here.title
            onClicked: here.open()
        }
    }

    Sheet {
        id: here

        title: qsTr("%1 on %2. Right?", "45 min on Tue 12 Nov. Right?").arg(root.minutesText).arg(root.dayText)

        Label {
            Layout.fillWidth: true
            text: qsTr("For %1 to press. It will say that the answer was given in person, on this device; what %1 answers on an own device comes before it.").arg(root.withWhom)
        }

        Button {
            Layout.fillWidth: true
            objectName: "inPersonYes"
            kind: Button.Filled
            text: qsTr("Yes, I am %1 and that’s right").arg(root.withWhom)
            onClicked: {
                root.confirmedInPerson();
                here.close();
            }
        }
    }

    Sheet {
        id: minutes

        title: qsTr("How long was it?")

        Field {
            id: amount

            Layout.fillWidth: true
            label: qsTr("Minutes")
            inputHints: Qt.ImhDigitsOnly
            onEdited: text => amount.text = text
        }

        Button {
            Layout.fillWidth: true
            kind: Button.Filled
            enabled: parseInt(amount.text) > 0
            text: qsTr("Save")
            onClicked: {
                root.differed(parseInt(amount.text));
                minutes.close();
            }
        }
    }
}
