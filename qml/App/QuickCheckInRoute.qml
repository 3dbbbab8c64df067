// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.CheckIns

CheckInPage {
    id: root

    required property Routes way

    academy: root.way.academy
    quick: true
    onBack: root.way.closed()
    onSaved: sentence => {
        root.way.noted(sentence, false);
        root.way.closed();
    }
    onFailed: sentence => root.way.noted(sentence, true)
}
