// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Two buttons at a phone's lower edge: one for the way, one that saves or goes on.
Rectangle {
    id: root

    required property CheckInForm form
    property string leading
    property bool last: true

    signal leadingClicked
    signal nextClicked

    implicitHeight: row.implicitHeight + 24
    color: Theme.colors.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.colors.line
    }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.space.phoneEdge
        anchors.rightMargin: Theme.space.phoneEdge
        spacing: Theme.space.small

        Button {
            visible: root.leading.length > 0
            text: root.leading
            onClicked: root.leadingClicked()
        }

        Button {
            Layout.fillWidth: true
            objectName: root.last ? "save" : "next"
            kind: Button.Filled
            enabled: !root.last || root.form.canSave
            text: root.last ? qsTr("Save") : qsTr("Next")
            onClicked: {
                if (root.last)
                    root.form.save();
                else
                    root.nextClicked();
            }
        }
    }
}
