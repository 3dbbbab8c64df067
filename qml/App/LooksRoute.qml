// SPDX-License-Identifier: Apache-2.0
import QtQuick

LookPage {
    id: root

    required property Routes way

    look: root.way.look
    onBack: root.way.opened("sync", "")
}
