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

    GridLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.space.phoneEdge
        anchors.rightMargin: Theme.space.phoneEdge
        columns: way.visible && way.implicitWidth + go.implicitWidth + columnSpacing > root.width - 2 * Theme.space.phoneEdge ? 1 : 2
        columnSpacing: Theme.space.small
        rowSpacing: Theme.space.small

        Button {
            id: way

            Layout.fillWidth: row.columns === 1
            visible: root.leading.length > 0
            text: root.leading
            onClicked: root.leadingClicked()
        }

        Button {
            id: go

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
