// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

// One choice among several; a tick and a stronger outline say that it is chosen.
T.Button {
    id: root

    property bool selected: false
    // Without outline and tick, as in a calendar.
    property bool plain: false

    readonly property bool ticked: root.selected && !root.plain
    readonly property color ink: root.selected ? Theme.colors.softInk : Theme.colors.text

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    topPadding: 10
    bottomPadding: 10
    topInset: (Theme.target - Theme.chipHeight) / 2
    bottomInset: root.topInset
    leftPadding: root.selected ? 12 : 16
    rightPadding: 16
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.pixelSize: 15 * Theme.textScale
    font.weight: root.selected ? Font.DemiBold : Font.Medium
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.selected

    contentItem: Item {
        implicitWidth: natural.width + (root.ticked ? mark.width + line.spacing : 0)
        implicitHeight: words.height

        // What the words take on one line; the text below wraps where that is more than there is.
        TextMetrics {
            id: measure

            font: root.font
            text: root.text
        }

        QtObject {
            id: natural

            readonly property real width: Math.ceil(measure.advanceWidth) + 1
        }

        Row {
            id: line

            anchors.centerIn: parent
            spacing: 6

            Icon {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                visible: root.ticked
                icon: "check"
                color: root.ink
                size: 18 * Math.min(1.5, Theme.textScale)
            }

            Text {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font: root.font
                color: root.ink
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                width: Math.min(natural.width, Math.max(0, line.parent.width - (root.ticked ? mark.width + line.spacing : 0)))
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: root.selected ? Theme.colors.primarySoft : Theme.colors.surface
        border.width: root.selected ? 2 : root.plain ? 0 : 1
        border.color: root.selected ? Theme.colors.primary : Theme.colors.lineStrong

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.ink
            opacity: root.down ? 0.14 : root.hovered ? 0.05 : 0
        }

        FocusRing {
            shown: root.visualFocus
            control: root
        }
    }
}
