// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The first page: joins this device to an academy, in three steps.
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
    title: enrollment.step === Enrollment.Invitation ? qsTr("Welcome to Cadre")
        : enrollment.step === Enrollment.Readers ? qsTr("Who reads what") : qsTr("This device")
    subtitle: enrollment.step === Enrollment.Invitation ? qsTr("Check-ins, promises and plans of your academy, on this device and in agreement with everybody else’s.")
        : enrollment.step === Enrollment.Readers ? qsTr("Before you begin: what others see of your work, and what they don’t.")
        : qsTr("Your work is sealed here. Nobody else who holds this device can read it.")

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

        StepDots {
            Layout.fillWidth: true
            count: 3
            current: enrollment.step
        }

        InvitationStep {
            Layout.fillWidth: true
            visible: enrollment.step === Enrollment.Invitation
            enrollment: enrollment
        }

        ReadersStep {
            Layout.fillWidth: true
            visible: enrollment.step === Enrollment.Readers
            host: enrollment.host
        }

        DeviceStep {
            Layout.fillWidth: true
            visible: enrollment.step === Enrollment.Device
            enrollment: enrollment
            asksForName: !root.academy
        }

        Button {
            Layout.fillWidth: true
            objectName: "proceed"
            visible: enrollment.step !== Enrollment.Device
            kind: Button.Filled
            enabled: enrollment.mayProceed
            text: qsTr("Continue")
            onClicked: enrollment.proceed()
        }

        Button {
            Layout.fillWidth: true
            objectName: "stepBack"
            visible: enrollment.step !== Enrollment.Invitation && !enrollment.signingIn
            enabled: !enrollment.busy
            kind: Button.Plain
            text: qsTr("Back")
            onClicked: enrollment.goBack()
        }
    }
}
