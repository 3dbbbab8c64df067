// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// What the keyboard can do, by the keys.
Sheet {
    id: root

    required property var places // list of {route, text, symbol, count}

    readonly property var everywhere: [
        { keys: qsTr("Tab"), text: qsTr("To the next control; with Shift to the one before") },
        { keys: qsTr("Space"), text: qsTr("Presses what is framed") },
        { keys: qsTr("Ctrl+N"), text: qsTr("New check-in") },
        { keys: qsTr("Ctrl+Enter"), text: qsTr("Saves the check-in") },
        { keys: qsTr("Ctrl+K"), text: qsTr("Searches everything") },
        { keys: qsTr("/"), text: qsTr("Searches the list of milestones, as simply typing does, and elsewhere everything") },
        { keys: qsTr("Ctrl+Z"), text: qsTr("Takes back what was just done") },
        { keys: qsTr("Esc"), text: qsTr("Back, or closes what lies over the page") },
        { keys: qsTr("Ctrl+L"), text: qsTr("Locks, or lets somebody else in") },
        { keys: qsTr("Ctrl+,"), text: qsTr("How it looks: colours, text size, motion") },
        { keys: qsTr("?"), text: qsTr("Shows this list") }
    ]

    objectName: "shortcuts"
    title: qsTr("Keys")

    component KeyRow: RowLayout {
        id: line

        required property string keys
        required property string what

        Layout.fillWidth: true
        spacing: Theme.space.medium
        Accessible.role: Accessible.Row
        Accessible.name: qsTr("%1: %2", "a key and what it does").arg(line.keys).arg(line.what)

        Rectangle {
            Layout.alignment: Qt.AlignTop
            Layout.minimumWidth: 104 * Theme.textScale
            implicitWidth: key.implicitWidth + 20
            implicitHeight: key.implicitHeight + 10
            radius: Theme.radius.badge
            color: Theme.colors.sunken
            border.width: 1
            border.color: Theme.colors.outline

            Label {
                id: key

                anchors.centerIn: parent
                kind: Label.Badge
                wrapMode: Text.NoWrap
                text: line.keys
                Accessible.ignored: true
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            text: line.what
            Accessible.ignored: true
        }
    }

    Label {
        Layout.fillWidth: true
        kind: Label.Heading
        text: qsTr("Places")
    }

    Repeater {
        model: root.places

        delegate: KeyRow {
            required property int index
            required property var modelData

            keys: qsTr("Ctrl+%1", "a key").arg(index + 1)
            what: modelData.text
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        kind: Label.Heading
        text: qsTr("Everywhere")
    }

    Repeater {
        model: root.everywhere

        delegate: KeyRow {
            required property var modelData

            keys: modelData.keys
            what: modelData.text
        }
    }
}
