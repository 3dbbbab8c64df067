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

    readonly property bool withPeople: root.academy.isMentor && today.teachers.count > 0
    readonly property bool withRest: today.openSteps.count > 0 || root.academy.leadsDistrict || today.schoolMonths.count > 0 || root.withPeople

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
        mayStart: today.nextMatchId.length > 0
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

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 24
        Layout.bottomMargin: 24
        visible: today.loaded && root.academy.isMentor && today.teachers.count === 0
        symbol: "person"
        title: qsTr("Your teachers will be here")
        text: qsTr("As soon as your district has matched you with a teacher, this page shows your time together and what you promised each other.")
    }

    TwoColumns {
        id: columns

        Layout.fillWidth: true
        Layout.topMargin: 8
        wide: root.width >= Theme.unit * 58 && root.withPeople && root.withRest
        gap: root.withPeople ? Theme.space.section : 0
        first: people
        second: rest

        ColumnLayout {
            id: people

            visible: root.withPeople
            spacing: Theme.space.section

            TodayPeople {
                Layout.fillWidth: true
                today: today
                onTeacherOpened: matchId => root.teacherOpened(matchId)
            }

            WeeksCard {
                Layout.fillWidth: true
                objectName: "weeks"
                visible: columns.wide
                title: qsTr("Minutes by week")
                weeks: today.weeks
                sentence: today.weeksText
            }
        }

        ColumnLayout {
            id: rest

            spacing: Theme.space.section

            PromisesCard {
                Layout.fillWidth: true
                visible: today.openSteps.count > 0
                steps: today.openSteps
                sentence: today.promisesText
            }

            MilestoneCounters {
                Layout.fillWidth: true
                visible: root.academy.leadsDistrict
                today: today
                onOpened: root.milestonesOpened()
            }

            WeeksCard {
                Layout.fillWidth: true
                visible: root.withPeople && !columns.wide
                title: qsTr("Minutes by week")
                weeks: today.weeks
                sentence: today.weeksText
            }

            WeeksCard {
                Layout.fillWidth: true
                objectName: "school"
                visible: today.schoolMonths.count > 0
                title: qsTr("Mentoring at your school, by month")
                weeks: today.schoolMonths
                sentence: today.schoolText
            }
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 40
        visible: today.loaded && !root.academy.isMentor && !root.academy.leadsDistrict && !today.hasNext && today.toConfirm.count === 0 && today.openSteps.count === 0 && today.schoolMonths.count === 0
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
