// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What today asks for: the next conversation, your teachers, promises, what needs you.
Page {
    id: root

    required property Academy academy
    property string recordId
    property bool allSteps: false // promises beyond the first three

    signal checkInRequested(string matchId)
    signal teacherOpened(string matchId)
    signal teachersOpened
    signal milestonesOpened

    title: today.dayText
    action: root.academy.isMentor ? newCheckIn : null

    TodayModel {
        id: today

        academy: root.academy
    }

    Component {
        id: newCheckIn

        Button {
            objectName: "newCheckIn"
            kind: Button.Filled
            symbol: root.narrow ? "plus" : ""
            text: root.narrow ? qsTr("New") : qsTr("New check-in")
            Accessible.name: qsTr("New check-in")
            onClicked: {
                if (today.teachers.count === 1)
                    root.checkInRequested(today.teachers.firstId);
                else
                    whom.open();
            }
        }
    }

    NextCard {
        Layout.fillWidth: true
        visible: today.hasNext
        narrow: root.narrow
        when: today.nextWhen
        title: today.nextTitle
        text: today.nextText
        onStarted: root.checkInRequested(today.nextMatchId)
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: today.toConfirm.count > 0
        kind: Label.Section
        text: qsTr("Is this right?")
    }

    Repeater {
        model: today.toConfirm

        delegate: ToConfirmCard {
            id: entry

            required property int index

            required dayText
            required minutesText
            required modeText
            Layout.fillWidth: true
            onConfirmed: today.toConfirm.confirm(entry.index)
            onDiffered: minutes => today.toConfirm.timeDiffers(entry.index, minutes)
            onDenied: today.toConfirm.notHeld(entry.index)
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: root.academy.isMentor
        kind: Label.Section
        text: qsTr("Your teachers")
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 24
        Layout.bottomMargin: 24
        visible: today.loaded && root.academy.isMentor && today.teachers.count === 0
        symbol: "person"
        title: qsTr("Your teachers will be here")
        text: qsTr("As soon as your district has matched you with a teacher, this page shows your time together and what you promised each other.")
    }

    GridLayout {
        Layout.fillWidth: true
        visible: root.academy.isMentor && today.teachers.count > 0
        columns: root.width >= Theme.unit * 66 ? 2 : 1
        columnSpacing: 14
        rowSpacing: 14

        Repeater {
            model: today.teachers

            delegate: PersonCard {
                required property string matchId
                required property string paceText
                required property int pace
                required property string minutesText
                required property bool hasDraft

                required name
                required initial
                required fraction
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                status: paceText
                amount: minutesText
                behind: pace >= 2
                note: hasDraft ? qsTr("draft") : ""
                onClicked: root.teacherOpened(matchId)
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: root.academy.leadsDistrict
        kind: Label.Section
        text: qsTr("Milestones")
    }

    GridLayout {
        Layout.fillWidth: true
        visible: root.academy.leadsDistrict
        columns: root.width < Theme.unit * 20.5 ? 2 : 4
        columnSpacing: 8
        rowSpacing: 8

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: today.overdue
            tone: Badge.Bad
            selected: today.overdue > 0
            text: qsTr("overdue")
            onClicked: root.milestonesOpened()
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: today.dueSoon
            text: qsTr("due soon")
            onClicked: root.milestonesOpened()
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: today.atRisk
            text: qsTr("at risk")
            onClicked: root.milestonesOpened()
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            count: today.onTrack
            text: qsTr("on track")
            onClicked: root.milestonesOpened()
        }
    }

    Card {
        Layout.fillWidth: true
        visible: today.openSteps.count > 0
        spacing: 4

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("Promises")
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: today.promisesText
        }

        Repeater {
            model: today.openSteps

            delegate: CheckRow {
                id: step

                required property int index
                required property string ownerText
                required property string dueText
                required property bool done

                required text
                Layout.fillWidth: true
                visible: root.allSteps || step.index < 3
                leftPadding: 0
                bottomPadding: 4
                checked: step.done
                detail: step.dueText.length > 0 ? step.ownerText + " · " + step.dueText : step.ownerText
                onToggled: today.openSteps.setDone(step.index, step.checked)
            }
        }

        Button {
            Layout.leftMargin: 24
            visible: today.openSteps.count > 3
            kind: Button.Plain
            text: root.allSteps ? qsTr("Show fewer") : qsTr("Show all %1").arg(today.openSteps.count)
            onClicked: root.allSteps = !root.allSteps
        }
    }

    WeeksCard {
        Layout.fillWidth: true
        visible: root.academy.isMentor && today.teachers.count > 0
        weeks: today.weeks
        sentence: today.weeksText
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 40
        visible: today.loaded && !root.academy.isMentor && !root.academy.leadsDistrict && today.toConfirm.count === 0 && today.openSteps.count === 0
        symbol: "check"
        title: qsTr("Nothing waits for you today")
        text: qsTr("What your mentor records will be here for you to confirm, and promises you made each other.")
    }

    Sheet {
        id: whom

        title: qsTr("With whom?")

        Repeater {
            model: today.teachers

            delegate: PersonCard {
                required property string matchId
                required property string paceText
                required property int pace
                required property string minutesText

                required name
                required initial
                required fraction
                Layout.fillWidth: true
                status: paceText
                amount: minutesText
                behind: pace >= 2
                onClicked: {
                    whom.close();
                    root.checkInRequested(matchId);
                }
            }
        }
    }
}
