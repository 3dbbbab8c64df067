// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One thing to know: what it is about, and what holds.
RowLayout {
    id: root

    required property string icon
    required property string heading
    required property string text

    Layout.fillWidth: true
    spacing: Theme.space.medium

    Icon {
        Layout.alignment: Qt.AlignTop
        icon: root.icon
        color: Theme.colors.primary
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: root.heading
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: root.text
        }
    }
}
