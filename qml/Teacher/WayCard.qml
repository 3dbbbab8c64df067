// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One way on: what it is, in a line below, and the page behind it.
PressCard {
    id: root

    required property string symbol
    required property string line

    description: root.line
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: 14

        Icon {
            Layout.alignment: Qt.AlignTop
            icon: root.symbol
            color: Theme.colors.primary
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                kind: Label.Item
                text: root.text
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: root.line
            }
        }

        Icon {
            icon: "forward"
            color: Theme.colors.muted
        }
    }
}
