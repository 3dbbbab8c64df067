// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick

// Dates by their usual names first, a calendar last. `day` is an ISO day, empty for none.
Flow {
    id: root

    property var choices: [] // list of {label, day}, as the view-model gives it
    property string day
    property string name: qsTr("Day")
    property bool mayClear: true

    readonly property bool isUsual: root.choices.some(choice => choice.day === root.day)

    signal picked(string day)

    spacing: Theme.space.small
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name

    Repeater {
        model: root.choices

        delegate: Chip {
            id: chip

            required property var modelData

            text: chip.modelData.label
            selected: chip.modelData.day === root.day
            onClicked: root.picked(chip.selected && root.mayClear ? "" : chip.modelData.day)
        }
    }

    Chip {
        selected: root.day.length > 0 && !root.isUsual
        text: selected ? calendar.words(root.day) : qsTr("Other day…")
        onClicked: calendar.open()
    }

    CalendarSheet {
        id: calendar

        title: root.name
        day: root.day
        onPicked: day => root.picked(day)
    }
}
