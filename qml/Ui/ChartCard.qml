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

    ColumnLayout {
        Layout.fillWidth: true
        visible: !root.asTable
        spacing: 0

        Repeater {
            model: 1
            delegate: root.chart
        }
    }

    // Not a layout: Qt 6.4 lays items out again that are gone when one of many rows comes and goes.
    Column {
        id: table

        Layout.fillWidth: true
        visible: root.asTable

        Repeater {
            model: root.asTable ? root.rows : null

            delegate: Item {
                id: row

                required property string label
                required property string text

                objectName: "tableRow"
                width: table.width
                height: Math.max(36, name.height, value.height)
                Accessible.role: Accessible.Row
                Accessible.name: row.label + ": " + row.text

                Label {
                    id: name

                    anchors.verticalCenter: parent.verticalCenter
                    width: 72 * Theme.textScale
                    quiet: true
                    text: row.label
                    Accessible.ignored: true
                }

                Label {
                    id: value

                    anchors.verticalCenter: parent.verticalCenter
                    x: name.width + Theme.space.medium
                    width: row.width - x
                    text: row.text
                    Accessible.ignored: true
                }
            }
        }
    }
}
