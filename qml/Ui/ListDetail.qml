// SPDX-License-Identifier: Apache-2.0
import QtQuick

// A list and its detail side by side where there is room, else one of them at a time.
Item {
    id: root

    property Component list
    property Component detail
    property bool detailShown: false
    property real listWidth: Theme.listWidth

    readonly property bool wide: root.width >= Theme.unit * 44

    Slot {
        id: first

        width: root.wide ? root.listWidth : root.width
        height: root.height
        visible: root.wide || !root.detailShown
        component: root.list
    }

    Rectangle {
        x: first.width
        width: 1
        height: root.height
        visible: root.wide
        color: Theme.colors.line
    }

    Slot {
        x: root.wide ? first.width + 1 : 0
        width: root.wide ? root.width - first.width - 1 : root.width
        height: root.height
        visible: root.wide || root.detailShown
        active: root.wide || root.detailShown
        component: root.detail
    }
}
