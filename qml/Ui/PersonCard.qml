// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts

// A person, how things stand, and how much of an allowance is used.
PressCard {
    id: root

    required property string name
    required property string initial
    property string status
    property string amount
    property real fraction: 0
    property bool behind: false
    property string note
    property bool roomy: false // the amount stands beside the name

    Binding {
        target: root
        property: "roomy"
        value: root.width >= Theme.unit * 28
        delayed: true
    }

    text: root.name
    description: root.status + " · " + root.amount

    RowLayout {
        Layout.fillWidth: true
        spacing: 16

        Avatar {
            Layout.alignment: Qt.AlignVCenter
            initial: root.initial
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 3

            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                Label {
                    Layout.fillWidth: true
                    kind: Label.Item
                    text: root.name
                }

                Badge {
                    visible: root.note.length > 0
                    text: root.note
                    marked: false
                }

                Label {
                    text: root.roomy ? root.amount : ""
                    wrapMode: Text.NoWrap
                }
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                color: root.behind ? Theme.colors.warn : Theme.colors.muted
                text: root.roomy || root.amount.length === 0 ? root.status : root.status + " · " + root.amount
            }

            ProgressBar {
                Layout.fillWidth: true
                Layout.maximumWidth: 320
                Layout.topMargin: 6
                value: root.fraction
                fill: root.behind ? Theme.colors.warn : Theme.colors.primary
                label: root.amount
            }
        }
    }
}
