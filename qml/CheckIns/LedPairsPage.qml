// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The pairs of the school whose mentoring somebody leads. She enters a contact that she or the mentor held.
Page {
    id: root

    required property Academy academy
    property string recordId // nothing opens with one
    property Component statusLine

    signal checkInRequested(string matchId)
    signal newPairRequested

    title: qsTr("Pairs")
    subtitle: qsTr("You see that they meet, not what they write.")
    line: root.statusLine
    action: newPair
    spacing: 12

    Component {
        id: newPair

        Button {
            objectName: "newPair"
            kind: Button.Filled
            text: qsTr("New pair")
            onClicked: root.newPairRequested()
        }
    }

    Repeater {
        model: pairs

        delegate: PersonCard {
            required property string matchId
            required property string mentorText
            required property string paceText
            required property int pace
            required property string minutesText
            required property bool hasDraft

            required name
            required initial
            required fraction
            Layout.fillWidth: true
            objectName: "pair"
            status: qsTr("%1 · %2", "with a mentor · on pace").arg(mentorText).arg(paceText)
            amount: minutesText
            behind: pace >= 2
            note: hasDraft ? qsTr("draft") : ""
            onClicked: root.checkInRequested(matchId)
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 40
        visible: pairs.loaded && pairs.count === 0
        symbol: "person"
        title: qsTr("The pairs of your school will be here")
        text: qsTr("Bring a teacher and a mentor together. You can then enter a contact that you held, or one for a mentor who asks you to.")
    }

    // Last, so that what shows it is taken down before it.
    LedPairListModel {
        id: pairs

        academy: root.academy
    }
}
