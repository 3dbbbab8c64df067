// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// One recorded check-in as its mentor has it: what stands there, the teacher's answer, and putting it right.
Page {
    id: root

    required property Academy academy
    property string recordId // empty for the latest

    signal closed(string matchId)
    signal saved(string sentence)
    signal failed(string sentence)

    title: held.title
    subtitle: held.factsText
    mayGoBack: true
    maximumWidth: Theme.formWidth
    onBack: root.closed(held.matchId)

    HeldCheckIn {
        id: held

        academy: root.academy
        checkInId: root.recordId
        onSaved: sentence => root.saved(sentence)
        onFailed: sentence => root.failed(sentence)
    }

    WithdrawSheet {
        id: withdrawal

        teacherName: held.teacherName
        onWithdrawn: reason => held.withdraw(reason)
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 40
        visible: held.loaded && !held.exists
        symbol: "note"
        title: qsTr("Your first check-in will be here")
        text: qsTr("You can open it from your teacher’s page, to read it or to put it right.")
    }

    Card {
        Layout.fillWidth: true
        visible: held.exists
        padding: 20
        spacing: 10

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: held.isWithdrawn ? qsTr("Withdrawn")
                : held.answerText.length > 0 ? qsTr("Answer: %1").arg(held.answerText)
                : qsTr("%1 has not answered yet").arg(held.teacherName)
        }

        Label {
            Layout.fillWidth: true
            visible: text.length > 0
            kind: Label.Secondary
            text: held.closedText
        }

        Flow {
            Layout.fillWidth: true
            visible: !held.correcting && (held.mayCorrect || held.mayWithdraw || held.mayBringBack)
            spacing: Theme.space.small

            Button {
                objectName: "correct"
                visible: held.mayCorrect
                text: qsTr("Put it right")
                onClicked: held.begin()
            }

            Button {
                objectName: "withdraw"
                visible: held.mayWithdraw
                kind: Button.Plain
                text: qsTr("Withdraw…")
                onClicked: withdrawal.open()
            }

            Button {
                objectName: "bringBack"
                visible: held.mayBringBack
                text: qsTr("Bring it back")
                onClicked: held.bringBack()
            }
        }
    }

    CorrectionCard {
        Layout.fillWidth: true
        visible: held.correcting
        entry: held
    }

    NotesCard {
        Layout.fillWidth: true
        visible: held.exists && !held.correcting && (held.focus.length > 0 || held.notes.count > 0)
        title: qsTr("What was written")
        head: held.focus
        rows: held.notes
    }

    AddendumCard {
        Layout.fillWidth: true
        visible: held.mayAdd
        withWhom: held.teacherName
        onAdded: body => held.add(body)
    }

    HistoryCard {
        Layout.fillWidth: true
        visible: held.history.count > 0
        rows: held.history
    }
}
