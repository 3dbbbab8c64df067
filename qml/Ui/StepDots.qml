// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick

// Where one is in a few steps: `current` counts from 0.
Item {
    id: root

    required property int count
    required property int current

    implicitHeight: 4
    implicitWidth: row.implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Step %1 of %2").arg(root.current + 1).arg(root.count)

    Row {
        id: row

        readonly property real share: (root.width - (root.count - 1) * spacing) / root.count

        spacing: 6

        Repeater {
            model: root.count

            Rectangle {
                required property int index

                width: row.share
                height: root.height
                radius: 2
                color: index <= root.current ? Theme.colors.primary : Theme.colors.line
            }
        }
    }
}
