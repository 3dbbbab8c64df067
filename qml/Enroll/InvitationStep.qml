// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Which academy, and who let her in. A link or a QR code fills both.
ColumnLayout {
    id: root

    required property Enrollment enrollment

    spacing: Theme.space.card

    Field {
        Layout.fillWidth: true
        objectName: "server"
        label: qsTr("Server")
        placeholder: qsTr("https://academy.example.org")
        inputHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        text: root.enrollment.server
        onEdited: text => root.enrollment.server = text
    }

    Field {
        Layout.fillWidth: true
        objectName: "code"
        label: qsTr("Invitation code")
        hint: root.enrollment.offersSignIn ? qsTr("Leave it empty if you sign in with your school account.") : qsTr("It is in the message from the person who invited you, and works once.")
        inputHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        text: root.enrollment.code
        problem: root.enrollment.problem
        onEdited: text => root.enrollment.code = text
        onAccepted: root.enrollment.proceed()
    }
}
