// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What a pair shows to somebody, or is asked to: to whom, which parts, how long, and the way out.
Card {
    id: root

    required property int index
    required property string readers
    required property string parts
    required property string terms
    required property string proposedText
    required property int state
    required property string stateText

    signal agreed
    signal ended

    padding: 20
    spacing: 8

    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        Label {
            Layout.fillWidth: true
            kind: Label.Item
            text: qsTr("To %1").arg(root.readers)
        }

        Badge {
            Layout.alignment: Qt.AlignTop
            tone: root.state === ShareListModel.Shared ? Badge.Info : root.state === ShareListModel.WaitsForYou ? Badge.Warn : Badge.Quiet
            text: root.stateText
        }
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: root.terms
    }

    Label {
        Layout.fillWidth: true
        text: root.parts
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Secondary
        text: root.proposedText
    }

    Label {
        Layout.fillWidth: true
        visible: root.state === ShareListModel.Shared
        kind: Label.Secondary
        text: qsTr("When you end it, it leaves their devices at their next contact, and closes there by itself after 14 days without one. What was read was read.")
    }

    Flow {
        Layout.fillWidth: true
        visible: root.state !== ShareListModel.Over
        spacing: Theme.space.small

        Button {
            objectName: "agree" + root.index
            visible: root.state === ShareListModel.WaitsForYou
            text: qsTr("Allow it")
            onClicked: root.agreed()
        }

        Button {
            objectName: "end" + root.index
            text: root.state === ShareListModel.WaitsForYou ? qsTr("No") : root.state === ShareListModel.Shared ? qsTr("End it now") : qsTr("Take it back")
            onClicked: root.ended()
        }
    }
}
