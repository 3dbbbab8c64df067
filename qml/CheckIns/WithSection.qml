// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Who else was there. Chips of this mentor's other teachers; none has to be touched for one teacher alone.
ColumnLayout {
    id: root

    required property CheckInForm form

    visible: root.form.alsoThere.count > 0 && root.form.thirdName.length === 0
    spacing: 6

    Choice {
        Layout.fillWidth: true
        objectName: "alsoThere"
        label: qsTr("Who else was there")
        model: root.form.alsoThere
        onToggled: value => root.form.alsoThere.toggle(value)
    }

    Label {
        Layout.fillWidth: true
        visible: root.form.isGroup
        kind: Label.Secondary
        text: qsTr("Each gets a check-in with the whole time. It counts once for you.")
    }
}
