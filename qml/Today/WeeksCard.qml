// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Minutes by week as bars; pressing it shows the same as a table.
PressCard {
    id: root

    required property WeekMinutesModel weeks
    required property string sentence

    property bool asTable: false

    text: qsTr("Minutes by week")
    description: root.sentence
    onClicked: root.asTable = !root.asTable

    RowLayout {
        Layout.fillWidth: true

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4

            Label {
                Layout.fillWidth: true
                kind: Label.Item
                text: qsTr("Minutes by week")
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

    Bars {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: !root.asTable
        model: root.weeks
        maximum: root.weeks.maximum
        summary: root.sentence
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.topMargin: 4
        visible: root.asTable
        spacing: 0

        Repeater {
            model: root.weeks

            delegate: RowLayout {
                id: row

                required property string label
                required property string text

                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(36, implicitHeight)

                Label {
                    Layout.preferredWidth: 64 * Theme.textScale
                    quiet: true
                    text: row.label
                }

                Label {
                    Layout.fillWidth: true
                    text: row.text
                }
            }
        }
    }
}
