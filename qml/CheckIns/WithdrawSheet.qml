// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// A check-in that should not be there: it is withdrawn with a reason, and stays readable.
Sheet {
    id: root

    required property string teacherName

    signal withdrawn(string reason)

    title: qsTr("Withdraw this check-in?")
    onAboutToShow: reason.text = ""

    Label {
        Layout.fillWidth: true
        text: qsTr("It counts no minutes any more. You and %1 still see it, and why. You can bring it back until its month is closed.").arg(root.teacherName)
    }

    TextBox {
        id: reason

        Layout.fillWidth: true
        objectName: "reason"
        minimumLines: 2
        label: qsTr("Why")
        placeholder: qsTr("Such as: recorded twice")
        hint: qsTr("You and %1 read it, nobody else.").arg(root.teacherName)
        onEdited: text => reason.text = text
    }

    Button {
        Layout.fillWidth: true
        objectName: "withdrawNow"
        kind: Button.Filled
        enabled: reason.text.trim().length > 0
        text: qsTr("Withdraw it")
        onClicked: {
            root.withdrawn(reason.text);
            root.close();
        }
    }
}
