// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// A teacher's check-ins: those that wait for her answer, and all that was recorded.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal checkInOpened(string checkInId)
    signal failed(string sentence)

    title: qsTr("Your check-ins")
    subtitle: entries.unanswered > 0 ? qsTr("%n wait(s) for your answer", "", entries.unanswered) : ""
    maximumWidth: Theme.formWidth

    CheckInListModel {
        id: entries

        academy: root.academy
        ofTeacher: true
        onFailed: sentence => root.failed(sentence)
    }

    Card {
        Layout.fillWidth: true
        visible: entries.unanswered > 1
        fill: Theme.colors.primarySoft
        outlineWidth: 0
        padding: 20
        spacing: 10

        Label {
            Layout.fillWidth: true
            color: Theme.colors.softInk
            text: qsTr("Is every day and every number of minutes below right? Where one is not, answer that one by itself.")
        }

        Button {
            objectName: "confirmAll"
            kind: Button.Filled
            text: qsTr("Yes, all %1", "45 check-ins").arg(entries.unanswered)
            onClicked: entries.confirmAll()
        }
    }

    Repeater {
        model: entries

        delegate: PressCard {
            id: entry

            required property int index
            required property string recordId
            required property string dayText
            required property string minutesText
            required property string withWhom
            required property string groupText
            required property string enteredText
            required property string focusText
            required property string stateText
            required property bool onServer
            required property bool canConfirm

            Layout.fillWidth: true
            objectName: "entry" + entry.index
            text: entry.dayText + " · " + entry.minutesText
            description: entry.withWhom
            spacing: 6
            onClicked: root.checkInOpened(entry.recordId)

            RowLayout {
                Layout.fillWidth: true
                spacing: 10

                Label {
                    Layout.fillWidth: true
                    kind: Label.Item
                    text: qsTr("%1 · %2", "Tue 12 Nov · 45 min").arg(entry.dayText).arg(entry.minutesText)
                }

                Icon {
                    icon: "forward"
                    color: Theme.colors.muted
                }
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: entry.focusText.length > 0 ? entry.withWhom + " · " + entry.focusText : entry.withWhom
            }

            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                kind: Label.Secondary
                text: entry.groupText
            }

            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                kind: Label.Secondary
                text: entry.enteredText
            }

            Badge {
                Layout.maximumWidth: parent.width
                visible: text.length > 0
                tone: entry.canConfirm ? Badge.Info : entry.onServer ? Badge.Quiet : Badge.Warn
                text: entry.stateText.length > 0 ? entry.stateText : entry.canConfirm ? qsTr("waits for your answer") : ""
            }
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 32
        visible: entries.loaded && entries.count === 0
        symbol: "note"
        title: qsTr("Your check-ins will be here")
        text: qsTr("What your mentor records of your time together comes here for you to confirm, and to write your own words beside it.")
    }
}
