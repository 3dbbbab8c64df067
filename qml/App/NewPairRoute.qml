// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.CheckIns

NewPairPage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.opened("pairs", "")
    onMade: sentence => {
        root.way.noted(sentence, false);
        root.way.opened("pairs", "");
    }
    onFailed: sentence => root.way.noted(sentence, true)
}
