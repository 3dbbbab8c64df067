// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What both sides of a pair promised, to be ticked.
ColumnLayout {
    id: root

    required property StepListModel steps
    required property string sentence
    property bool all: false // beyond the first three

    spacing: 14

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        Label {
            Layout.fillWidth: true
            kind: Label.Section
            text: qsTr("Promises")
        }

        Label {
            Layout.alignment: Qt.AlignBaseline
            kind: Label.Secondary
            text: root.sentence
        }
    }

    Card {
        Layout.fillWidth: true
        padding: 6
        spacing: 0

        Repeater {
            model: root.steps

            delegate: CheckRow {
                id: step

                required property int index
                required property string ownerText
                required property string dueText
                required property bool done

                required text
                Layout.fillWidth: true
                objectName: "promise"
                visible: root.all || step.index < 3
                leftPadding: 10
                bottomPadding: 4
                checked: step.done
                detail: step.dueText.length > 0 ? step.ownerText + " · " + step.dueText : step.ownerText
                onToggled: root.steps.setDone(step.index, step.checked)
            }
        }

        Button {
            Layout.leftMargin: 34
            visible: root.steps.count > 3
            kind: Button.Plain
            text: root.all ? qsTr("Show fewer") : qsTr("Show all %1").arg(root.steps.count)
            onClicked: root.all = !root.all
        }
    }
}
