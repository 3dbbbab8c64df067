// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// How confident the teacher feels: she presses it herself, in a sheet that speaks to her.
ColumnLayout {
    id: root

    required property CheckInForm form

    spacing: 6

    Label {
        Layout.fillWidth: true
        font.pixelSize: 15 * Theme.textScale
        font.weight: Font.DemiBold
        text: qsTr("How confident %1 feels, if they like to say", "a person’s name").arg(root.form.teacherName)
    }

    Label {
        Layout.fillWidth: true
        objectName: "pulseGiven"
        kind: Label.Secondary
        text: root.form.pulse > 0 ? qsTr("%1 gave %2 of 5, on this device.", "a person’s name, a number").arg(root.form.teacherName).arg(root.form.pulse)
            : qsTr("Hand the device over at the end, or leave it to %1’s own device.").arg(root.form.teacherName)
    }

    Button {
        objectName: "handOver"
        text: qsTr("Hand over to %1", "a person’s name").arg(root.form.teacherName)
        onClicked: hers.open()
    }

    PulseSheet {
        id: hers

        teacherName: root.form.teacherName
        pulse: root.form.pulse
        onGiven: pulse => root.form.pulse = pulse
    }
}
