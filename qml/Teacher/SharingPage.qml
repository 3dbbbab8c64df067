// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What this person's pairs show to others, and what others show to her.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal proposalRequested
    signal failed(string sentence)

    title: qsTr("Sharing")
    subtitle: qsTr("Nothing of a conversation is shown to anybody unless both of you agree. Either of you ends it, without a reason.")
    mayGoBack: true
    maximumWidth: Theme.formWidth
    action: root.academy.isTeacher || root.academy.isMentor ? propose : null

    Component {
        id: propose

        Button {
            objectName: "propose"
            kind: Button.Filled
            text: qsTr("Propose")
            onClicked: root.proposalRequested()
        }
    }

    ShareListModel {
        id: shares

        academy: root.academy
        onFailed: sentence => root.failed(sentence)
    }

    SharedPartListModel {
        id: shown

        academy: root.academy
    }

    Repeater {
        model: shares

        delegate: ShareCard {
            id: share

            required index
            required readers
            required parts
            required terms
            required proposedText
            required state
            required stateText
            Layout.fillWidth: true
            onAgreed: shares.agree(share.index)
            onEnded: shares.end(share.index)
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 24
        visible: shares.loaded && shares.count === 0
        symbol: "lock"
        title: qsTr("Nothing is shared")
        text: qsTr("What you talk about stays between the two of you. To show a part of it to somebody, propose it: the other one is asked first.")
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: shown.count > 0
        kind: Label.Section
        text: qsTr("Shown to you")
    }

    Label {
        Layout.fillWidth: true
        visible: shown.count > 0
        kind: Label.Secondary
        text: qsTr("The teacher whom it is about sees that you opened it. It leaves this device when the pair ends it.")
    }

    Repeater {
        model: shown

        delegate: Card {
            id: part

            required property string title
            required property string who
            required property string body

            Layout.fillWidth: true
            padding: 18
            spacing: 4

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: qsTr("%1 · %2", "What works, Tue 12 Nov · Lena Brandt").arg(part.title).arg(part.who)
            }

            Label {
                Layout.fillWidth: true
                text: part.body
            }
        }
    }
}
