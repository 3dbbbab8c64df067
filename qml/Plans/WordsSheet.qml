// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// Asks for a few words.
Sheet {
    id: root

    required property string label
    required property string action
    property string explanation
    property string initial
    property bool mayBeEmpty: false
    property string words

    signal said(string text)

    onAboutToShow: root.words = root.initial
    onOpened: box.take()

    TextBox {
        id: box

        Layout.fillWidth: true
        objectName: "words"
        label: root.label
        hint: root.explanation
        text: root.words
        onEdited: text => root.words = text
    }

    Button {
        Layout.fillWidth: true
        objectName: "say"
        kind: Button.Filled
        enabled: root.mayBeEmpty || root.words.trim().length > 0
        text: root.action
        onClicked: {
            root.said(root.words.trim());
            root.close();
        }
    }
}
