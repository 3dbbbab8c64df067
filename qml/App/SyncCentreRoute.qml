// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Sync

SyncPage {
    id: root

    required property Routes way

    sync: root.way.sync
    isSealed: root.way.people.sealed
    onNeedsYouOpened: root.way.opened("needs-you", "")
    onDeviceOpened: root.way.opened("device", "")
    onLookOpened: root.way.opened("look", "")
    onMineOpened: root.way.opened("mine", "")
}
