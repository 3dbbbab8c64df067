// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

AccessPage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.opened("mine", "")
}
