// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Is my work safe? What is saved here, what waits, what the server has, what needs you.
Page {
    id: root

    required property SyncStatus sync
    property string recordId
    required property bool isSealed

    signal needsYouOpened
    signal deviceOpened
    signal lookOpened
    signal mineOpened

    title: qsTr("Your work is safe")
    maximumWidth: Theme.formWidth
    subtitle: root.sync.text

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 4

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: root.sync.detail.length > 0 ? root.sync.detail
                : root.sync.waiting > 0 ? qsTr("%n change(s) will go to the server by themselves", "", root.sync.waiting)
                : qsTr("The server has everything you wrote")
        }

        Label {
            Layout.fillWidth: true
            visible: text.length > 0
            kind: Label.Secondary
            text: root.sync.lastAgreed
        }

        Button {
            Layout.topMargin: 12
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            objectName: "syncNow"
            kind: Button.Filled
            symbol: "sync"
            enabled: root.sync.state !== SyncStatus.Working
            text: root.sync.state === SyncStatus.Working ? qsTr("Exchanging…") : qsTr("Exchange now")
            onClicked: root.sync.syncNow()
        }
    }

    SafeRow {
        Layout.fillWidth: true
        symbol: "device"
        title: qsTr("Saved here")
        text: root.sync.savedHere
        explanation: qsTr("Everything you wrote is on this device, also without the internet.")
    }

    SafeRow {
        Layout.fillWidth: true
        symbol: "waiting"
        title: qsTr("Waiting")
        text: root.sync.waiting > 0 ? qsTr("%n change(s)", "", root.sync.waiting) : qsTr("Nothing")
        explanation: root.sync.waiting > 0 ? qsTr("They leave by themselves as soon as there is internet.") : qsTr("Whatever you write next waits here until there is internet.")
    }

    SafeRow {
        Layout.fillWidth: true
        symbol: "cloud-done"
        title: qsTr("On the server")
        text: qsTr("%n change(s) of yours", "", root.sync.onServer)
        explanation: qsTr("The server has confirmed each of them.")
    }

    SafeRow {
        Layout.fillWidth: true
        symbol: "fork"
        title: qsTr("Needs you")
        text: root.sync.conflicts + root.sync.setAside > 0 ? qsTr("%n thing(s)", "", root.sync.conflicts + root.sync.setAside) : qsTr("Nothing")
        explanation: qsTr("Two changes that met, and what the server set aside. Nothing is lost meanwhile.")
        action: root.sync.conflicts + root.sync.setAside > 0 ? qsTr("Look") : ""
        onTaken: root.needsYouOpened()
    }

    SafeRow {
        Layout.fillWidth: true
        objectName: "device"
        symbol: "lock"
        title: qsTr("This device")
        text: root.isSealed ? qsTr("Sealed with your passphrase") : qsTr("Not sealed yet")
        explanation: root.isSealed ? qsTr("Whoever finds the device can read nothing of it.")
            : qsTr("Whoever finds the device can read what is on it. A passphrase prevents that.")
        action: root.isSealed ? qsTr("Change") : qsTr("Seal")
        onTaken: root.deviceOpened()
    }

    SafeRow {
        Layout.fillWidth: true
        objectName: "look"
        symbol: "look"
        title: qsTr("How it looks")
        text: qsTr("Colours, text size, motion")
        explanation: qsTr("For everybody who uses this device.")
        action: qsTr("Change")
        onTaken: root.lookOpened()
    }

    SafeRow {
        Layout.fillWidth: true
        objectName: "mine"
        symbol: "person"
        title: qsTr("Yours")
        text: qsTr("Sharing, your record, devices and codes")
        explanation: qsTr("Who reads what is about you, what you show, and the devices that are yours.")
        action: qsTr("Look")
        onTaken: root.mineOpened()
    }
}
