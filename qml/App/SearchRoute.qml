// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Search

SearchPage {
    id: root

    required property Routes way

    academy: root.way.academy
    onBack: root.way.closed()
    onOpened: (route, recordId) => root.way.opened(route, recordId)
}
