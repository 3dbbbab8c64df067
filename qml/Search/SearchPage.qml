// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Search as you type over all that this device holds for this person.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal opened(string route, string recordId)

    title: qsTr("Search")
    mayGoBack: true
    maximumWidth: Theme.formWidth
    Keys.onEscapePressed: root.back()
    onActiveFocusChanged: {
        if (root.activeFocus)
            words.take();
    }

    SearchModel {
        id: hits

        academy: root.academy
    }

    SearchField {
        id: words

        Layout.fillWidth: true
        objectName: "searchField"
        placeholder: qsTr("Name or word")
        text: hits.text
        onEdited: text => hits.text = text
        onDismissed: {
            if (hits.text.length > 0)
                hits.text = "";
            else
                root.back();
        }
    }

    Label {
        Layout.fillWidth: true
        objectName: "reading"
        visible: hits.reading
        kind: Label.Secondary
        text: qsTr("Still reading what came lately; more may follow.")
    }

    Repeater {
        model: hits

        delegate: ColumnLayout {
            id: entry

            required property int index
            required property string heading
            required property string title
            required property string passage
            required property string plainPassage
            required property string day
            required property string route
            required property string target

            Layout.fillWidth: true
            spacing: Theme.space.small

            Label {
                Layout.fillWidth: true
                Layout.topMargin: entry.index > 0 ? 8 : 0
                visible: text.length > 0
                kind: Label.Heading
                text: entry.heading
                Accessible.role: Accessible.Heading
            }

            HitCard {
                Layout.fillWidth: true
                objectName: "hit" + entry.index
                title: entry.title
                passage: entry.passage
                plainPassage: entry.plainPassage
                day: entry.day
                opens: entry.route.length > 0
                onOpened: root.opened(entry.route, entry.target)
            }
        }
    }

    Button {
        Layout.alignment: Qt.AlignHCenter
        objectName: "more"
        visible: hits.answered && hits.hasMore
        text: qsTr("Show more")
        onClicked: hits.showMore()
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 32
        objectName: "empty"
        visible: hits.text.trim().length === 0
        symbol: "search"
        title: qsTr("Find a word")
        text: qsTr("Type a name, or how a word of a note or a plan begins.")
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 32
        objectName: "nothing"
        visible: hits.answered && hits.count === 0 && !hits.reading && hits.problem.length === 0
        symbol: "search"
        title: qsTr("Nothing here has these words")
        text: qsTr("Fewer words find more, and the beginning of a word is enough. What others wrote comes with the next sync.")
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 32
        objectName: "problem"
        visible: hits.problem.length > 0
        symbol: "search"
        title: qsTr("The search does not work just now")
        text: hits.problem
    }
}
