// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What is missing, where the draft is, and the way to throw it away.
ColumnLayout {
    id: root

    required property CheckInForm form

    signal discarded

    spacing: 4

    Label {
        Layout.fillWidth: true
        visible: !root.form.canSave && text.length > 0
        kind: Label.Secondary
        text: root.form.missingText
    }

    Flow {
        Layout.fillWidth: true
        spacing: 12

        RowLayout {
            width: Math.min(implicitWidth, root.width)
            height: Math.max(Theme.target, implicitHeight)
            spacing: 8

            Icon {
                icon: "device"
                size: 18
                color: Theme.colors.muted
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: qsTr("Kept here as you write")
            }
        }

        Button {
            objectName: "discard"
            kind: Button.Plain
            text: qsTr("Discard…")
            onClicked: sure.open()
        }
    }

    Sheet {
        id: sure

        title: qsTr("Discard this draft?")

        Label {
            Layout.fillWidth: true
            text: qsTr("What you wrote here has not been saved as a check-in yet. Nobody else has seen it.")
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space.small

            Button {
                Layout.fillWidth: true
                text: qsTr("Keep it")
                onClicked: sure.close()
            }

            Button {
                Layout.fillWidth: true
                kind: Button.Filled
                text: qsTr("Discard")
                onClicked: {
                    sure.close();
                    root.form.discard();
                    root.discarded();
                }
            }
        }
    }
}
