// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Somebody from the administration in a conversation of three, chosen before the first word.
ColumnLayout {
    id: root

    required property CheckInForm form

    spacing: 6

    Choice {
        Layout.fillWidth: true
        objectName: "thirds"
        enabled: root.form.mayChooseThird
        opacity: enabled ? 1 : 0.6
        label: qsTr("Somebody from the administration takes part")
        model: root.form.thirds
        onToggled: value => root.form.thirds.toggle(value)
    }

    Label {
        Layout.fillWidth: true
        objectName: "thirdHint"
        visible: text.length > 0
        kind: Label.Secondary
        text: root.form.thirdHint
    }
}
