// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// The next thing to do: when, with whom, what to remember, one button.
Card {
    id: root

    required property string when
    required property string title
    required property string text
    required property bool narrow
    property bool mayStart: true

    signal started

    padding: 24
    fill: Theme.colors.primarySoft
    outline: Theme.colors.outline

    GridLayout {
        Layout.fillWidth: true
        columns: root.narrow ? 1 : 2
        columnSpacing: 24
        rowSpacing: 14

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 6

            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                kind: Label.Heading
                color: Theme.colors.softInk
                text: root.when
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Number
                font.pixelSize: 24 * Theme.textScale
                color: Theme.colors.softInk
                text: root.title
            }

            Label {
                Layout.fillWidth: true
                Layout.maximumWidth: 560 * Theme.textScale
                visible: text.length > 0
                color: Theme.colors.softInk
                text: root.text
            }
        }

        Button {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: root.narrow
            objectName: "start"
            visible: root.mayStart
            kind: Button.Filled
            text: qsTr("Start")
            Accessible.name: qsTr("Start the check-in with %1").arg(root.title)
            onClicked: root.started()
        }
    }
}
