// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick

// Chips for a list of choices with the roles value, label and selected.
Flow {
    id: root

    required property var model // any item model: Ui knows none of them by type
    property bool enabledChips: true

    signal toggled(int value)

    spacing: Theme.space.small

    Repeater {
        model: root.model

        delegate: Chip {
            required property int value
            required property string label
            required selected

            text: label
            width: root.width > 0 ? Math.min(implicitWidth, root.width) : implicitWidth
            enabled: root.enabledChips
            onClicked: root.toggled(value)
        }
    }
}
