// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Putting a recorded check-in right: the same chips as when it was written, with what stands there now.
Card {
    id: root

    required property HeldCheckIn entry

    padding: 20
    spacing: Theme.space.card

    Label {
        Layout.fillWidth: true
        kind: Label.Heading
        text: qsTr("Put it right")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.small

        Button {
            objectName: "day"
            text: root.entry.dayText
            Accessible.name: qsTr("Day: %1").arg(root.entry.dayText)
            onClicked: calendar.open()
        }

        Button {
            objectName: "minutes"
            text: qsTr("%1 min").arg(root.entry.minutes)
            Accessible.name: qsTr("How long: %1 min").arg(root.entry.minutes)
            onClicked: duration.open()
        }
    }

    Choice {
        Layout.fillWidth: true
        objectName: "modes"
        label: qsTr("How you met")
        model: root.entry.modes
        onToggled: value => root.entry.modes.toggle(value)
    }

    Choice {
        Layout.fillWidth: true
        label: qsTr("Whose time it was")
        model: root.entry.timeSources
        onToggled: value => root.entry.timeSources.toggle(value)
    }

    Choice {
        Layout.fillWidth: true
        label: qsTr("What you did")
        model: root.entry.activities
        onToggled: value => root.entry.activities.toggle(value)
    }

    Field {
        Layout.fillWidth: true
        objectName: "focus"
        label: qsTr("Focus")
        text: root.entry.newFocus
        onEdited: text => root.entry.newFocus = text
    }

    TextBox {
        Layout.fillWidth: true
        objectName: "works"
        label: qsTr("What works")
        text: root.entry.works
        onEdited: text => root.entry.works = text
    }

    TextBox {
        Layout.fillWidth: true
        objectName: "challenge"
        label: qsTr("Challenge")
        text: root.entry.challenge
        onEdited: text => root.entry.challenge = text
    }

    TextBox {
        Layout.fillWidth: true
        objectName: "helpNeeded"
        label: qsTr("Help needed")
        text: root.entry.helpNeeded
        onEdited: text => root.entry.helpNeeded = text
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: root.entry.missingText.length > 0 ? root.entry.missingText
            : qsTr("What it says now stays readable below, for both of you.")
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.small

        Button {
            objectName: "saveCorrection"
            kind: Button.Filled
            enabled: root.entry.canSave
            text: qsTr("Save")
            onClicked: root.entry.save()
        }

        Button {
            objectName: "giveUp"
            kind: Button.Plain
            text: qsTr("Leave it as it is")
            onClicked: root.entry.giveUp()
        }
    }

    CalendarSheet {
        id: calendar

        title: qsTr("Which day was it?")
        day: root.entry.day
        onPicked: day => root.entry.day = day
    }

    DurationSheet {
        id: duration

        title: qsTr("How long was it?")
        minutes: root.entry.minutes
        onPicked: minutes => root.entry.minutes = minutes
    }
}
