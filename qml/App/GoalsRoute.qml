// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

GoalsPage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.opened("mine", "")
    onFailed: sentence => root.way.noted(sentence, true)
}
