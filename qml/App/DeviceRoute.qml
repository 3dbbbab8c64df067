// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Device

DevicePage {
    id: root

    required property Routes way

    people: root.way.people
    onBack: root.way.opened("sync", "")
    onSaved: sentence => root.way.noted(sentence, false)
}
