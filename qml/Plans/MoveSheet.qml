// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// A new date with its reason; without a reason it does not move.
Sheet {
    id: root

    required property string today
    required property string dueText
    property string begunDay // what was typed last time and not finished
    property string begunReason
    property string day
    property string reason

    signal moved(string day, string reason)
    signal kept(string day, string reason)

    objectName: "moveSheet"
    title: qsTr("Move date")
    onAboutToShow: {
        root.day = root.begunDay;
        root.reason = root.begunReason;
    }

    Label {
        Layout.fillWidth: true
        quiet: true
        text: qsTr("Due now: %1. The first date stays as the baseline.").arg(root.dueText)
    }

    Button {
        Layout.fillWidth: true
        objectName: "pickDay"
        symbol: "calendar"
        text: root.day.length > 0 ? calendar.words(root.day) : qsTr("Pick the new date")
        onClicked: calendar.open()
    }

    TextBox {
        Layout.fillWidth: true
        objectName: "reason"
        label: qsTr("Why it moves")
        hint: qsTr("One sentence helps whoever reads this in a month.")
        minimumLines: 2
        text: root.reason
        onEdited: text => {
            root.reason = text;
            root.kept(root.day, root.reason);
        }
    }

    Button {
        Layout.fillWidth: true
        objectName: "confirmMove"
        kind: Button.Filled
        enabled: root.day.length > 0 && root.reason.trim().length > 0
        text: root.day.length > 0 ? qsTr("Move to %1").arg(calendar.words(root.day)) : qsTr("Move")
        onClicked: {
            root.moved(root.day, root.reason.trim());
            root.close();
        }
    }

    CalendarSheet {
        id: calendar

        objectName: "calendar"
        title: qsTr("New date")
        day: root.day
        start: root.today
        onPicked: day => {
            root.day = day;
            root.kept(root.day, root.reason);
        }
    }
}
