// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// A proposal to show something of a pair: which parts, to whom, how and until when.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal proposed(string sentence)
    signal failed(string sentence)

    title: qsTr("Propose to share")
    subtitle: proposal.otherName.length > 0 ? qsTr("%1 is asked first. Until you both agree, nobody else reads anything.").arg(proposal.otherName) : ""
    mayGoBack: true
    maximumWidth: Theme.formWidth

    ShareProposal {
        id: proposal

        academy: root.academy
        matchId: root.recordId
        onProposed: sentence => root.proposed(sentence)
        onFailed: sentence => root.failed(sentence)
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("Which parts?")
    }

    Card {
        Layout.fillWidth: true
        padding: 12
        spacing: 0

        Repeater {
            model: proposal.parts

            delegate: CheckRow {
                id: part

                required property int index
                required property string title
                required property bool chosen

                required detail
                objectName: "part" + part.index
                Layout.fillWidth: true
                fade: false
                text: part.title
                checked: part.chosen
                onToggled: proposal.parts.choose(part.index, part.checked)
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.margins: 12
            visible: proposal.loaded && proposal.parts.count === 0
            quiet: true
            text: qsTr("There is nothing to show yet. What you two write about your check-ins will be here.")
        }
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("To whom?")
    }

    Card {
        Layout.fillWidth: true
        padding: 12
        spacing: 0

        Repeater {
            model: proposal.readers

            delegate: CheckRow {
                id: reader

                required property int index
                required property string title
                required property bool chosen

                required detail
                objectName: "reader" + reader.index
                Layout.fillWidth: true
                fade: false
                text: reader.title
                checked: reader.chosen
                onToggled: proposal.readers.choose(reader.index, reader.checked)
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.margins: 12
            objectName: "notOffered"
            kind: Label.Secondary
            text: proposal.notOffered.length > 0
                ? qsTr("Not offered: %1. Who evaluates the teacher never reads what she says to her mentor, not even when you both would.").arg(proposal.notOffered)
                : qsTr("Who evaluates the teacher is never offered here: they never read what she says to her mentor.")
        }
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("How, and until when?")
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 12

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.small

            Chip {
                objectName: "once"
                text: qsTr("As it is now")
                selected: !proposal.follows
                onClicked: proposal.follows = false
            }

            Chip {
                objectName: "followed"
                text: qsTr("With later changes")
                selected: proposal.follows
                onClicked: proposal.follows = true
            }
        }

        DateChips {
            Layout.fillWidth: true
            objectName: "until"
            name: qsTr("Until")
            choices: proposal.untilChoices
            day: proposal.until
            onPicked: day => proposal.until = day
        }
    }

    Button {
        objectName: "send"
        kind: Button.Filled
        enabled: proposal.complete
        text: proposal.otherName.length > 0 ? qsTr("Ask %1").arg(proposal.otherName) : qsTr("Propose")
        onClicked: proposal.propose()
    }
}
