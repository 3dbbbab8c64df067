// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One person, what she was sent or opened, and when.
Card {
    id: root

    required property string who
    required property string initial
    required property string what
    required property string when

    padding: 16

    RowLayout {
        Layout.fillWidth: true
        spacing: 14

        Avatar {
            Layout.alignment: Qt.AlignTop
            initial: root.initial
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                kind: Label.Item
                text: root.who
            }

            Label {
                Layout.fillWidth: true
                text: root.what
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: root.when
            }
        }
    }
}
