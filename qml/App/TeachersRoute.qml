// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.CheckIns

TeachersPage {
    id: root

    required property Routes way

    academy: root.way.academy
    statusLine: root.way.statusLine
    onCheckInRequested: (matchId, quick) => root.way.opened(quick ? "check-in/quick" : "check-in", matchId)
    onCheckInOpened: checkInId => root.way.opened("held", checkInId)
}
