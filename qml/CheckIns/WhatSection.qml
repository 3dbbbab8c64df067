// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What the conversation was about: a focus, strengths first, then what is hard.
ColumnLayout {
    id: root

    required property CheckInForm form
    property bool twoColumns: false

    spacing: Theme.space.card

    Choice {
        Layout.fillWidth: true
        objectName: "focusChoices"
        label: qsTr("Focus")
        model: root.form.focusChoices
        onToggled: value => root.form.focusChoices.toggle(value)
    }

    TwoColumns {
        Layout.fillWidth: true
        wide: root.twoColumns
        first: works
        second: challenge

        TextBox {
            id: works

            objectName: "works"
            label: qsTr("What works")
            placeholder: qsTr("What you both saw going well")
            text: root.form.works
            onEdited: text => root.form.works = text
        }

        TextBox {
            id: challenge

            objectName: "challenge"
            label: qsTr("Challenge")
            placeholder: qsTr("What is hard right now")
            text: root.form.challenge
            onEdited: text => root.form.challenge = text
        }
    }

    Label {
        Layout.fillWidth: true
        visible: text.length > 0
        kind: Label.Secondary
        color: Theme.colors.warn
        text: root.form.hint
    }
}
