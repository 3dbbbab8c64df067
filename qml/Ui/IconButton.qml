// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

// A button of 48 that shows an icon only; `text` is its name for those who do not see it.
T.Button {
    id: root

    required property string symbol

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    display: T.AbstractButton.IconOnly
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            icon: root.symbol
            color: root.enabled ? Theme.colors.text : Theme.colors.muted
        }
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: Theme.colors.text
        opacity: root.down ? 0.14 : root.hovered ? 0.06 : 0
    }

    FocusRing {
        shown: root.visualFocus
        control: root
        anchors.margins: 0
    }
}
