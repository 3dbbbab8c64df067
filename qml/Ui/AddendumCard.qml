// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts

// A dated note on something that is closed.
Card {
    id: root

    property string withWhom

    signal added(string body)

    padding: 20
    spacing: 12

    TextBox {
        id: words

        Layout.fillWidth: true
        objectName: "addendum"
        label: qsTr("Add to it")
        hint: qsTr("You and %1 read it, with today’s date.").arg(root.withWhom)
        onEdited: text => words.text = text
    }

    Button {
        objectName: "add"
        enabled: words.text.trim().length > 0
        text: qsTr("Add")
        Accessible.name: qsTr("Add your words with today’s date")
        onClicked: {
            root.added(words.text);
            words.text = "";
        }
    }
}
