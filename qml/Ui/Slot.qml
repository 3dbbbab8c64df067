// SPDX-License-Identifier: Apache-2.0
import QtQuick

// Makes a component and lets it fill this place. A Loader of Qt 6.4 refuses bound components, a
// Repeater of one takes them.
FocusScope {
    id: root

    property Component component
    property bool active: true

    readonly property Item item: maker.count > 0 ? maker.itemAt(0) : null

    Repeater {
        id: maker

        model: root.active && root.component ? 1 : 0
        delegate: root.component
        onItemAdded: (index, item) => {
            item.anchors.fill = root;
            item.focus = true;
        }
    }
}
