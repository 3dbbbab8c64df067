// SPDX-License-Identifier: Apache-2.0
import QtQuick

// Makes a component and lets it fill this place: a Loader of Qt 6.4 refuses bound components.
// What it made goes with it, at once.
FocusScope {
    id: root

    property Component component
    property bool active: true
    property Item item

    function remake() {
        if (root.item)
            root.item.destroy();
        // It may pass the focus on when it is complete, so it has it before.
        root.item = root.active && root.component ? root.component.createObject(root, { focus: true }) as Item : null;
        if (root.item)
            root.item.anchors.fill = root;
    }

    Component.onCompleted: {
        root.remake();
        root.activeChanged.connect(root.remake);
        root.componentChanged.connect(root.remake);
    }
}
