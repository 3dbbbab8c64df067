// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

// How much of an allowance is used, 0 to 1. The words beside it say the numbers.
T.ProgressBar {
    id: root

    property color fill: Theme.colors.primary
    property string label

    implicitWidth: 240
    implicitHeight: 6
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.label

    background: Rectangle {
        radius: height / 2
        color: Theme.colors.sunken
        border.width: 1
        border.color: Theme.colors.outline
    }

    contentItem: Item {
        Rectangle {
            width: parent.width * Math.min(1, root.position)
            height: parent.height
            radius: height / 2
            color: root.fill
        }
    }
}
