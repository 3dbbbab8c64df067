// SPDX-License-Identifier: Apache-2.0
import QtQuick

// A person's first letter in a quiet circle.
Rectangle {
    id: root

    required property string initial

    implicitWidth: 48
    implicitHeight: 48
    radius: width / 2
    color: Theme.colors.sunken
    border.width: 1
    border.color: Theme.colors.outline
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        text: root.initial
        textFormat: Text.PlainText
        font.pixelSize: 18
        font.weight: Font.DemiBold
        color: Theme.colors.muted
        Accessible.ignored: true
    }
}
