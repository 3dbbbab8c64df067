// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// A lead says who held what she enters, and reads what comes of it.
ColumnLayout {
    id: root

    required property CheckInForm form

    spacing: 6

    Choice {
        Layout.fillWidth: true
        objectName: "heldBy"
        label: qsTr("Who met %1", "a teacher’s name").arg(root.form.teacherName)
        model: root.form.heldBy
        onToggled: value => root.form.heldBy.toggle(value)
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: qsTr("It says that you entered it. %1 confirms it as usual, and what the pair writes stays with the pair.", "a teacher’s name").arg(root.form.teacherName)
    }
}
