// SPDX-License-Identifier: Apache-2.0
import QtQuick

// A state in words, with a shape of its own: a square, a diamond or a dot.
Rectangle {
    id: root

    enum Tone { Quiet, Good, Warn, Bad, Info }

    required property string text
    property int tone: Badge.Quiet
    property bool marked: true

    readonly property color ink: root.tone === Badge.Good ? Theme.colors.good
        : root.tone === Badge.Warn ? Theme.colors.warn
        : root.tone === Badge.Bad ? Theme.colors.bad
        : root.tone === Badge.Info ? Theme.colors.info : Theme.colors.muted

    implicitWidth: line.implicitWidth + 18
    implicitHeight: line.implicitHeight + 10
    radius: Theme.radius.badge
    color: root.tone === Badge.Good ? Theme.colors.goodSoft
        : root.tone === Badge.Warn ? Theme.colors.warnSoft
        : root.tone === Badge.Bad ? Theme.colors.badSoft
        : root.tone === Badge.Info ? Theme.colors.infoSoft : Theme.colors.sunken
    border.width: 1
    border.color: Theme.colors.outline
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Row {
        id: line

        anchors.centerIn: parent
        spacing: 6

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.marked
            width: 8
            height: 8
            radius: root.tone === Badge.Bad ? 1 : root.tone === Badge.Warn ? 1 : 4
            rotation: root.tone === Badge.Warn ? 45 : 0
            scale: root.tone === Badge.Warn ? 0.85 : 1
            antialiasing: true
            color: root.ink
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            textFormat: Text.PlainText
            font.pixelSize: Theme.type.badge
            font.weight: Font.DemiBold
            color: root.ink
            Accessible.ignored: true
        }
    }
}
