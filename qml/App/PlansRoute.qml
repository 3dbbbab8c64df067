// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Plans

PlansPage {
    id: root

    required property Routes way

    academy: root.way.academy
    statusLine: root.way.statusLine
    onSaved: sentence => root.way.noted(sentence, false)
    onFailed: sentence => root.way.noted(sentence, true)
}
