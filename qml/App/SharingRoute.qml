// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

SharingPage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.opened("mine", "")
    onProposalRequested: root.way.opened("share", "")
    onFailed: sentence => root.way.noted(sentence, true)
}
