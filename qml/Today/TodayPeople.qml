// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// A mentor's teachers, each with the month so far.
ColumnLayout {
    id: root

    required property TodayModel today

    signal teacherOpened(string matchId)

    spacing: 14

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("Your teachers")
    }

    Repeater {
        model: root.today.teachers

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
            status: paceText
            amount: minutesText
            behind: pace >= 2
            note: hasDraft ? qsTr("draft") : ""
            onClicked: root.teacherOpened(matchId)
        }
    }
}
