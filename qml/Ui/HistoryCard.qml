// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// What something said before it was put right. The rows have text and byText.
Card {
    id: root

    required property var rows

    padding: 20
    spacing: 10

    Label {
        Layout.fillWidth: true
        kind: Label.Heading
        text: qsTr("What it said before")
    }

    Repeater {
        model: root.rows

        delegate: ColumnLayout {
            id: past

            required property string text
            required property string byText

            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: past.text
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: past.byText
            }
        }
    }
}
