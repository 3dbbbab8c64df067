// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

// A whole number with its unit, changed by two buttons, the arrow keys, or by typing.
T.SpinBox {
    id: root

    required property string label
    property string unit

    implicitWidth: 220 * Theme.textScale
    implicitHeight: Math.max(56, input.implicitHeight + 16)
    editable: true
    focusPolicy: Qt.StrongFocus
    leftPadding: Theme.target + 8
    rightPadding: Theme.target + 8
    validator: IntValidator {
        bottom: root.from
        top: root.to
    }
    Accessible.role: Accessible.SpinBox
    Accessible.name: root.label
    Accessible.description: root.unit

    contentItem: T.TextField {
        id: input

        objectName: "number"
        text: root.displayText
        readOnly: !root.editable
        validator: root.validator
        inputMethodHints: Qt.ImhDigitsOnly
        horizontalAlignment: TextInput.AlignHCenter
        verticalAlignment: TextInput.AlignVCenter
        font.pixelSize: Theme.type.number
        font.weight: Font.DemiBold
        color: Theme.colors.text
        selectionColor: Theme.colors.primary
        selectedTextColor: Theme.colors.primaryInk
        selectByMouse: true
        implicitHeight: Math.max(Theme.target, contentHeight + 12)
        Accessible.role: Accessible.EditableText
        Accessible.name: root.unit.length > 0 ? qsTr("%1, in %2", "what is asked for, and its unit").arg(root.label).arg(root.unit) : root.label
    }

    component Step: Rectangle {
        id: step

        required property string symbol
        required property bool pressed
        required property bool hovered
        required property bool active

        implicitWidth: Theme.target
        implicitHeight: Theme.target
        radius: Theme.radius.control
        color: step.pressed ? Theme.colors.primarySoft : step.hovered ? Theme.colors.sunken : "transparent"

        Icon {
            anchors.centerIn: parent
            icon: step.symbol
            color: step.active ? Theme.colors.primary : Theme.colors.muted
        }
    }

    down.indicator: Step {
        x: root.mirrored ? root.width - width - 4 : 4
        y: (root.height - height) / 2
        symbol: "minus"
        pressed: root.down.pressed
        hovered: root.down.hovered
        active: root.value > root.from
    }

    up.indicator: Step {
        x: root.mirrored ? 4 : root.width - width - 4
        y: (root.height - height) / 2
        symbol: "plus"
        pressed: root.up.pressed
        hovered: root.up.hovered
        active: root.value < root.to
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: Theme.colors.surface
        border.width: root.activeFocus || input.activeFocus ? 2 : 1
        border.color: root.activeFocus || input.activeFocus ? Theme.colors.primary : Theme.colors.lineStrong
    }
}
