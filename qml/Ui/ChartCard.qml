// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// A small chart with a sentence that says its point; pressing it shows the same as a table. The model of the rows
// has the roles label and text.
PressCard {
    id: root

    required property string title
    required property string sentence
    required property Component chart
    required property var rows // any item model: Ui knows none of them by type
    property bool asTable: false

    text: root.title
    description: root.asTable ? qsTr("%1. Shows the chart.", "what a chart says").arg(root.sentence) : qsTr("%1. Shows the table.", "what a chart says").arg(root.sentence)
    onClicked: root.asTable = !root.asTable

    RowLayout {
        Layout.fillWidth: true

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4

            Label {
                Layout.fillWidth: true
                kind: Label.Item
                text: root.title
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: root.sentence
            }
        }

        Icon {
            Layout.alignment: Qt.AlignTop
            icon: root.asTable ? "bars" : "table"
            color: Theme.colors.muted
        }
    }

    Repeater {
        model: root.asTable ? 0 : 1
        delegate: root.chart
    }

    Repeater {
        model: root.asTable ? root.rows : null

        delegate: RowLayout {
            id: row

            required property int index
            required property string label
            required property string text

            Layout.fillWidth: true
            Layout.topMargin: row.index === 0 ? 4 : 0
            Layout.preferredHeight: Math.max(36, implicitHeight)
            objectName: "tableRow"
            spacing: Theme.space.medium
            Accessible.role: Accessible.Row
            Accessible.name: row.label + ": " + row.text

            Label {
                Layout.preferredWidth: 72 * Theme.textScale
                quiet: true
                text: row.label
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                text: row.text
                Accessible.ignored: true
            }
        }
    }
}
