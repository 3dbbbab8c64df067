// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Of several teachers, whose words and steps stand in the form now.
ColumnLayout {
    id: root

    required property CheckInForm form

    visible: root.form.isGroup
    spacing: 6

    Choice {
        Layout.fillWidth: true
        objectName: "writtenFor"
        label: qsTr("You are writing about")
        model: root.form.writtenFor
        onToggled: value => root.form.writtenFor.toggle(value)
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: qsTr("What works, what is hard and the next steps: only you and %1 read them. The focus is for all.", "a teacher’s name").arg(root.form.teacherName)
    }
}
