// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One thing that opens the device, and, where it is being changed, the fields for that.
Card {
    id: root

    required property string name
    required property string title
    required property string text
    required property string action
    property bool isOpen: false
    property bool isPin: false
    property bool asksCurrent: true
    property bool busy: false
    property string problem
    property string removal

    readonly property int hidden: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase

    signal opened
    signal dismissed
    signal removed
    signal confirmed(string current, string next, string again)

    // What was typed stays nowhere longer than it is needed.
    onIsOpenChanged: {
        current.text = "";
        next.text = "";
        again.text = "";
        if (root.isOpen)
            current.take();
    }

    padding: 20
    spacing: Theme.space.medium

    Label {
        Layout.fillWidth: true
        kind: Label.Item
        text: root.title
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: root.text
    }

    Field {
        id: current

        Layout.fillWidth: true
        objectName: root.name + "Current"
        visible: root.isOpen && root.asksCurrent
        label: qsTr("Your passphrase now")
        echoMode: TextInput.Password
        inputHints: root.hidden
        onEdited: text => current.text = text
    }

    Field {
        id: next

        Layout.fillWidth: true
        objectName: root.name + "Next"
        visible: root.isOpen
        label: root.isPin ? qsTr("New PIN") : root.asksCurrent ? qsTr("New passphrase") : qsTr("Passphrase")
        hint: root.isPin ? qsTr("4 to 8 digits; 6 do well.") : qsTr("At least 10 characters: a few words do well.")
        echoMode: TextInput.Password
        inputHints: root.isPin ? root.hidden | Qt.ImhDigitsOnly : root.hidden
        onEdited: text => next.text = text
    }

    Field {
        id: again

        Layout.fillWidth: true
        objectName: root.name + "Again"
        visible: root.isOpen
        label: root.isPin ? qsTr("The PIN once more") : qsTr("The passphrase once more")
        echoMode: TextInput.Password
        inputHints: root.isPin ? root.hidden | Qt.ImhDigitsOnly : root.hidden
        problem: root.isOpen ? root.problem : ""
        onEdited: text => again.text = text
        onAccepted: root.confirmed(current.text, next.text, again.text)
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.small

        Button {
            objectName: root.name + "Change"
            kind: root.isOpen ? Button.Filled : Button.Outlined
            enabled: !root.isOpen || (!root.busy && next.text.length > 0 && (!root.asksCurrent || current.text.length > 0))
            text: root.action
            onClicked: {
                if (root.isOpen)
                    root.confirmed(current.text, next.text, again.text);
                else
                    root.opened();
            }
        }

        Button {
            objectName: root.name + "Dismiss"
            visible: root.isOpen && root.asksCurrent
            kind: Button.Plain
            text: qsTr("Leave it as it is")
            onClicked: root.dismissed()
        }

        Button {
            objectName: root.name + "Remove"
            visible: !root.isOpen && root.removal.length > 0
            kind: Button.Plain
            text: root.removal
            onClicked: root.removed()
        }
    }
}
