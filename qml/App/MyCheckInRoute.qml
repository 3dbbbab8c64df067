// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

MyCheckInPage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.opened("my-check-ins", "")
    onSaved: sentence => root.way.noted(sentence, false)
    onFailed: sentence => root.way.noted(sentence, true)
    onShareRequested: matchId => root.way.opened("share", matchId)
}
