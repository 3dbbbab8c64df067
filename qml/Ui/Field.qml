// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One line of text with its label above and, where needed, a hint or a problem below.
ColumnLayout {
    id: root

    property string label
    property string placeholder
    property string hint
    property string problem
    property string text
    property int echoMode: TextInput.Normal
    property int inputHints: Qt.ImhNone

    // What was typed; the owner hands it back through `text`.
    signal edited(string text)
    signal accepted

    function take() {
        input.forceActiveFocus();
    }

    spacing: 6

    Label {
        Layout.fillWidth: true
        visible: root.label.length > 0
        text: root.label
        font.pixelSize: 15 * Theme.textScale
        font.weight: Font.DemiBold
    }

    T.TextField {
        id: input

        objectName: "input"
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, contentHeight + 20)
        leftPadding: 14
        rightPadding: 14
        verticalAlignment: TextInput.AlignVCenter
        text: root.text
        echoMode: root.echoMode
        inputMethodHints: root.inputHints
        placeholderText: root.placeholder
        placeholderTextColor: Theme.colors.muted
        color: Theme.colors.text
        selectionColor: Theme.colors.primary
        selectedTextColor: Theme.colors.primaryInk
        selectByMouse: true
        font.pixelSize: Theme.type.body
        Accessible.role: Accessible.EditableText
        Accessible.name: root.label.length > 0 ? root.label : root.placeholder
        Accessible.description: root.problem.length > 0 ? root.problem : root.hint
        onTextEdited: root.edited(input.text)
        onAccepted: root.accepted()

        background: Rectangle {
            radius: Theme.radius.control
            color: Theme.colors.surface
            border.width: input.activeFocus ? 2 : 1
            border.color: root.problem.length > 0 ? Theme.colors.bad
                : input.activeFocus ? Theme.colors.primary : Theme.colors.lineStrong
        }

        Text {
            anchors.fill: parent
            anchors.leftMargin: input.leftPadding
            anchors.rightMargin: input.rightPadding
            verticalAlignment: Text.AlignVCenter
            visible: input.text.length === 0 && input.preeditText.length === 0
            text: input.placeholderText
            textFormat: Text.PlainText
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
            elide: Text.ElideRight
            font: input.font
            color: Theme.colors.muted
            Accessible.ignored: true
        }
    }

    Label {
        Layout.fillWidth: true
        visible: text.length > 0
        kind: Label.Secondary
        text: root.problem.length > 0 ? root.problem : root.hint
        color: root.problem.length > 0 ? Theme.colors.bad : Theme.colors.muted
    }
}
