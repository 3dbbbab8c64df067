// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// One milestone: how it stands, what to do about it, how its date moved, who said what.
Page {
    id: root

    required property Academy academy
    required property string recordId

    signal saved(string sentence)
    signal failed(string sentence)

    title: milestone.title
    maximumWidth: Theme.formWidth

    MilestoneDetail {
        id: milestone

        academy: root.academy
        recordId: root.recordId
        onSaved: text => root.saved(text)
        onFailed: text => root.failed(text)
    }

    Flow {
        Layout.fillWidth: true
        visible: root.recordId.length > 0
        spacing: 8

        Badge {
            visible: text.length > 0
            text: milestone.isDone ? milestone.doneText : milestone.healthText
            tone: milestone.isDone ? Badge.Good
                : milestone.health === MilestoneListModel.Overdue ? Badge.Bad
                : milestone.health === MilestoneListModel.DueSoon ? Badge.Warn
                : milestone.health === MilestoneListModel.AtRisk ? Badge.Info
                : milestone.health === MilestoneListModel.OnTrack ? Badge.Good : Badge.Quiet
        }

        Badge {
            visible: milestone.practice.length > 0
            marked: false
            text: milestone.practice
        }

        Badge {
            visible: milestone.flagged
            tone: Badge.Info
            text: qsTr("Flagged for the state team")
        }
    }

    Label {
        Layout.fillWidth: true
        quiet: true
        visible: text.length > 0
        text: milestone.schoolName.length > 0 && milestone.planTitle.length > 0
            ? milestone.planTitle + " · " + milestone.schoolName : milestone.planTitle + milestone.schoolName
    }

    Flow {
        Layout.fillWidth: true
        visible: milestone.mayEdit || milestone.mayComment
        spacing: Theme.space.small

        Button {
            objectName: "doneOn"
            visible: milestone.mayEdit && !milestone.isDone
            kind: Button.Filled
            text: qsTr("Done on…")
            onClicked: done.open()
        }

        Button {
            objectName: "ask"
            visible: milestone.mayComment
            text: qsTr("Ask %1", "the owner of a milestone").arg(milestone.owner.length > 0 ? milestone.owner : qsTr("the owner"))
            onClicked: ask.open()
        }

        Button {
            objectName: "moveDate"
            visible: milestone.mayEdit && !milestone.isDone
            text: qsTr("Move date")
            onClicked: move.open()
        }

        Button {
            objectName: "flag"
            visible: milestone.mayEdit
            symbol: milestone.flagged ? "check" : "flag"
            text: milestone.flagged ? qsTr("Flagged") : qsTr("Flag for state team")
            onClicked: milestone.setFlag(!milestone.flagged)
        }
    }

    Card {
        Layout.fillWidth: true
        visible: root.recordId.length > 0
        padding: 20
        spacing: 14

        GridLayout {
            Layout.fillWidth: true
            columns: 2
            columnSpacing: 20
            rowSpacing: 10

            Label {
                kind: Label.Secondary
                text: qsTr("Due")
            }

            Label {
                Layout.fillWidth: true
                objectName: "due"
                font.weight: Font.DemiBold
                text: milestone.dueText
            }

            Label {
                kind: Label.Secondary
                text: qsTr("Baseline")
            }

            Label {
                Layout.fillWidth: true
                text: milestone.baselineText
            }

            Label {
                kind: Label.Secondary
                visible: milestone.owner.length > 0
                text: qsTr("Owner")
            }

            Label {
                Layout.fillWidth: true
                visible: milestone.owner.length > 0
                text: milestone.owner
            }

            Label {
                kind: Label.Secondary
                text: qsTr("Saved")
            }

            Label {
                Layout.fillWidth: true
                text: milestone.onServerText
            }
        }
    }

    Card {
        Layout.fillWidth: true
        visible: root.recordId.length > 0 && (milestone.mayEdit || milestone.blocker.length > 0)
        padding: 20
        spacing: 8

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("What is in the way")
        }

        Label {
            Layout.fillWidth: true
            quiet: milestone.blocker.length === 0
            text: milestone.blocker.length > 0 ? milestone.blocker : qsTr("Nothing is noted.")
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: milestone.mayEdit && !milestone.isDone
            spacing: Theme.space.small

            Button {
                objectName: "editBlocker"
                text: milestone.blocker.length > 0 ? qsTr("Change") : qsTr("Write it down")
                onClicked: blocker.open()
            }

            Chip {
                objectName: "atRisk"
                height: Theme.target
                text: qsTr("At risk")
                selected: milestone.atRisk
                onClicked: milestone.setAtRisk(!milestone.atRisk)
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: moves.count > 0
        kind: Label.Section
        text: qsTr("How its date moved")
    }

    Repeater {
        id: moves

        model: milestone.revisions

        delegate: Card {
            id: revision

            required property string dateText
            required property string reason
            required property string byText

            Layout.fillWidth: true
            spacing: 4

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                text: revision.dateText
            }

            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                text: revision.reason
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: revision.byText
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: said.count > 0
        kind: Label.Section
        text: qsTr("Questions and answers")
    }

    Repeater {
        id: said

        model: milestone.comments

        delegate: Card {
            id: comment

            required property string body
            required property string byText

            Layout.fillWidth: true
            spacing: 4

            Label {
                Layout.fillWidth: true
                text: comment.body
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: comment.byText
            }
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 60
        visible: root.recordId.length === 0
        symbol: "flag"
        title: qsTr("No milestone is open")
        text: qsTr("Choose one in the list to see how its date moved and what is in the way.")
    }

    DoneSheet {
        id: done

        today: root.academy.today
        onPicked: day => milestone.doneOn(day)
    }

    WordsSheet {
        id: ask

        title: qsTr("Ask %1", "the owner of a milestone").arg(milestone.owner.length > 0 ? milestone.owner : qsTr("the owner"))
        label: qsTr("Your question")
        explanation: qsTr("Everybody who sees this milestone sees the question and the answer.")
        action: qsTr("Ask")
        onSaid: text => milestone.askOwner(text)
    }

    WordsSheet {
        id: blocker

        title: qsTr("What is in the way")
        label: qsTr("In a sentence or two")
        action: qsTr("Save")
        mayBeEmpty: true
        initial: milestone.blocker
        onSaid: text => milestone.setBlocker(text)
    }

    MoveSheet {
        id: move

        today: root.academy.today
        dueText: milestone.dueText
        begunDay: milestone.begunDay
        begunReason: milestone.begunReason
        onKept: (day, reason) => milestone.keepMove(day, reason)
        onMoved: (day, reason) => milestone.moveDate(day, reason)
    }
}
