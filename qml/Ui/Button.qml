// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.Button {
    id: root

    enum Kind { Filled, Outlined, Plain }

    property int kind: Button.Outlined
    property string symbol

    readonly property color ink: !root.enabled ? Theme.colors.muted
        : root.kind === Button.Filled ? Theme.colors.primaryInk
        : root.kind === Button.Plain ? Theme.colors.primary : Theme.colors.text

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.kind === Button.Plain ? 12 : 20
    rightPadding: root.leftPadding
    topPadding: 8
    bottomPadding: 8
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.type.body
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Button
    Accessible.name: root.text

    contentItem: Item {
        implicitWidth: natural.width + (root.symbol.length > 0 ? mark.width + line.spacing : 0)
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
            spacing: 8

            Icon {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                visible: root.symbol.length > 0
                icon: root.symbol
                color: root.ink
                size: 20 * Math.min(1.5, Theme.textScale)
            }

            Text {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font: root.font
                color: root.ink
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                width: Math.min(natural.width, Math.max(0, line.parent.width - (root.symbol.length > 0 ? mark.width + line.spacing : 0)))
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: root.kind === Button.Filled ? (root.enabled ? Theme.colors.primary : Theme.colors.sunken)
            : root.kind === Button.Plain ? "transparent" : Theme.colors.surface
        border.width: root.kind === Button.Outlined ? 1 : 0
        border.color: root.enabled ? Theme.colors.lineStrong : Theme.colors.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.ink
            opacity: root.down ? 0.16 : root.hovered && root.enabled ? 0.07 : 0
        }

        FocusRing {
            shown: root.visualFocus
            control: root
        }
    }
}
