// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Who may read what is about this person, who opened it, and whose devices were sent it.
Page {
    id: root

    required property Academy academy
    property string recordId

    title: qsTr("Who reads this")
    subtitle: qsTr("This list is yours alone.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    ReaderListModel {
        id: readers

        academy: root.academy
    }

    AccessListModel {
        id: openings

        academy: root.academy
        opened: true
    }

    AccessListModel {
        id: deliveries

        academy: root.academy
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Section
        text: qsTr("Who may read it")
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 14

        Repeater {
            model: readers

            delegate: ColumnLayout {
                id: place

                required property string what
                required property string readers

                Layout.fillWidth: true
                spacing: 2

                Label {
                    Layout.fillWidth: true
                    kind: Label.Secondary
                    text: place.what
                }

                Label {
                    Layout.fillWidth: true
                    text: place.readers
                }
            }
        }

        Label {
            Layout.fillWidth: true
            objectName: "evaluators"
            text: readers.evaluators.length > 0
                ? qsTr("Who evaluates you reads none of this: %1. It never reaches their devices. Your principal sees the school’s minutes of a month, never a conversation.").arg(readers.evaluators)
                : qsTr("Nobody who evaluates you reads any of this. It never reaches their devices.")
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        kind: Label.Section
        text: qsTr("Opened by")
    }

    Label {
        Layout.fillWidth: true
        visible: openings.loaded && openings.count === 0
        quiet: true
        text: qsTr("Nobody but you, as far as the server has heard.")
    }

    Repeater {
        model: openings

        delegate: AccessCard {
            required who
            required initial
            required what
            required when
            Layout.fillWidth: true
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        kind: Label.Section
        text: qsTr("Delivered to")
    }

    Label {
        Layout.fillWidth: true
        visible: deliveries.loaded && deliveries.count === 0
        quiet: true
        text: qsTr("No device but yours, as far as the server has heard.")
    }

    Repeater {
        model: deliveries

        delegate: AccessCard {
            required who
            required initial
            required what
            required when
            Layout.fillWidth: true
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        kind: Label.Secondary
        text: qsTr("“Delivered” means that a device of theirs holds a copy; “opened” means that it was on their screen. Days come with the next exchange, and someone who is offline is listed when their device is back. Whoever runs the server’s machine could technically read it, and that would not be in this list.")
    }
}
