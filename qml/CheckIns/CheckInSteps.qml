// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The form in three short steps: how long, what about, what next.
Page {
    id: root

    required property CheckInForm form
    property int step: 0

    readonly property var names: [qsTr("When and how"), qsTr("What it was about"), qsTr("What comes next")]

    title: root.form.withText
    subtitle: root.form.elapsedText.length > 0 ? root.form.dayText + " · " + root.form.elapsedText : root.form.dayText
    mayGoBack: true
    foot: Component {
        SaveBar {
            Layout.fillWidth: true
            form: root.form
            last: root.step === 2
            leading: root.step === 0 ? qsTr("Quick log") : qsTr("Back")
            onLeadingClicked: {
                if (root.step > 0)
                    root.step -= 1;
                else
                    root.form.kind = CheckInForm.Quick;
            }
            onNextClicked: root.step += 1
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 8

        RowLayout {
            Layout.fillWidth: true
            spacing: 6

            Repeater {
                model: 3

                delegate: Rectangle {
                    required property int index

                    Layout.fillWidth: true
                    implicitHeight: 4
                    radius: 2
                    color: index <= root.step ? Theme.colors.primary : Theme.colors.line
                }
            }
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: qsTr("%1 of 3 · %2", "a step’s number and name").arg(root.step + 1).arg(root.names[root.step])
        }
    }

    WhenSection {
        Layout.fillWidth: true
        visible: root.step === 0
        form: root.form
    }

    WithSection {
        Layout.fillWidth: true
        visible: root.step === 0 && root.form.alsoThere.count > 0 && root.form.thirdName.length === 0
        form: root.form
    }

    ThirdSection {
        Layout.fillWidth: true
        visible: root.step === 0 && root.form.thirds.count > 0 && !root.form.isGroup
        form: root.form
    }

    ThreeCard {
        Layout.fillWidth: true
        visible: root.form.thirdName.length > 0
        form: root.form
    }

    ForWhom {
        Layout.fillWidth: true
        visible: root.step > 0 && root.form.isGroup
        form: root.form
    }

    Choice {
        Layout.fillWidth: true
        visible: root.step === 0
        label: qsTr("Whose time it was")
        model: root.form.timeSources
        onToggled: value => root.form.timeSources.toggle(value)
    }

    Promises {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: root.step === 0
        withMonth: false
        form: root.form
    }

    WhatSection {
        Layout.fillWidth: true
        visible: root.step === 1
        form: root.form
    }

    Choice {
        Layout.fillWidth: true
        visible: root.step === 1
        label: qsTr("What you did")
        model: root.form.activities
        onToggled: value => root.form.activities.toggle(value)
    }

    NextSection {
        Layout.fillWidth: true
        visible: root.step === 2
        form: root.form
    }

    FormFoot {
        Layout.fillWidth: true
        visible: root.step === 2
        form: root.form
        onDiscarded: root.back()
    }
}
