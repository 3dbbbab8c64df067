// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// The store could not be opened: what happened, what is safe, what to do.
Page {
    id: root

    required property string sentence

    title: qsTr("Cadre could not open its records")
    maximumWidth: Theme.unit * 36

    Card {
        Layout.fillWidth: true
        padding: 24
        spacing: 12

        Label {
            Layout.fillWidth: true
            objectName: "sentence"
            text: root.sentence
        }

        Label {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("What the server has confirmed is also there.")
        }

        Button {
            Layout.topMargin: 8
            kind: Button.Filled
            text: qsTr("Close Cadre")
            onClicked: Qt.quit()
        }
    }
}
