// SPDX-License-Identifier: Apache-2.0
import QtQuick

// What is higher than its place: it scrolls by finger and wheel, and to whatever the keyboard comes to.
Flickable {
    id: root

    default property alias content: inside.data
    readonly property Item focused: root.Window.activeFocusItem
    property real margin: Theme.space.medium

    // Where the item's upper edge, and then its lower edge, is in view; of what is higher, the upper.
    function reveal(item: Item) {
        const top = item.mapToItem(inside, 0, 0).y - root.margin;
        const least = Math.min(top, top + item.height + 2 * root.margin - root.height);
        root.contentY = Math.max(0, Math.min(Math.max(root.contentY, least), top, Math.max(0, root.contentHeight - root.height)));
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    onFocusedChanged: {
        if (inside.activeFocus && root.focused)
            root.reveal(root.focused);
    }

    FocusScope {
        id: inside

        width: root.width
        height: root.contentHeight
    }
}
