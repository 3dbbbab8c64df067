// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// One month of one pair: its minutes, what is promised, who has signed.
Card {
    id: root

    required property string who
    required property string month
    required property string minutesText
    required property string promisedText
    required property string splitText
    required property string slotsText
    required property string mentorText
    required property string teacherText
    required property bool changed
    required property bool maySign

    signal signed

    padding: 20
    spacing: 8

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("%1 · %2", "November 2026 · Lena Brandt").arg(root.month).arg(root.who)
    }

    Label {
        Layout.fillWidth: true
        text: root.minutesText
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: root.splitText
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: root.promisedText
    }

    Label {
        Layout.fillWidth: true
        visible: root.slotsText.length > 0
        kind: Label.Secondary
        text: qsTr("Kept free for you:\n%1").arg(root.slotsText)
    }

    Label {
        Layout.fillWidth: true
        text: root.mentorText
    }

    Label {
        Layout.fillWidth: true
        text: root.teacherText
    }

    Label {
        Layout.fillWidth: true
        visible: root.changed
        kind: Label.Secondary
        text: qsTr("Other minutes stand here now than those you signed. Sign again if they are right.")
    }

    Button {
        objectName: "sign"
        Layout.fillWidth: true
        Layout.minimumWidth: 0
        Layout.maximumWidth: implicitWidth
        visible: root.maySign
        kind: Button.Filled
        text: qsTr("Sign these minutes")
        Accessible.name: qsTr("Sign the minutes of %1 with %2").arg(root.month).arg(root.who)
        onClicked: root.signed()
    }
}
