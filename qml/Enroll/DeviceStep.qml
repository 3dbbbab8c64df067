// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Her name and passphrase on this device, and joining.
ColumnLayout {
    id: root

    required property Enrollment enrollment
    required property bool asksForName

    spacing: Theme.space.card

    NewPerson {
        Layout.fillWidth: true
        visible: root.asksForName
        enrollment: root.enrollment
    }

    Label {
        Layout.fillWidth: true
        objectName: "joinProblem"
        visible: text.length > 0
        color: Theme.colors.bad
        text: root.enrollment.problem
    }

    Button {
        Layout.fillWidth: true
        objectName: "join"
        visible: root.enrollment.code.length > 0 || !root.enrollment.offersSignIn
        kind: Button.Filled
        enabled: root.enrollment.mayProceed
        text: root.enrollment.busy && !root.enrollment.signingIn ? qsTr("Joining…") : qsTr("Join")
        onClicked: root.enrollment.proceed()
    }

    Button {
        Layout.fillWidth: true
        objectName: "signIn"
        visible: root.enrollment.offersSignIn && !root.enrollment.signingIn
        enabled: root.enrollment.mayProceed
        text: qsTr("Sign in with your school account")
        onClicked: root.enrollment.signIn()
    }

    Label {
        Layout.fillWidth: true
        visible: root.enrollment.signingIn
        kind: Label.Secondary
        text: qsTr("Your browser is open: sign in there with your school account, then come back here.")
    }

    Button {
        Layout.fillWidth: true
        objectName: "cancelSignIn"
        visible: root.enrollment.signingIn
        text: qsTr("Stop waiting for the browser")
        onClicked: root.enrollment.cancelSignIn()
    }
}
