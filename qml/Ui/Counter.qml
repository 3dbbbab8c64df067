// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A number that matters and its word; pressing it filters the list below.
T.Button {
    id: root

    required property int count
    property int tone: Badge.Quiet
    property bool selected: false

    readonly property color ink: root.tone === Badge.Bad ? Theme.colors.bad
        : root.tone === Badge.Warn ? Theme.colors.warn
        : root.tone === Badge.Info ? Theme.colors.info
        : root.tone === Badge.Good ? Theme.colors.good : Theme.colors.text

    implicitHeight: column.implicitHeight + 24
    implicitWidth: Math.max(72, column.implicitWidth + 24)
    leftPadding: 12
    rightPadding: 8
    topPadding: 10
    bottomPadding: 10
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: qsTr("%1 %2", "a number and what it counts: 2 overdue").arg(root.count).arg(root.text)
    Accessible.checkable: true
    Accessible.checked: root.selected

    contentItem: ColumnLayout {
        id: column

        spacing: 2

        Text {
            text: root.count
            font.pixelSize: Theme.type.number
            font.weight: Font.DemiBold
            color: root.selected ? root.ink : Theme.colors.text
            Accessible.ignored: true
        }

        Text {
            Layout.fillWidth: true
            text: root.text
            textFormat: Text.PlainText
            wrapMode: Text.WordWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.type.badge * 0.8
            font.pixelSize: Theme.type.badge
            font.weight: Font.Medium
            color: root.selected ? root.ink : Theme.colors.muted
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radius.card
        color: !root.selected ? Theme.colors.surface
            : root.tone === Badge.Bad ? Theme.colors.badSoft
            : root.tone === Badge.Warn ? Theme.colors.warnSoft
            : root.tone === Badge.Info ? Theme.colors.infoSoft
            : root.tone === Badge.Good ? Theme.colors.goodSoft : Theme.colors.sunken
        border.width: root.selected ? 2 : 1
        border.color: root.selected ? root.ink : Theme.colors.line

        FocusRing {
            shown: root.visualFocus
            control: root
            controlRadius: Theme.radius.card
        }
    }
}
