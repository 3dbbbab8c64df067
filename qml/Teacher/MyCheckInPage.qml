// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// One check-in as its teacher has it: her answer, her words, her pulse, her steps.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal saved(string sentence)
    signal failed(string sentence)
    signal shareRequested(string matchId)

    title: entry.title
    subtitle: entry.factsText
    mayGoBack: true
    maximumWidth: Theme.formWidth

    TeacherCheckIn {
        id: entry

        academy: root.academy
        checkInId: root.recordId
        onSaved: sentence => root.saved(sentence)
        onFailed: sentence => root.failed(sentence)
    }

    AnswerSheet {
        id: answer

        mentorName: entry.mentorName
        onDiffered: (minutes, word) => entry.differ(minutes, word)
        onDenied: word => entry.deny(word)
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 40
        visible: entry.loaded && !entry.exists
        symbol: "note"
        title: qsTr("Choose a check-in")
        text: qsTr("Open one from “Your check-ins” to answer it and to write your own words.")
    }

    Card {
        Layout.fillWidth: true
        visible: entry.exists
        padding: 20
        spacing: 10

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: entry.isWithdrawn ? qsTr("%1 has withdrawn this").arg(entry.mentorName)
                : entry.answerText.length > 0 ? qsTr("Your answer: %1").arg(entry.answerText)
                : entry.canConfirm ? qsTr("Is this right?") : qsTr("You did not answer")
        }

        Label {
            Layout.fillWidth: true
            visible: text.length > 0
            kind: Label.Secondary
            text: entry.closedText
        }

        Flow {
            Layout.fillWidth: true
            visible: entry.canConfirm
            spacing: Theme.space.small

            Button {
                objectName: "confirm"
                kind: entry.answerText.length > 0 ? Button.Outlined : Button.Filled
                text: qsTr("That’s right")
                onClicked: entry.confirm()
            }

            Button {
                objectName: "differ"
                text: qsTr("Different time")
                onClicked: answer.ask(false)
            }

            Button {
                objectName: "deny"
                text: qsTr("Did not happen")
                onClicked: answer.ask(true)
            }
        }
    }

    NotesCard {
        Layout.fillWidth: true
        visible: entry.exists && (entry.focus.length > 0 || entry.notes.count > 0)
        title: qsTr("You and %1 read this").arg(entry.mentorName)
        head: entry.focus
        rows: entry.notes
    }

    AddendumCard {
        Layout.fillWidth: true
        visible: entry.mayAdd
        withWhom: entry.mentorName
        onAdded: body => entry.add(body)
    }

    HistoryCard {
        Layout.fillWidth: true
        visible: entry.history.count > 0
        rows: entry.history
    }

    Card {
        Layout.fillWidth: true
        visible: entry.exists
        padding: 20
        spacing: 12

        TextBox {
            Layout.fillWidth: true
            objectName: "shared"
            label: qsTr("Your words, for you and %1").arg(entry.mentorName)
            text: entry.shared
            onEdited: text => entry.writeShared(text)
        }

        Button {
            objectName: "keepShared"
            enabled: entry.sharedChanged
            text: qsTr("Keep")
            Accessible.name: qsTr("Keep your words for you and %1").arg(entry.mentorName)
            onClicked: entry.keepShared()
        }

        TextBox {
            Layout.fillWidth: true
            Layout.topMargin: 8
            objectName: "own"
            label: qsTr("Only for you")
            hint: qsTr("It stays on your own devices and in your own place on the server. Nobody else reads it.")
            text: entry.own
            onEdited: text => entry.writeOwn(text)
        }

        Button {
            objectName: "keepOwn"
            enabled: entry.ownChanged
            text: qsTr("Keep")
            Accessible.name: qsTr("Keep your words for you alone")
            onClicked: entry.keepOwn()
        }
    }

    Card {
        Layout.fillWidth: true
        visible: entry.exists
        padding: 20
        spacing: 12

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("How confident do you feel?")
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: qsTr("1 is not at all, 5 is very. Only you can say it, now or later, and %1 sees it. Leave it out as you like.").arg(entry.mentorName)
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.small

            Repeater {
                model: 5

                delegate: Chip {
                    id: chip

                    required property int index

                    objectName: "pulse" + (chip.index + 1)
                    text: String(chip.index + 1)
                    selected: entry.pulse === chip.index + 1
                    onClicked: entry.sayPulse(chip.index + 1)
                }
            }
        }
    }

    Card {
        Layout.fillWidth: true
        visible: entry.exists
        padding: 20
        spacing: 6

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("Your steps")
        }

        Repeater {
            model: entry.steps

            delegate: CheckRow {
                id: step

                required property int index
                required property string dueText
                required property bool done

                required text
                Layout.fillWidth: true
                leftPadding: 0
                checked: step.done
                detail: step.dueText
                onToggled: entry.steps.setDone(step.index, step.checked)
            }
        }

        Field {
            id: more

            Layout.fillWidth: true
            objectName: "step"
            label: qsTr("A step of your own")
            onEdited: text => more.text = text
        }

        Button {
            objectName: "addStep"
            enabled: more.text.trim().length > 0
            text: qsTr("Add")
            onClicked: {
                entry.addStep(more.text);
                more.text = "";
            }
        }
    }

    Button {
        objectName: "share"
        visible: entry.exists
        kind: Button.Plain
        text: qsTr("Show some of this to somebody…")
        onClicked: root.shareRequested(entry.matchId)
    }
}
