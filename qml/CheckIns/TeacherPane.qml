// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// One teacher: the month, the next check-in, everything recorded so far.
Page {
    id: root

    required property Academy academy
    required property string matchId

    signal checkInRequested(bool quick)
    signal checkInOpened(string checkInId)

    title: summary.name
    maximumWidth: Theme.formWidth

    TeacherSummary {
        id: summary

        academy: root.academy
        matchId: root.matchId
    }

    CheckInListModel {
        id: entries

        academy: root.academy
        matchId: root.matchId
    }

    Card {
        Layout.fillWidth: true
        visible: root.matchId.length > 0
        padding: 20
        spacing: 6

        Label {
            Layout.fillWidth: true
            kind: Label.Heading
            text: qsTr("This month")
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Number
            text: summary.minutesText
        }

        ProgressBar {
            Layout.fillWidth: true
            Layout.topMargin: 2
            value: summary.fraction
            fill: summary.pace >= 2 ? Theme.colors.warn : Theme.colors.primary
            label: summary.minutesText
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            color: summary.pace >= 2 ? Theme.colors.warn : Theme.colors.muted
            text: summary.paceText
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: 10
            spacing: Theme.space.small

            Button {
                objectName: "conversation"
                kind: Button.Filled
                text: summary.hasDraft ? qsTr("Continue the draft") : qsTr("New check-in")
                onClicked: root.checkInRequested(false)
            }

            Button {
                objectName: "quick"
                visible: !summary.hasDraft
                text: qsTr("Quick log")
                onClicked: root.checkInRequested(true)
            }
        }
    }

    ChartCard {
        id: confidence

        Layout.fillWidth: true
        objectName: "confidence"
        visible: summary.confidence.count > 1
        title: qsTr("How confident %1 felt", "a person’s name").arg(summary.name)
        sentence: summary.confidenceText
        rows: summary.confidence
        chart: Component {
            Trend {
                Layout.fillWidth: true
                Layout.topMargin: 8
                model: confidence.rows
                summary: confidence.sentence
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: entries.count > 0
        kind: Label.Section
        text: qsTr("So far")
    }

    Repeater {
        model: entries

        delegate: EntryCard {
            required index
            required dayText
            required minutesText
            required modeText
            required focusText
            required works
            required challenge
            required stateText
            required onServer
            required canConfirm
            required mayConfirmInPerson
            required withWhom
            required property string recordId

            Layout.fillWidth: true
            onOpened: root.checkInOpened(recordId)
            onConfirmed: entries.confirm(index)
            onDiffered: minutes => entries.timeDiffers(index, minutes)
            onDenied: entries.notHeld(index)
            onConfirmedInPerson: entries.confirmInPerson(index)
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 32
        visible: root.matchId.length > 0 && entries.loaded && entries.count === 0
        symbol: "note"
        title: qsTr("Your first check-in will be here")
        text: qsTr("A quick log takes a minute. A conversation keeps what works, what is hard, and what you will both do next.")
    }
}
