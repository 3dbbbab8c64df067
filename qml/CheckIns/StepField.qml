// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// A promise: what somebody will do, and by when.
ColumnLayout {
    id: root

    required property string label
    required property string text
    required property string due
    required property var choices // list of {label, day} from the form
    property string placeholder

    signal edited(string text)
    signal duePicked(string day)

    spacing: Theme.space.small

    TextBox {
        Layout.fillWidth: true
        label: root.label
        placeholder: root.placeholder
        minimumLines: 1.4
        text: root.text
        onEdited: text => root.edited(text)
    }

    DateChips {
        Layout.fillWidth: true
        visible: root.text.length > 0 || root.due.length > 0
        name: qsTr("%1: by when", "whose promise").arg(root.label)
        choices: root.choices
        day: root.due
        onPicked: day => root.duePicked(day)
    }
}
