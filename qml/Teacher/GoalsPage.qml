// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// What a teacher wants to grow in, where she wants help, and which mentor may read it.
Page {
    id: root

    required property Academy academy
    property string recordId
    property int level: 0

    signal failed(string sentence)

    title: qsTr("Goals and needs")
    subtitle: qsTr("Yours alone, and of each mentor whom you let in below. Never of who evaluates you.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    GoalListModel {
        id: goals

        academy: root.academy
        onFailed: sentence => root.failed(sentence)
    }

    NeedListModel {
        id: needs

        academy: root.academy
        onFailed: sentence => root.failed(sentence)
    }

    GoalReaderListModel {
        id: mentors

        academy: root.academy
        onFailed: sentence => root.failed(sentence)
    }

    Repeater {
        model: goals

        delegate: Card {
            id: goal

            required property int index
            required property string text
            required property string measure
            required property string untilText
            required property string statusText
            required property bool isMet
            required property string nextText

            Layout.fillWidth: true
            padding: 18
            spacing: 6

            RowLayout {
                Layout.fillWidth: true
                spacing: 10

                Label {
                    Layout.fillWidth: true
                    kind: Label.Item
                    text: goal.text
                }

                Badge {
                    Layout.alignment: Qt.AlignTop
                    tone: goal.isMet ? Badge.Good : Badge.Quiet
                    text: goal.statusText
                }
            }

            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                kind: Label.Secondary
                text: goal.measure.length > 0 && goal.untilText.length > 0 ? goal.measure + " · " + goal.untilText : goal.measure + goal.untilText
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space.small

                Button {
                    objectName: "moveOn" + goal.index
                    visible: goal.nextText.length > 0
                    text: goal.nextText
                    onClicked: goals.moveOn(goal.index)
                }

                Button {
                    kind: Button.Plain
                    text: qsTr("Remove")
                    Accessible.name: qsTr("Remove the goal %1").arg(goal.text)
                    onClicked: goals.remove(goal.index)
                }
            }
        }
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 12

        TextBox {
            id: wish

            Layout.fillWidth: true
            objectName: "goal"
            minimumLines: 2
            label: qsTr("What do you want to grow in?")
            onEdited: text => wish.text = text
        }

        Field {
            id: sign

            Layout.fillWidth: true
            objectName: "measure"
            label: qsTr("How will it show?")
            placeholder: qsTr("Leave it out as you like")
            onEdited: text => sign.text = text
        }

        Button {
            objectName: "addGoal"
            kind: Button.Filled
            enabled: wish.text.trim().length > 0
            text: qsTr("Add the goal")
            onClicked: {
                goals.add(wish.text, sign.text, "");
                wish.text = "";
                sign.text = "";
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        kind: Label.Section
        text: qsTr("Where you want help")
    }

    Card {
        Layout.fillWidth: true
        padding: 20
        spacing: 12

        Repeater {
            model: needs

            delegate: RowLayout {
                id: need

                required property string area
                required property int level
                required property string dayText

                Layout.fillWidth: true
                spacing: 12

                Label {
                    Layout.fillWidth: true
                    text: need.area
                }

                Label {
                    kind: Label.Secondary
                    text: qsTr("%1 of 5 · %2", "4 of 5 · 12 Nov").arg(need.level).arg(need.dayText)
                }
            }
        }

        Field {
            id: area

            Layout.fillWidth: true
            objectName: "area"
            label: qsTr("Area")
            placeholder: qsTr("Such as routines, or families")
            onEdited: text => area.text = text
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: qsTr("How much help: 1 is none, 5 is a great deal.")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.small

            Repeater {
                model: 5

                delegate: Chip {
                    id: chip

                    required property int index

                    objectName: "level" + (chip.index + 1)
                    text: String(chip.index + 1)
                    selected: root.level === chip.index + 1
                    onClicked: root.level = chip.selected ? 0 : chip.index + 1
                }
            }
        }

        Button {
            objectName: "addNeed"
            enabled: area.text.trim().length > 0 && root.level > 0
            text: qsTr("Add")
            onClicked: {
                needs.say(area.text, root.level);
                area.text = "";
                root.level = 0;
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        visible: mentors.count > 0
        kind: Label.Section
        text: qsTr("Who may read this page")
    }

    Card {
        Layout.fillWidth: true
        visible: mentors.count > 0
        padding: 20
        spacing: 8

        Repeater {
            model: mentors

            delegate: CheckRow {
                id: mentor

                required property int index
                required property string name
                required property bool allowed

                objectName: "mentor" + mentor.index
                Layout.fillWidth: true
                leftPadding: 0
                fade: false
                text: mentor.name
                checked: mentor.allowed
                onToggled: mentors.allow(mentor.index, mentor.checked)
            }
        }

        Label {
            Layout.fillWidth: true
            kind: Label.Secondary
            text: qsTr("When you take it back, it leaves their devices with their next exchange. What was read was read.")
        }
    }
}
