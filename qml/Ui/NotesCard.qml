// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Words that were written, each with what it is about and by whom. The rows have title, who and body.
Card {
    id: root

    required property string title
    required property var rows
    property string head // one line above them, such as the focus

    padding: 20
    spacing: 12

    Label {
        Layout.fillWidth: true
        kind: Label.Heading
        text: root.title
    }

    Label {
        Layout.fillWidth: true
        visible: text.length > 0
        kind: Label.Item
        text: root.head
    }

    Repeater {
        model: root.rows

        delegate: ColumnLayout {
            id: note

            required property string title
            required property string who
            required property string body

            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: qsTr("%1 · %2", "What works · Lena Brandt").arg(note.title).arg(note.who)
            }

            Label {
                Layout.fillWidth: true
                text: note.body
            }
        }
    }
}
