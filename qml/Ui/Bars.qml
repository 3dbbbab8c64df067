// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick

// Quiet bars over a few periods: filled for what the plan has, outlined above it for what lies
// outside. The model has the roles label, sanctioned, outside and text.
Item {
    id: root

    required property var model // any item model: Ui knows none of them by type
    property real maximum: 1
    property string summary

    readonly property real labelHeight: 24 * Theme.textScale
    // Each, each second, each third period has its name below, as there is room.
    readonly property int named: Math.max(1, Math.ceil(52 * Theme.textScale / Math.max(1, root.width / Math.max(1, columns.count))))

    implicitHeight: 64 + root.labelHeight
    implicitWidth: 400
    Accessible.role: Accessible.Chart
    Accessible.name: root.summary

    Row {
        anchors.fill: parent
        spacing: Math.max(6, Math.min(22, root.width / 40))

        Repeater {
            id: columns

            model: root.model

            delegate: Item {
                id: column

                required property int index
                required property string label
                required property int sanctioned
                required property int outside
                required property string text

                readonly property real scaleOf: (root.height - root.labelHeight - 8) / Math.max(1, root.maximum)

                width: Math.min(46, (root.width - 22) / Math.max(1, columns.count) - 8)
                height: root.height
                Accessible.role: Accessible.StaticText
                Accessible.name: column.text

                Rectangle {
                    id: filled

                    y: root.height - root.labelHeight - height
                    width: parent.width
                    height: Math.max(column.sanctioned > 0 ? 4 : 2, column.sanctioned * column.scaleOf)
                    radius: Math.min(4, height / 2)
                    color: column.sanctioned > 0 ? Theme.colors.primary : Theme.colors.line
                }

                Rectangle {
                    visible: column.outside > 0
                    y: filled.y - height - 2
                    width: parent.width
                    height: Math.max(7, column.outside * column.scaleOf)
                    radius: 4
                    color: "transparent"
                    border.width: 1.5
                    border.color: Theme.colors.warn
                }

                Text {
                    y: root.height - height
                    x: (parent.width - width) / 2
                    visible: (columns.count - 1 - column.index) % root.named === 0
                    text: column.label
                    textFormat: Text.PlainText
                    font.pixelSize: Theme.type.badge
                    color: Theme.colors.muted
                    Accessible.ignored: true
                }
            }
        }
    }
}
