// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts

// What will be here, and the first step to it.
Item {
    id: root

    property string symbol
    property string title
    property string text
    property string action

    signal taken

    // Not a layout in the layouts of its page: those of Qt 6.4 miss that a text two deep needs more lines.
    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space.small

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: 4
            visible: root.symbol.length > 0
            implicitWidth: 64
            implicitHeight: 64
            radius: 32
            color: Theme.colors.sunken

            Icon {
                anchors.centerIn: parent
                icon: root.symbol
                color: Theme.colors.muted
                size: 28
            }
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: Label.Item
            text: root.title
        }

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: 420 * Theme.textScale
            Layout.alignment: Qt.AlignHCenter
            horizontalAlignment: Text.AlignHCenter
            visible: text.length > 0
            quiet: true
            text: root.text
        }

        Button {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: 8
            visible: root.action.length > 0
            text: root.action
            onClicked: root.taken()
        }
    }
}
