// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The store is sealed: the passphrase opens it.
Page {
    id: root

    required property Academy academy

    maximumWidth: Theme.unit * 30
    centred: true
    title: qsTr("Cadre is locked")
    subtitle: qsTr("What is kept on this device is sealed. Your passphrase opens it, also without a network.")
    Component.onCompleted: passphrase.take()

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: Theme.space.card

        Field {
            id: passphrase

            Layout.fillWidth: true
            objectName: "passphrase"
            label: qsTr("Passphrase")
            echoMode: TextInput.Password
            inputHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            problem: root.academy.lockProblem
            onEdited: text => passphrase.text = text
            onAccepted: root.academy.unlock(passphrase.text)
        }

        Button {
            Layout.fillWidth: true
            objectName: "unlock"
            kind: Button.Filled
            enabled: !root.academy.unlocking && passphrase.text.length > 0
            text: root.academy.unlocking ? qsTr("Opening…") : qsTr("Open")
            onClicked: root.academy.unlock(passphrase.text)
        }
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
