// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What both promised last time, to be ticked or carried on; then the month.
ColumnLayout {
    id: root

    required property CheckInForm form
    property bool withMonth: true

    spacing: 14

    Label {
        Layout.fillWidth: true
        kind: Label.Heading
        text: root.form.lastTimeText.length > 0 ? root.form.lastTimeText : qsTr("Last time")
    }

    Label {
        Layout.fillWidth: true
        visible: root.form.lastSteps.count === 0
        quiet: true
        text: qsTr("Promises from your last conversation will be here.")
    }

    Repeater {
        model: root.form.lastSteps

        delegate: Card {
            id: promise

            required property int index
            required property string text
            required property string ownerText
            required property string dueText
            required property bool done
            required property bool carried

            Layout.fillWidth: true
            padding: 0
            spacing: 0

            CheckRow {
                Layout.fillWidth: true
                objectName: "promise"
                bottomPadding: promise.done || promise.carried ? 14 : 4
                text: promise.text
                checked: promise.done
                detail: promise.done ? qsTr("%1 · done").arg(promise.ownerText)
                    : promise.carried ? qsTr("%1 · carried on").arg(promise.ownerText)
                    : promise.dueText.length > 0 ? promise.ownerText + " · " + promise.dueText : promise.ownerText
                onToggled: root.form.lastSteps.setDone(promise.index, checked)
            }

            Button {
                Layout.leftMargin: 38
                Layout.bottomMargin: 2
                visible: !promise.done && !promise.carried
                kind: Button.Plain
                symbol: "carry"
                font.pixelSize: 15 * Theme.textScale
                text: qsTr("Carry on")
                Accessible.name: qsTr("Carry on: %1").arg(promise.text)
                onClicked: root.form.lastSteps.carry(promise.index)
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 18
        visible: root.withMonth && root.form.monthText.length > 0
        kind: Label.Heading
        text: qsTr("This month")
    }

    Card {
        Layout.fillWidth: true
        visible: root.withMonth && root.form.monthText.length > 0

        Label {
            Layout.fillWidth: true
            kind: Label.Number
            text: root.form.monthText
        }

        ProgressBar {
            Layout.fillWidth: true
            value: root.form.monthFraction
            label: root.form.monthText
        }

        Label {
            Layout.fillWidth: true
            visible: text.length > 0
            kind: Label.Secondary
            text: root.form.monthSentence
        }
    }
}
