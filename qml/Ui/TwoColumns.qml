// SPDX-License-Identifier: Apache-2.0
import QtQuick

// Two items side by side, or one below the other where there is no room.
Item {
    id: root

    required property Item first
    required property Item second
    property bool wide: false
    property int gap: Theme.space.card

    readonly property real columnWidth: root.wide ? (root.width - root.gap) / 2 : root.width

    implicitWidth: 200
    implicitHeight: root.wide ? Math.max(root.first.implicitHeight, root.second.implicitHeight)
        : root.first.implicitHeight + root.gap + root.second.implicitHeight

    Binding {
        target: root.first
        property: "width"
        value: root.columnWidth
    }

    Binding {
        target: root.second
        property: "width"
        value: root.columnWidth
    }

    Binding {
        target: root.second
        property: "x"
        value: root.wide ? root.columnWidth + root.gap : 0
    }

    Binding {
        target: root.second
        property: "y"
        value: root.wide ? 0 : root.first.implicitHeight + root.gap
    }
}
