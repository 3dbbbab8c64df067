// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Says, above the first word, who reads what is written in a conversation of three.
Card {
    id: root

    required property CheckInForm form

    objectName: "three"
    padding: 16
    spacing: 6

    Label {
        Layout.fillWidth: true
        kind: Label.Item
        text: qsTr("A conversation of three")
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("What you write here is shared with %1 from the start, until %2, once %3 has agreed on an own device. Only your private note and how confident %3 feels stay out of it.", "an administrator, a day, a teacher").arg(root.form.thirdName).arg(root.form.thirdUntilText).arg(root.form.teacherName)
    }
}
