// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Teacher

MinePage {
    id: root

    required property Routes way

    academy: root.way.academy
    line: root.way.statusLine
    onOpened: route => root.way.opened(route, "")
}
