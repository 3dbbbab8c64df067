// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// A person's devices, a code for one more, and codes for the day when none is left. All of it asks the server.
Page {
    id: root

    required property Academy academy
    property string recordId
    property int leaving: -1 // the row that is about to be signed out
    property string leavingName

    signal saved(string sentence)

    title: qsTr("Devices and codes")
    subtitle: qsTr("Each of these holds your work. Sign out one that you no longer have.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    OwnDevices {
        id: devices

        academy: root.academy
        onSaved: sentence => root.saved(sentence)
    }

    Card {
        Layout.fillWidth: true
        visible: devices.problem.length > 0
        padding: 20
        spacing: 10

        Label {
            Layout.fillWidth: true
            objectName: "problem"
            text: devices.problem
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: qsTr("Your devices and codes are kept on the server, so this page needs a connection. Your work here is safe meanwhile.")
        }

        Button {
            objectName: "askAgain"
            enabled: !devices.busy
            text: qsTr("Try again")
            onClicked: devices.askAgain()
        }
    }

    Repeater {
        model: devices

        delegate: Card {
            id: device

            required property int index
            required property string name
            required property string seenText
            required property bool isThis
            required property bool isOut

            Layout.fillWidth: true
            padding: 18
            spacing: 4

            RowLayout {
                Layout.fillWidth: true
                spacing: 10

                Label {
                    Layout.fillWidth: true
                    kind: Label.Item
                    text: device.name
                }

                Badge {
                    Layout.alignment: Qt.AlignTop
                    visible: device.isThis || device.isOut
                    text: device.isOut ? qsTr("signed out") : qsTr("this device")
                }
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: device.seenText
            }

            Button {
                objectName: "signOut" + device.index
                visible: !device.isThis && !device.isOut
                enabled: !devices.busy
                text: qsTr("Sign out")
                Accessible.name: qsTr("Sign out %1").arg(device.name)
                onClicked: {
                    root.leaving = device.index;
                    root.leavingName = device.name;
                    sure.open();
                }
            }
        }
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 12

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("One more device")
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: qsTr("Install Cadre there and let its camera read the code, or type it where it asks for an invite. Whoever has the code becomes you: show it to nobody.")
        }

        QrPicture {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 240
            Layout.preferredHeight: 240
            objectName: "picture"
            visible: devices.code.length > 0
            text: devices.codeLink
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The code as a picture")
        }

        Label {
            Layout.fillWidth: true
            objectName: "code"
            horizontalAlignment: Text.AlignHCenter
            visible: devices.code.length > 0
            kind: Label.Number
            text: devices.code
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            visible: devices.code.length > 0
            kind: Label.Secondary
            text: qsTr("Good once, until %1").arg(devices.codeUntil)
        }

        Button {
            objectName: "makeCode"
            enabled: !devices.busy
            text: devices.code.length > 0 ? qsTr("Another code") : qsTr("Show a code")
            onClicked: devices.makeCode()
        }
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 12

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("Recovery codes")
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: devices.recoveryCodesLeft > 0
                ? qsTr("For the day when no device is left. %n code(s) are left; new ones end them.", "", devices.recoveryCodesLeft)
                : qsTr("For the day when no device is left. Each is good once, in an invite’s place. Write them on paper.")
        }

        Repeater {
            model: devices.recoveryCodes

            delegate: Label {
                required property string modelData

                Layout.fillWidth: true
                kind: Label.Item
                text: modelData
            }
        }

        Label {
            Layout.fillWidth: true
            visible: devices.recoveryCodes.length > 0
            color: Theme.colors.warn
            text: qsTr("Write them down now: they are not shown again.")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.small

            Button {
                objectName: "makeRecoveryCodes"
                visible: devices.recoveryCodes.length === 0
                enabled: !devices.busy
                text: devices.recoveryCodesLeft > 0 ? qsTr("New codes") : qsTr("Make codes")
                onClicked: devices.makeRecoveryCodes()
            }

            Button {
                objectName: "written"
                visible: devices.recoveryCodes.length > 0
                kind: Button.Filled
                text: qsTr("I wrote them down")
                onClicked: devices.forgetCodes()
            }
        }
    }

    Sheet {
        id: sure

        title: qsTr("Sign out %1?").arg(root.leavingName)

        Label {
            Layout.fillWidth: true
            text: qsTr("From its next contact on it gets nothing more of yours. What was not sent yet it may still hand in, for somebody to look at. To come back it needs a new code.")
        }

        Button {
            Layout.fillWidth: true
            objectName: "signOutNow"
            kind: Button.Filled
            text: qsTr("Sign it out")
            onClicked: {
                devices.signOut(root.leaving);
                sure.close();
            }
        }
    }
}
