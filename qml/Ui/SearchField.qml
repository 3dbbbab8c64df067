// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts

// A field to search with: Escape and the cross empty it and say that it is no longer wanted.
RowLayout {
    id: root

    property alias text: words.text
    property alias placeholder: words.placeholder

    signal edited(string text)
    signal dismissed

    function take() {
        words.take();
    }

    spacing: 4
    Keys.onEscapePressed: root.dismissed()

    Field {
        id: words

        Layout.fillWidth: true
        objectName: "words"
        inputHints: Qt.ImhNoPredictiveText
        onEdited: text => root.edited(text)
    }

    IconButton {
        symbol: "close"
        text: qsTr("Close the search")
        onClicked: root.dismissed()
    }
}
