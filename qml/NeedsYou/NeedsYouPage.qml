// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Everything that only a person can settle: two changes that met, and what the server set aside.
ListDetail {
    id: root

    required property Academy academy
    property string recordId // the conflict that is open; empty for the list
    property bool openFirst: false // shows the first one's detail where no record is named
    property Component statusLine

    signal saved(string sentence)
    signal failed(string sentence)

    detailShown: root.recordId.length > 0 || root.openFirst

    list: Component {
        Page {
            title: qsTr("Needs you")
            line: root.statusLine

            EmptyState {
                Layout.fillWidth: true
                Layout.topMargin: 48
                visible: conflicts.loaded && conflicts.count === 0 && aside.count === 0
                symbol: "check"
                title: qsTr("Nothing needs you")
                text: qsTr("When two people change the same thing at once, both versions wait here until somebody chooses.")
            }

            Label {
                Layout.fillWidth: true
                visible: conflicts.count > 0
                kind: Label.Heading
                text: qsTr("Two changes met")
            }

            Repeater {
                model: conflicts

                delegate: PressCard {
                    id: conflict

                    required property string conflictId
                    required property string title
                    required property string fieldLabel
                    required property string summary

                    Layout.fillWidth: true
                    objectName: "conflict"
                    spacing: 4
                    text: conflict.title
                    description: conflict.fieldLabel + " · " + conflict.summary
                    selected: root.wide && conflict.conflictId === (root.recordId.length > 0 ? root.recordId : conflicts.firstId)
                    onClicked: root.recordId = conflict.conflictId

                    Label {
                        Layout.fillWidth: true
                        kind: Label.Item
                        text: conflict.title
                    }

                    Label {
                        Layout.fillWidth: true
                        kind: Label.Secondary
                        text: conflict.fieldLabel
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: 15 * Theme.textScale
                        text: conflict.summary
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                Layout.topMargin: 8
                visible: aside.count > 0
                kind: Label.Heading
                text: qsTr("Set aside")
            }

            Repeater {
                model: aside

                delegate: Card {
                    id: item

                    required property string title
                    required property string sentence
                    required property string when

                    Layout.fillWidth: true
                    spacing: 4

                    Label {
                        Layout.fillWidth: true
                        kind: Label.Item
                        text: item.title
                    }

                    Label {
                        Layout.fillWidth: true
                        text: item.sentence
                    }

                    Label {
                        Layout.fillWidth: true
                        kind: Label.Secondary
                        text: qsTr("%1 · it is kept on this device", "when something was set aside").arg(item.when)
                    }
                }
            }
        }
    }

    detail: Component {
        ConflictPane {
            academy: root.academy
            conflictId: root.recordId.length > 0 ? root.recordId : conflicts.firstId
            mayGoBack: !root.wide
            onBack: {
                root.recordId = "";
                root.openFirst = false;
            }
            onResolved: sentence => {
                root.recordId = "";
                root.openFirst = false;
                root.saved(sentence);
            }
            onFailed: sentence => root.failed(sentence)
        }
    }

    // Last, so that what shows it is taken down before it.
    ConflictListModel {
        id: conflicts

        academy: root.academy
    }

    SetAsideModel {
        id: aside

        academy: root.academy
    }
}
