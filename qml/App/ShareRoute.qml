// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

ProposeSharePage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.opened("sharing", "")
    onProposed: sentence => {
        root.way.noted(sentence, false);
        root.way.opened("sharing", "");
    }
    onFailed: sentence => root.way.noted(sentence, true)
}
