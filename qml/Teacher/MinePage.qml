// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What is this person's own: who reads about her, what she shares, her goals, her record, her devices.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal opened(string route)

    title: qsTr("Yours")
    subtitle: qsTr("What is about you is yours: see who reads it, decide what is shown, take it along.")
    maximumWidth: Theme.formWidth

    WayCard {
        Layout.fillWidth: true
        objectName: "access"
        visible: root.academy.isTeacher
        symbol: "search"
        text: qsTr("Who reads this")
        line: qsTr("Who may read what is about you, who was sent it and who opened it.")
        onClicked: root.opened("access")
    }

    WayCard {
        Layout.fillWidth: true
        objectName: "sharing"
        symbol: "person"
        text: qsTr("Sharing")
        line: qsTr("What your pair shows to others. Both of you agree first, and either ends it.")
        onClicked: root.opened("sharing")
    }

    WayCard {
        Layout.fillWidth: true
        objectName: "goals"
        visible: root.academy.isTeacher
        symbol: "flag"
        text: qsTr("Goals and needs")
        line: qsTr("What you want to grow in and where you want help. Nobody reads it unless you say so.")
        onClicked: root.opened("goals")
    }

    WayCard {
        Layout.fillWidth: true
        objectName: "time"
        visible: root.academy.isTeacher || root.academy.isMentor
        symbol: "bars"
        text: qsTr("Time")
        line: qsTr("The minutes of your months, beside what is promised. Both of a pair sign them.")
        onClicked: root.opened("time")
    }

    WayCard {
        Layout.fillWidth: true
        objectName: "record"
        symbol: "note"
        text: qsTr("Your record")
        line: qsTr("Everything about you on this device, to read and to take along.")
        onClicked: root.opened("my-record")
    }

    WayCard {
        Layout.fillWidth: true
        objectName: "devices"
        symbol: "device"
        text: qsTr("Devices and codes")
        line: qsTr("Your devices, a code for another one, and codes for the day when none is left.")
        onClicked: root.opened("devices")
    }

    WayCard {
        Layout.fillWidth: true
        objectName: "plans"
        symbol: "bars"
        text: qsTr("Plans")
        line: qsTr("What your district has promised, and where it stands.")
        onClicked: root.opened("milestones")
    }
}
