// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The store is sealed: the passphrase opens it, or for a day the PIN.
Page {
    id: root

    required property People people
    required property Academy academy

    readonly property bool withPin: root.people.pin === People.PinReady && !root.wantsPassphrase
    property bool wantsPassphrase: false

    function open() {
        if (root.withPin)
            root.people.unlockWithPin(secret.text);
        else
            root.people.unlock(secret.text);
    }

    maximumWidth: Theme.unit * 30
    centred: true
    title: root.people.shownName.length > 0 ? qsTr("Hello, %1", "a name").arg(root.people.shownName) : qsTr("Cadre is locked")
    subtitle: qsTr("What is kept on this device is sealed. Your passphrase opens it, also without a network.")
    onWithPinChanged: {
        secret.text = "";
        secret.take();
    }
    Component.onCompleted: secret.take()

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: Theme.space.card

        Field {
            id: secret

            Layout.fillWidth: true
            objectName: "passphrase"
            label: root.withPin ? qsTr("PIN") : qsTr("Passphrase")
            echoMode: TextInput.Password
            inputHints: (root.withPin ? Qt.ImhDigitsOnly : Qt.ImhNone) | Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            problem: root.academy.lockProblem
            hint: root.people.pinSentence
            onEdited: text => secret.text = text
            onAccepted: root.open()
        }

        Button {
            Layout.fillWidth: true
            objectName: "unlock"
            kind: Button.Filled
            enabled: !root.academy.unlocking && secret.text.length > 0
            text: root.academy.unlocking ? qsTr("Opening…") : qsTr("Open")
            onClicked: root.open()
        }

        Button {
            Layout.fillWidth: true
            objectName: "otherWay"
            visible: root.people.pin === People.PinReady
            kind: Button.Plain
            text: root.withPin ? qsTr("Use the passphrase") : qsTr("Use the PIN")
            onClicked: root.wantsPassphrase = root.withPin
        }
    }

    Button {
        Layout.fillWidth: true
        objectName: "someoneElse"
        symbol: "person"
        text: qsTr("This is someone else")
        onClicked: root.people.switchPerson()
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 4
        spacing: 12

        Icon {
            Layout.alignment: Qt.AlignTop
            icon: "lock"
            color: Theme.colors.muted
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: qsTr("The passphrase stays on this device, and nobody can look it up. However often it is tried, nothing is deleted.")
        }
    }
}
