// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One of several versions, each as large as the other. Nothing is chosen beforehand.
T.RadioButton {
    id: root

    property string value: root.text
    property string who
    property string when
    property string why
    property string words // what a screen reader says

    implicitHeight: Math.max(Theme.target, row.implicitHeight + 32)
    implicitWidth: row.implicitWidth + 32
    padding: Theme.space.card
    autoExclusive: false
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.words.length > 0 ? root.words : root.value
    Accessible.checkable: true
    Accessible.checked: root.checked

    contentItem: RowLayout {
        id: row

        spacing: 14

        Rectangle {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 4 * Theme.textScale
            implicitWidth: 24
            implicitHeight: 24
            radius: 12
            color: "transparent"
            border.width: 2
            border.color: root.checked ? Theme.colors.primary : Theme.colors.lineStrong

            Rectangle {
                anchors.centerIn: parent
                width: 12
                height: 12
                radius: 6
                visible: root.checked
                color: Theme.colors.primary
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 3

            Label {
                Layout.fillWidth: true
                font.pixelSize: root.value.length > 40 ? Theme.type.item : 22 * Theme.textScale
                font.weight: root.value.length > 40 ? Font.Normal : Font.DemiBold
                text: root.value
                color: root.checked ? Theme.colors.softInk : Theme.colors.text
            }

            Label {
                Layout.fillWidth: true
                Layout.topMargin: 3
                visible: root.who.length > 0
                font.pixelSize: 15 * Theme.textScale
                font.weight: Font.DemiBold
                text: root.who
                color: root.checked ? Theme.colors.softInk : Theme.colors.text
            }

            Label {
                Layout.fillWidth: true
                visible: root.when.length > 0
                kind: Label.Secondary
                text: root.when
                color: root.checked ? Theme.colors.softInk : Theme.colors.muted
            }

            Label {
                Layout.fillWidth: true
                Layout.topMargin: 3
                visible: root.why.length > 0
                font.pixelSize: 15 * Theme.textScale
                text: qsTr("“%1”", "what somebody said, in quotation marks").arg(root.why)
                color: root.checked ? Theme.colors.softInk : Theme.colors.text
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius.card
        color: root.checked ? Theme.colors.primarySoft : Theme.colors.surface
        border.width: root.checked ? 2 : 1
        border.color: root.checked ? Theme.colors.primary : Theme.colors.line

        FocusRing {
            shown: root.visualFocus
            control: root
            controlRadius: Theme.radius.card
        }
    }
}
