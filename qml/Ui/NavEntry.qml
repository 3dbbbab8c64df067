// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

// One place to go: an icon over its word, or beside it where there is room.
T.Button {
    id: root

    required property string symbol
    property bool current: false
    property bool beside: false
    property int count: 0
    property bool roomy: false // not one of several on a phone's bar
    property real tall: 62

    implicitWidth: root.beside ? Theme.sidebarWidth - 32 : 64
    implicitHeight: root.beside ? Theme.target : root.tall
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: root.count > 0 ? qsTr("%1, %2", "a place and how many wait there").arg(root.text).arg(root.count) : root.text
    Accessible.selected: root.current

    // Later, since its words wrap by the width that a layout gives it while it asks for the height.
    Binding {
        target: root
        property: "tall"
        value: Math.max(62, word.y + word.height + 4)
        delayed: true
    }

    contentItem: Item {
        Rectangle {
            id: pill

            anchors.horizontalCenter: root.beside ? undefined : parent.horizontalCenter
            y: root.beside ? 0 : 2
            width: root.beside ? parent.width : 58
            height: root.beside ? parent.height : Math.max(34, mark.height + 6)
            radius: root.beside ? Theme.radius.control : height / 2
            color: root.current ? Theme.colors.primarySoft : "transparent"
            border.width: root.current ? 1 : 0
            border.color: Theme.colors.outline

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: Theme.colors.text
                opacity: root.down ? 0.12 : root.hovered ? 0.05 : 0
            }

            FocusRing {
                shown: root.visualFocus
                control: root
                controlRadius: pill.radius
                anchors.margins: root.beside ? 0 : -3
            }
        }

        Icon {
            id: mark

            x: root.beside ? 14 : Math.round((parent.width - width) / 2)
            y: root.beside ? Math.round((parent.height - height) / 2) : Math.round(pill.y + (pill.height - height) / 2)
            icon: root.symbol
            color: root.current ? Theme.colors.softInk : Theme.colors.muted
        }

        Rectangle {
            visible: root.count > 0
            x: root.beside ? parent.width - width - 12 : mark.x + 15
            y: root.beside ? Math.round((parent.height - height) / 2) : Math.max(0, mark.y - 5)
            width: Math.max(20, amount.implicitWidth + 10)
            height: 20
            radius: 10
            color: Theme.colors.warn

            Text {
                id: amount

                anchors.centerIn: parent
                text: root.count
                font.pixelSize: 13
                font.weight: Font.DemiBold
                color: Theme.colors.surface
                Accessible.ignored: true
            }
        }

        Text {
            id: word

            x: root.beside ? mark.x + mark.width + 14 : 0
            y: root.beside ? Math.round((parent.height - height) / 2) : pill.y + pill.height + 2
            width: root.beside ? parent.width - x - 8 : parent.width
            text: root.text
            textFormat: Text.PlainText
            wrapMode: Text.WordWrap
            horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
            font.pixelSize: root.beside ? Theme.type.body : 13 * Math.min(root.roomy ? 1.25 : 1.08, Theme.textScale)
            font.weight: root.current ? Font.DemiBold : Font.Medium
            color: root.current ? (root.beside ? Theme.colors.softInk : Theme.colors.text) : Theme.colors.muted
            Accessible.ignored: true
        }
    }
}
