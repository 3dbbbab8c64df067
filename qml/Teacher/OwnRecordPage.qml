// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// All that this device holds about its person, to read here and to take along.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal saved(string sentence)
    signal failed(string sentence)

    title: qsTr("Your record")
    subtitle: qsTr("All that this device holds about you, and what you wrote yourself.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    OwnRecord {
        id: record

        academy: root.academy
        onSaved: sentence => root.saved(sentence)
        onFailed: sentence => root.failed(sentence)
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 10

        Label {
            Layout.fillWidth: true
            text: qsTr("You may take it along at any time: a page to read in any browser, and the same as data. The files are not sealed, so keep them where only you look.")
        }

        Button {
            objectName: "saveRecord"
            kind: Button.Filled
            enabled: !record.saving
            text: qsTr("Save in my documents")
            onClicked: record.saveTo("")
        }
    }

    Repeater {
        model: record

        delegate: Card {
            id: entry

            required property string section
            required property string body
            required property string place
            required property string writtenBy

            Layout.fillWidth: true
            padding: 16
            spacing: 4

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: entry.place.length > 0 ? qsTr("%1 · %2", "Note · Your conversations with Lena").arg(entry.section).arg(entry.place) : entry.section
            }

            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                text: entry.body
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: entry.writtenBy
            }
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 24
        visible: record.loaded && record.count === 0
        symbol: "note"
        title: qsTr("Nothing about you yet")
        text: qsTr("What is recorded about you, and what you write, will be here.")
    }
}
