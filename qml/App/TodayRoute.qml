// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Today

TodayPage {
    id: root

    required property Routes way

    academy: root.way.academy
    line: root.way.statusLine
    onCheckInRequested: matchId => root.way.opened("check-in", matchId)
    onTeacherOpened: matchId => root.way.opened("teacher", matchId)
    onMilestonesOpened: root.way.opened("milestones", "")
}
