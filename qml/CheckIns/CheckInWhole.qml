// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The form on one page, for tablets and desktops, and the quick log everywhere.
Page {
    id: root

    required property CheckInForm form

    readonly property bool isQuick: root.form.kind === CheckInForm.Quick
    readonly property bool twoColumns: root.width >= Theme.unit * 38

    title: root.form.withText
    subtitle: root.form.elapsedText.length > 0 ? root.form.dayText + " · " + root.form.elapsedText : root.form.dayText
    mayGoBack: true
    maximumWidth: root.isQuick ? Theme.formWidth : Theme.contentWidth
    action: root.narrow ? null : actions
    foot: root.narrow ? bottom : null

    Component {
        id: actions

        Row {
            spacing: Theme.space.small

            Button {
                objectName: "kind"
                visible: !root.form.asLead
                text: root.isQuick ? qsTr("Conversation") : qsTr("Quick log")
                onClicked: root.form.kind = root.isQuick ? CheckInForm.Conversation : CheckInForm.Quick
            }

            Button {
                objectName: "save"
                kind: Button.Filled
                enabled: root.form.canSave
                text: qsTr("Save")
                onClicked: root.form.save()
            }
        }
    }

    Component {
        id: bottom

        SaveBar {
            Layout.fillWidth: true
            form: root.form
            leading: root.form.asLead ? "" : root.isQuick ? qsTr("Conversation") : qsTr("Quick log")
            onLeadingClicked: root.form.kind = root.isQuick ? CheckInForm.Conversation : CheckInForm.Quick
        }
    }

    HeldBySection {
        Layout.fillWidth: true
        visible: root.form.asLead
        form: root.form
    }

    WhenSection {
        Layout.fillWidth: true
        labelled: root.isQuick
        form: root.form
    }

    WithSection {
        Layout.fillWidth: true
        form: root.form
    }

    ThirdSection {
        Layout.fillWidth: true
        visible: !root.isQuick && root.form.thirds.count > 0 && !root.form.isGroup
        form: root.form
    }

    ThreeCard {
        Layout.fillWidth: true
        visible: !root.isQuick && root.form.thirdName.length > 0
        form: root.form
    }

    ForWhom {
        Layout.fillWidth: true
        visible: root.form.isGroup && !root.isQuick
        form: root.form
    }

    Choice {
        Layout.fillWidth: true
        visible: root.isQuick
        label: qsTr("What you did")
        model: root.form.activities
        onToggled: value => root.form.activities.toggle(value)
    }

    WhatSection {
        Layout.fillWidth: true
        visible: !root.isQuick
        twoColumns: root.twoColumns
        form: root.form
    }

    NextSection {
        Layout.fillWidth: true
        visible: !root.isQuick
        twoColumns: root.twoColumns
        form: root.form
    }

    Choice {
        Layout.fillWidth: true
        label: qsTr("Whose time it was")
        model: root.form.timeSources
        onToggled: value => root.form.timeSources.toggle(value)
    }

    Choice {
        Layout.fillWidth: true
        visible: !root.isQuick
        label: qsTr("What you did")
        model: root.form.activities
        onToggled: value => root.form.activities.toggle(value)
    }

    FormFoot {
        Layout.fillWidth: true
        form: root.form
        onDiscarded: root.back()
    }
}
