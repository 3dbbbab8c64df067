// SPDX-License-Identifier: Apache-2.0
import QtQuick

// Two pixels of primary with a gap of two around a control that the keyboard is on.
Rectangle {
    id: root

    required property Item control
    property real controlRadius: Theme.radius.control
    property bool shown: root.control.activeFocus

    anchors.fill: parent
    anchors.margins: -4
    radius: root.controlRadius + 4
    color: "transparent"
    border.width: 2
    border.color: Theme.colors.primary
    visible: root.shown
    Accessible.ignored: true
}
