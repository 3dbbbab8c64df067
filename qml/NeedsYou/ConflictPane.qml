// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Two changes of one field: what it was, each version as large as the other, nothing chosen beforehand.
Page {
    id: root

    required property Academy academy
    required property string conflictId

    readonly property bool isOpen: root.conflictId.length > 0 && conflict.title.length > 0

    signal resolved(string sentence)
    signal failed(string sentence)

    title: root.isOpen ? qsTr("Two changes met") : ""
    maximumWidth: Theme.unit * 38
    foot: root.mayGoBack && root.isOpen ? keepBar : null

    ConflictDetail {
        id: conflict

        academy: root.academy
        conflictId: root.conflictId
        onResolved: root.resolved(qsTr("Kept. The other version stays in the history."))
        onFailed: text => root.failed(text)
    }

    Component {
        id: keepBar

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.target + 24
            color: Theme.colors.surface

            Rectangle {
                width: parent.width
                height: 1
                color: Theme.colors.line
            }

            Button {
                x: root.edge
                y: 12
                width: parent.width - 2 * root.edge
                objectName: "keep"
                kind: Button.Filled
                enabled: conflict.canKeep
                text: conflict.keepLabel
                onClicked: conflict.keep()
            }
        }
    }

    Label {
        Layout.fillWidth: true
        visible: root.isOpen
        quiet: true
        text: conflict.explanation
    }

    Card {
        Layout.fillWidth: true
        visible: root.isOpen
        fill: Theme.colors.sunken
        outline: Theme.colors.sunken
        spacing: 4

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            text: conflict.title
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: conflict.baseText.length > 0 ? qsTr("%1 · %2", "a field’s name; what it was before").arg(conflict.fieldLabel).arg(conflict.baseText) : conflict.fieldLabel
        }
    }

    Repeater {
        model: conflict.alternatives

        delegate: RadioCard {
            id: version

            required property int index
            required property string valueText
            required property string reason

            required who
            required when
            Layout.fillWidth: true
            objectName: "alternative"
            value: version.valueText
            why: version.reason
            words: qsTr("%1, by %2, %3", "a value, who wrote it, when").arg(version.valueText).arg(version.who).arg(version.when)
            checked: conflict.choice === version.index
            onClicked: conflict.choice = version.index
        }
    }

    RadioCard {
        Layout.fillWidth: true
        visible: root.isOpen && conflict.bothText.length > 0
        objectName: "both"
        value: qsTr("Keep both, one after the other")
        who: ""
        when: conflict.bothText
        checked: conflict.choice === ConflictDetail.Both
        onClicked: conflict.choice = ConflictDetail.Both
    }

    PressCard {
        Layout.fillWidth: true
        visible: root.isOpen
        objectName: "another"
        selected: conflict.choice === ConflictDetail.NewValue
        text: conflict.isDay ? qsTr("Write another date") : qsTr("Write it anew")
        onClicked: {
            conflict.choice = ConflictDetail.NewValue;
            if (conflict.isDay)
                calendar.open();
        }

        RowLayout {
            spacing: 14

            Icon {
                icon: "plus"
                color: Theme.colors.primary
            }

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                color: Theme.colors.primary
                text: conflict.choice === ConflictDetail.NewValue && conflict.isDay && conflict.newValue.length > 0
                    ? calendar.words(conflict.newValue)
                    : conflict.isDay ? qsTr("Write another date") : qsTr("Write it anew")
            }
        }
    }

    TextBox {
        Layout.fillWidth: true
        visible: root.isOpen && conflict.choice === ConflictDetail.NewValue && !conflict.isDay
        objectName: "newValue"
        label: conflict.fieldLabel
        minimumLines: conflict.isText ? 4 : 1
        text: conflict.newValue
        onEdited: text => conflict.newValue = text
    }

    Button {
        Layout.fillWidth: true
        visible: root.isOpen && !root.mayGoBack
        objectName: "keepHere"
        kind: Button.Filled
        enabled: conflict.canKeep
        text: conflict.keepLabel
        onClicked: conflict.keep()
    }

    Label {
        Layout.fillWidth: true
        visible: root.isOpen
        horizontalAlignment: Text.AlignHCenter
        kind: Label.Secondary
        text: qsTr("Everybody who sees this sees your choice and can answer it. All versions stay in the history.")
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 60
        visible: root.conflictId.length === 0
        symbol: "fork"
        title: qsTr("Nothing to choose")
        text: qsTr("When two changes meet, each version stands here with who wrote it, when, and why.")
    }

    CalendarSheet {
        id: calendar

        title: conflict.fieldLabel
        day: conflict.newValue
        start: root.academy.today
        onPicked: day => conflict.newValue = day
    }
}
