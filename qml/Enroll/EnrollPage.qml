// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The first page: joins this device to an academy with a code, under a passphrase.
Page {
    id: root

    required property People people
    required property Academy academy // null until there is a store for who joins
    property string server
    property string code
    property string pin

    signal enrolled

    mayGoBack: root.people.stage === People.Joining && root.people.list.length > 0
    maximumWidth: Theme.unit * 30
    centred: true
    title: qsTr("Welcome to Cadre")
    subtitle: qsTr("Check-ins, promises and plans of your academy, on this device and in agreement with everybody else’s.")

    Enrollment {
        id: enrollment

        people: root.people
        academy: root.academy
        server: root.server
        code: root.code
        pin: root.pin
        onEnrolled: root.enrolled()
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: Theme.space.card

        Field {
            Layout.fillWidth: true
            objectName: "server"
            label: qsTr("Server")
            placeholder: qsTr("https://academy.example.org")
            inputHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            text: enrollment.server
            onEdited: text => enrollment.server = text
        }

        Field {
            Layout.fillWidth: true
            objectName: "code"
            label: qsTr("Invitation code")
            hint: qsTr("It is in the message from the person who invited you, and works once.")
            inputHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            text: enrollment.code
            problem: enrollment.problem
            onEdited: text => enrollment.code = text
            onAccepted: enrollment.enroll()
        }

        NewPerson {
            Layout.fillWidth: true
            visible: !root.academy
            enrollment: enrollment
        }

        Button {
            Layout.fillWidth: true
            objectName: "join"
            kind: Button.Filled
            enabled: !enrollment.busy && enrollment.server.length > 0 && enrollment.code.length > 0
                && (root.academy || (enrollment.shownName.trim().length > 0 && enrollment.passphrase.length > 0))
            text: enrollment.busy && !enrollment.signingIn ? qsTr("Joining…") : qsTr("Join")
            onClicked: enrollment.enroll()
        }

        Button {
            Layout.fillWidth: true
            objectName: "signIn"
            visible: enrollment.offersSignIn && !enrollment.signingIn
            enabled: !enrollment.busy && (root.academy || (enrollment.shownName.trim().length > 0 && enrollment.passphrase.length > 0))
            text: qsTr("Sign in with your school account")
            onClicked: enrollment.signIn()
        }

        Label {
            Layout.fillWidth: true
            visible: enrollment.signingIn
            kind: Label.Secondary
            text: qsTr("Your browser is open: sign in there with your school account, then come back here.")
        }

        Button {
            Layout.fillWidth: true
            objectName: "cancelSignIn"
            visible: enrollment.signingIn
            text: qsTr("Stop waiting for the browser")
            onClicked: enrollment.cancelSignIn()
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
            text: qsTr("What you write stays on this device, sealed, until it reaches the server. Conversations are seen by the pair only; principals see totals of minutes, never words. Cadre does not rate anybody.")
        }
    }
}
