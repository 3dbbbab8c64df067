// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A question over the page: from below on a phone, in the middle elsewhere. Escape closes it.
T.Popup {
    id: root

    required property string title
    default property alias content: column.data

    readonly property bool wide: parent ? parent.width >= Theme.tabletWidth : true

    parent: T.Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    width: parent ? (root.wide ? Math.min(480 * Math.min(1.5, Theme.textScale), parent.width - 64) : parent.width) : 320
    height: parent ? Math.min(implicitHeight, parent.height - 48) : implicitHeight
    implicitHeight: column.implicitHeight + header.height + topPadding + bottomPadding + 12
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(root.wide ? (parent.height - height) / 2 : parent.height - height) : 0
    // A week of the calendar has 48 a day on a phone.
    padding: root.wide ? 24 : 12
    topPadding: 16

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.duration
            easing.type: Easing.OutCubic
        }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.colors.shade
    }

    background: Rectangle {
        radius: Theme.radius.card + 4
        color: Theme.colors.surface
        border.width: 1
        border.color: Theme.colors.line

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 1
            height: parent.radius
            visible: !root.wide
            color: Theme.colors.surface
        }
    }

    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        RowLayout {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top

            Label {
                Layout.fillWidth: true
                Layout.leftMargin: root.wide ? 0 : 8
                kind: Label.Section
                text: root.title
            }

            IconButton {
                Layout.rightMargin: root.wide ? -12 : 0
                symbol: "close"
                text: qsTr("Close")
                onClicked: root.close()
            }
        }

        ScrollArea {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.topMargin: 12
            anchors.bottom: parent.bottom
            anchors.margins: -6
            contentHeight: column.implicitHeight + 12

            ColumnLayout {
                id: column

                x: 6
                y: 6
                width: parent.width - 12
                spacing: Theme.space.card
            }
        }
    }
}
