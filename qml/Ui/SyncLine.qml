// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// Where the work is, in the same words on every page. Opens the sync centre.
T.Button {
    id: root

    enum Tone { Calm, Waits, Person }

    property int tone: SyncLine.Calm

    readonly property color ink: root.tone === SyncLine.Calm ? Theme.colors.muted : Theme.colors.warn

    Layout.fillWidth: true
    Layout.maximumWidth: implicitWidth
    implicitWidth: words.implicitWidth + 42
    implicitHeight: Math.max(32, line.implicitHeight)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: qsTr("Opens what is saved here and what the server has")

    contentItem: Item {
        Row {
            id: line

            anchors.verticalCenter: parent.verticalCenter
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                icon: root.tone === SyncLine.Calm ? "cloud-done" : root.tone === SyncLine.Waits ? "device" : "fork"
                color: root.ink
                size: 18 * Math.min(1.5, Theme.textScale)
            }

            Text {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                textFormat: Text.PlainText
                font.pixelSize: Theme.type.secondary
                font.weight: root.tone === SyncLine.Calm ? Font.Normal : Font.Medium
                font.underline: root.hovered
                color: root.ink
                wrapMode: Text.Wrap
                width: Math.min(implicitWidth, Math.max(40, line.parent.width - 26))
                Accessible.ignored: true
            }
        }
    }

    // The target reaches beyond the words, up and down, to 48.
    containmentMask: Item {
        x: -8
        y: (root.height - Theme.target) / 2
        width: root.width + 16
        height: Theme.target
    }

    FocusRing {
        shown: root.visualFocus
        control: root
        controlRadius: Theme.radius.badge
    }
}
