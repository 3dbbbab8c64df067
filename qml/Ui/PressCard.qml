// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A card that opens something; the whole of it is the target.
T.Button {
    id: root

    default property alias content: column.data
    property bool selected: false
    property string description

    implicitWidth: column.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, column.implicitHeight + topPadding + bottomPadding)
    padding: Theme.space.card
    spacing: Theme.space.small
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.description

    contentItem: Item {
        implicitWidth: column.implicitWidth
        implicitHeight: column.implicitHeight

        ColumnLayout {
            id: column

            width: parent.width
            spacing: root.spacing
        }
    }

    background: Rectangle {
        radius: Theme.radius.card
        color: root.selected ? Theme.colors.primarySoft : Theme.colors.surface
        border.width: root.selected ? 2 : 1
        border.color: root.selected ? Theme.colors.primary : Theme.colors.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.colors.text
            opacity: root.down ? 0.07 : root.hovered ? 0.03 : 0
        }

        FocusRing {
            shown: root.visualFocus
            control: root
            controlRadius: Theme.radius.card
        }
    }
}
