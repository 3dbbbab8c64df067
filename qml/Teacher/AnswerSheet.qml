// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// The teacher remembers it otherwise: how long it was, or that it did not take place, and a word for her mentor.
Sheet {
    id: root

    required property string mentorName
    property bool denies: false

    signal differed(int minutes, string word)
    signal denied(string word)

    function ask(denies: bool) {
        root.denies = denies;
        amount.text = "";
        word.text = "";
        root.open();
    }

    title: root.denies ? qsTr("It did not take place?") : qsTr("How long was it?")

    Field {
        id: amount

        Layout.fillWidth: true
        objectName: "minutes"
        visible: !root.denies
        label: qsTr("Minutes")
        inputHints: Qt.ImhDigitsOnly
        onEdited: text => amount.text = text
    }

    TextBox {
        id: word

        Layout.fillWidth: true
        objectName: "word"
        minimumLines: 2
        label: qsTr("A word, if you like")
        hint: qsTr("%1 alone reads it. The school’s team sees your answer, never this.").arg(root.mentorName)
        onEdited: text => word.text = text
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: qsTr("Nothing is taken back from anybody: both answers stand, and the smaller time counts until you two have settled it.")
    }

    Button {
        Layout.fillWidth: true
        objectName: "send"
        kind: Button.Filled
        enabled: root.denies || (parseInt(amount.text) > 0 && parseInt(amount.text) <= 480)
        text: root.denies ? qsTr("It did not take place") : qsTr("Save")
        onClicked: {
            if (root.denies)
                root.denied(word.text);
            else
                root.differed(parseInt(amount.text), word.text);
            root.close();
        }
    }
}
