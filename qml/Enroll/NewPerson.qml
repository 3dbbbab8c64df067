// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What a person begins her store on this device with: the name that the lock screen shows, and her passphrase.
ColumnLayout {
    id: root

    required property Enrollment enrollment

    readonly property int hidden: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase

    spacing: Theme.space.card

    Field {
        Layout.fillWidth: true
        objectName: "shownName"
        label: qsTr("Your name on the lock screen")
        hint: qsTr("Everybody who holds this device can read it. Initials will do.")
        text: root.enrollment.shownName
        onEdited: text => root.enrollment.shownName = text
    }

    Field {
        Layout.fillWidth: true
        objectName: "newPassphrase"
        label: qsTr("Passphrase for this device")
        hint: qsTr("At least 10 characters: a few words do well. It seals your work here, and nobody can look it up.")
        echoMode: TextInput.Password
        inputHints: root.hidden
        text: root.enrollment.passphrase
        problem: root.enrollment.passphraseProblem
        onEdited: text => root.enrollment.passphrase = text
    }

    Field {
        Layout.fillWidth: true
        objectName: "again"
        label: qsTr("The passphrase once more")
        echoMode: TextInput.Password
        inputHints: root.hidden
        text: root.enrollment.again
        onEdited: text => root.enrollment.again = text
        onAccepted: root.enrollment.proceed()
    }
}
