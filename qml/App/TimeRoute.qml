// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

TimePage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.opened("mine", "")
    onSaved: sentence => root.way.noted(sentence, false)
    onFailed: sentence => root.way.noted(sentence, true)
}
