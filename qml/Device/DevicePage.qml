// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What opens this person's work on this device: sealing, passphrase, PIN.
Page {
    id: root

    required property People people
    property string recordId

    // Which of the changes is being made; empty for none.
    property string change: root.people.sealed ? "" : "seal"

    signal saved(string sentence)

    function begin(change: string) {
        protection.forgetProblem();
        root.change = change;
    }

    title: qsTr("This device")
    subtitle: root.people.sealed ? qsTr("Your work here is sealed. It locks by itself when nobody touches the device for a while.")
        : qsTr("Your work here is not sealed yet.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    DeviceProtection {
        id: protection

        people: root.people
        onDone: sentence => {
            root.begin("");
            root.saved(sentence);
        }
    }

    ChangeCard {
        Layout.fillWidth: true
        visible: !root.people.sealed
        name: "seal"
        title: qsTr("Seal what is on this device")
        text: qsTr("Choose a passphrase. Everything here is written anew, sealed, and what lay open is overwritten. Nothing is lost when the device stops in between.")
        action: qsTr("Seal")
        isOpen: true
        asksCurrent: false
        busy: protection.busy
        problem: protection.problem
        onConfirmed: (current, next, again) => protection.seal(next, again)
    }

    ChangeCard {
        Layout.fillWidth: true
        visible: root.people.sealed
        name: "passphrase"
        title: qsTr("Passphrase")
        text: qsTr("It opens your work on this device, also without a network. Nobody can look it up.")
        action: qsTr("Change passphrase")
        isOpen: root.change === "passphrase"
        busy: protection.busy
        problem: protection.problem
        onOpened: root.begin("passphrase")
        onDismissed: root.begin("")
        onConfirmed: (current, next, again) => protection.changePassphrase(current, next, again)
    }

    ChangeCard {
        Layout.fillWidth: true
        visible: root.people.sealed
        name: "pin"
        title: qsTr("PIN")
        text: root.people.pinOutlivesTheProgram
            ? qsTr("4 to 8 digits open your work for a day after your passphrase. Half of what they need is in this system’s keychain.")
            : qsTr("4 to 8 digits open your work for a day after your passphrase. This device has no keychain, so the PIN works until Cadre is closed; then your passphrase is needed once.")
        action: root.people.pin === People.NoPin ? qsTr("Set a PIN") : qsTr("Change PIN")
        isPin: true
        isOpen: root.change === "pin"
        busy: protection.busy
        problem: protection.problem
        removal: root.people.pin === People.NoPin ? "" : qsTr("Remove PIN")
        onOpened: root.begin("pin")
        onDismissed: root.begin("")
        onRemoved: protection.removePin()
        onConfirmed: (current, next, again) => protection.setPin(current, next, again)
    }
}
