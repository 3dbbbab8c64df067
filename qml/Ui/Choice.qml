// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts

// A labelled group of chips from a model with the roles value, label and selected.
ColumnLayout {
    id: root

    property string label
    required property var model // any item model: Ui knows none of them by type

    signal toggled(int value)

    spacing: 6
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    Label {
        Layout.fillWidth: true
        visible: root.label.length > 0
        font.pixelSize: 15 * Theme.textScale
        font.weight: Font.DemiBold
        text: root.label
    }

    ChoiceChips {
        Layout.fillWidth: true
        model: root.model
        onToggled: value => root.toggled(value)
    }
}
