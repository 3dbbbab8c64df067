// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// A school's lead brings a beginning teacher and a mentor together.
Page {
    id: root

    required property Academy academy
    property string recordId // nothing opens with one

    signal made(string sentence)
    signal failed(string sentence)

    title: qsTr("New pair")
    subtitle: qsTr("What the two write stays with them. You see that they meet.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    NewPair {
        id: pair

        academy: root.academy
        onMade: sentence => root.made(sentence)
        onFailed: sentence => root.failed(sentence)
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("Who begins?")
    }

    PersonList {
        Layout.fillWidth: true
        objectName: "teachers"
        people: pair.teachers
        empty: pair.loaded ? qsTr("No beginning teacher of your school is known on this device. A roster brings them, or an invite does.") : ""
    }

    Label {
        Layout.fillWidth: true
        visible: pair.teacherName.length > 0
        kind: Label.Section
        text: qsTr("Who mentors %1?").arg(pair.teacherName)
    }

    PersonList {
        Layout.fillWidth: true
        visible: pair.teacherName.length > 0
        objectName: "mentors"
        people: pair.mentors
        empty: qsTr("No mentor of your school or district is known on this device. A roster brings them, or an invite does.")
    }

    Label {
        Layout.fillWidth: true
        objectName: "notOffered"
        visible: pair.notOffered.length > 0
        kind: Label.Secondary
        text: qsTr("Not offered: %1. Who evaluates a teacher is never her mentor.").arg(pair.notOffered)
    }

    Card {
        Layout.fillWidth: true
        visible: pair.teacherName.length > 0
        padding: 20
        spacing: 12

        Label {
            Layout.fillWidth: true
            visible: pair.mentorNow.length > 0
            text: qsTr("%1 has a mentor: %2.").arg(pair.teacherName).arg(pair.mentorNow)
        }

        ChoiceChips {
            Layout.fillWidth: true
            objectName: "ways"
            visible: pair.mentorNow.length > 0
            model: pair.ways
            onToggled: value => pair.ways.toggle(value)
        }

        Label {
            Layout.fillWidth: true
            visible: pair.mentorNow.length > 0
            kind: Label.Secondary
            text: qsTr("A change needs no reason, and nobody is asked for one. What the two wrote stays theirs.")
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("From when?")
        }

        DateChips {
            Layout.fillWidth: true
            objectName: "from"
            name: qsTr("From")
            mayClear: false
            choices: pair.fromChoices
            day: pair.from
            onPicked: day => pair.from = day
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("Year of support")
        }

        ChoiceChips {
            Layout.fillWidth: true
            objectName: "years"
            model: pair.years
            onToggled: value => pair.years.toggle(value)
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("Minutes a month, if you agreed on any")
        }

        NumberStepper {
            objectName: "minutes"
            label: qsTr("Minutes a month")
            unit: qsTr("min a month")
            from: 0
            to: 6000
            stepSize: 15
            value: pair.minutes
            onValueModified: pair.minutes = value
        }
    }

    Button {
        Layout.fillWidth: root.narrow
        objectName: "make"
        kind: Button.Filled
        enabled: pair.complete
        text: qsTr("Make this pair")
        onClicked: pair.make()
    }
}
