// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.CheckIns

HeldCheckInPage {
    id: root

    required property Routes way

    academy: root.way.academy
    onClosed: matchId => root.way.opened(matchId.length > 0 ? "teacher" : "teachers", matchId)
    onSaved: sentence => root.way.noted(sentence, false)
    onFailed: sentence => root.way.noted(sentence, true)
}
