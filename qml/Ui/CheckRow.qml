// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// Something to tick, with a quiet line below.
T.CheckBox {
    id: root

    property string detail
    property bool fade: root.checked

    implicitHeight: Math.max(Theme.target, row.implicitHeight + topPadding + bottomPadding)
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    padding: 14
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.description: root.detail
    Accessible.checkable: true
    Accessible.checked: root.checked

    contentItem: RowLayout {
        id: row

        spacing: 12

        Rectangle {
            Layout.alignment: Qt.AlignTop
            implicitWidth: 24
            implicitHeight: 24
            radius: 6
            color: root.checked ? Theme.colors.primary : Theme.colors.surface
            border.width: root.checked ? 0 : 2
            border.color: Theme.colors.lineStrong

            Icon {
                anchors.centerIn: parent
                visible: root.checked
                icon: "check"
                size: 18
                color: Theme.colors.primaryInk
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4

            Label {
                Layout.fillWidth: true
                text: root.text
                quiet: root.fade
            }

            Label {
                Layout.fillWidth: true
                visible: root.detail.length > 0
                kind: Label.Secondary
                text: root.detail
            }
        }
    }

    background: FocusRing {
        shown: root.visualFocus
        control: root
        anchors.margins: 2
        anchors.fill: undefined
    }
}
