// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick

// A quiet line through a few values, from `least` to `most`. The model has the roles value, before (0 for the first),
// label and text.
Item {
    id: root

    required property var model // any item model: Ui knows none of them by type
    property int least: 1
    property int most: 5
    property string summary

    readonly property real labelHeight: 24 * Theme.textScale
    readonly property real step: (root.width - 2 * root.inset) / Math.max(1, points.count - 1)
    readonly property real inset: 28 * Theme.textScale

    function heightOf(value: int): real {
        return 8 + (root.height - root.labelHeight - 20) * (root.most - value) / Math.max(1, root.most - root.least);
    }

    implicitHeight: 76 + root.labelHeight
    implicitWidth: 320
    Accessible.role: Accessible.Chart
    Accessible.name: root.summary

    Repeater {
        model: root.most - root.least + 1

        delegate: Rectangle {
            required property int index

            y: root.heightOf(root.least + index)
            width: root.width
            height: 1
            color: Theme.colors.line
        }
    }

    Repeater {
        id: points

        model: root.model

        delegate: Item {
            id: point

            required property int index
            required property int value
            required property int before
            required property string label
            required property string text

            // The first and the last stand under their points; of more than six, the others don't.
            readonly property bool isNamed: points.count <= 6 || point.index === 0 || point.index === points.count - 1
            readonly property real rise: root.heightOf(point.value) - root.heightOf(point.before)

            x: points.count === 1 ? root.width / 2 : root.inset + point.index * root.step
            y: root.heightOf(point.value)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2", "a day and a value").arg(point.label).arg(point.text)

            Rectangle {
                visible: point.before > 0
                width: Math.hypot(root.step, point.rise)
                height: 2.5
                y: -height / 2
                x: -width
                transformOrigin: Item.Right
                rotation: Math.atan2(point.rise, root.step) * 180 / Math.PI
                antialiasing: true
                color: Theme.colors.primary
            }

            Rectangle {
                x: -5
                y: -5
                width: 10
                height: 10
                radius: 5
                color: Theme.colors.primary
                border.width: 2
                border.color: Theme.colors.surface
            }

            Text {
                x: -width / 2
                y: root.height - height - point.y
                visible: point.isNamed
                text: point.label
                textFormat: Text.PlainText
                font.pixelSize: Theme.type.badge
                color: Theme.colors.muted
                Accessible.ignored: true
            }
        }
    }
}
