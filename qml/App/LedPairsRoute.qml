// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.CheckIns

LedPairsPage {
    id: root

    required property Routes way

    academy: root.way.academy
    statusLine: root.way.statusLine
    onNewPairRequested: root.way.opened("new-pair", "")
    onCheckInRequested: matchId => root.way.opened("check-in/quick", matchId)
}
