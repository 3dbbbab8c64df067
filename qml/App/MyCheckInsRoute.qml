// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

MyCheckInsPage {
    id: root

    required property Routes way

    academy: root.way.academy
    line: root.way.statusLine
    onCheckInOpened: checkInId => root.way.opened("my-check-in", checkInId)
    onFailed: sentence => root.way.noted(sentence, true)
}
