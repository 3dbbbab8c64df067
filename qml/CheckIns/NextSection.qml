// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What each of the two will do, when they meet again, and a note for oneself.
ColumnLayout {
    id: root

    required property CheckInForm form
    property bool twoColumns: false

    spacing: Theme.space.card

    TwoColumns {
        Layout.fillWidth: true
        wide: root.twoColumns
        first: teacherStep
        second: mentorStep

        StepField {
            id: teacherStep

            objectName: "teacherStep"
            label: qsTr("%1 will", "a person’s name: Ms Rivera will").arg(root.form.teacherName)
            placeholder: qsTr("One small next step")
            text: root.form.teacherStep
            due: root.form.teacherStepDue
            choices: root.form.dateChoices
            onEdited: text => root.form.teacherStep = text
            onDuePicked: day => root.form.teacherStepDue = day
        }

        StepField {
            id: mentorStep

            objectName: "mentorStep"
            label: qsTr("You will")
            placeholder: qsTr("What you bring or do")
            text: root.form.mentorStep
            due: root.form.mentorStepDue
            choices: root.form.dateChoices
            onEdited: text => root.form.mentorStep = text
            onDuePicked: day => root.form.mentorStepDue = day
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6

        Label {
            Layout.fillWidth: true
            font.pixelSize: 15 * Theme.textScale
            font.weight: Font.DemiBold
            text: qsTr("You meet again")
        }

        DateChips {
            Layout.fillWidth: true
            name: qsTr("You meet again")
            choices: root.form.dateChoices
            day: root.form.nextOn
            onPicked: day => root.form.nextOn = day
        }
    }

    PulseAsked {
        Layout.fillWidth: true
        form: root.form
    }

    PrivateNote {
        Layout.fillWidth: true
        text: root.form.privateNote
        onEdited: text => root.form.privateNote = text
    }
}
