// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// Several lines of text with a label above. Grows with what is written.
ColumnLayout {
    id: root

    property string label
    property string placeholder
    property string hint
    property string text
    property real minimumLines: 3

    signal edited(string text)

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

    T.TextArea {
        id: input

        objectName: "input"
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, contentHeight + 24, Theme.type.body * 1.3 * root.minimumLines + 24)
        padding: 14
        topPadding: 12
        text: root.text
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        placeholderText: root.placeholder
        color: Theme.colors.text
        selectionColor: Theme.colors.primary
        selectedTextColor: Theme.colors.primaryInk
        selectByMouse: true
        font.pixelSize: Theme.type.body
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: input.nextItemInFocusChain(true)
        KeyNavigation.backtab: input.nextItemInFocusChain(false)
        Accessible.role: Accessible.EditableText
        Accessible.name: root.label.length > 0 ? root.label : root.placeholder
        Accessible.description: root.hint
        Accessible.multiLine: true
        onTextChanged: {
            if (input.activeFocus && input.text !== root.text)
                root.edited(input.text);
        }

        background: Rectangle {
            radius: Theme.radius.control
            color: Theme.colors.surface
            border.width: input.activeFocus ? 2 : 1
            border.color: input.activeFocus ? Theme.colors.primary : Theme.colors.lineStrong
        }

        Text {
            x: input.leftPadding
            y: input.topPadding
            width: input.width - input.leftPadding - input.rightPadding
            visible: input.text.length === 0 && input.preeditText.length === 0
            text: root.placeholder
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            font: input.font
            color: Theme.colors.muted
            Accessible.ignored: true
        }
    }

    Label {
        Layout.fillWidth: true
        visible: root.hint.length > 0
        kind: Label.Secondary
        text: root.hint
    }
}
