// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Your teachers, and what you did with one of them beside the list where there is room.
ListDetail {
    id: root

    required property Academy academy
    property string recordId // the match that is open; empty for the list
    property bool openFirst: false // shows the first one's detail where no record is named
    property Component statusLine

    signal checkInRequested(string matchId, bool quick)
    signal checkInOpened(string checkInId)

    detailShown: root.recordId.length > 0 || root.openFirst

    list: Component {
        Page {
            title: qsTr("Your teachers")
            line: root.statusLine
            spacing: 12

            Repeater {
                model: teachers

                delegate: PersonCard {
                    required property string matchId
                    required property string paceText
                    required property int pace
                    required property string minutesText
                    required property bool hasDraft

                    required name
                    required initial
                    required fraction
                    Layout.fillWidth: true
                    objectName: "teacher"
                    status: paceText
                    amount: minutesText
                    behind: pace >= 2
                    note: hasDraft ? qsTr("draft") : ""
                    selected: root.wide && matchId === (root.recordId.length > 0 ? root.recordId : teachers.firstId)
                    onClicked: root.recordId = matchId
                }
            }

            EmptyState {
                Layout.fillWidth: true
                Layout.topMargin: 40
                visible: teachers.loaded && teachers.count === 0
                symbol: "person"
                title: qsTr("Your teachers will be here")
                text: qsTr("As soon as your district has matched you with a teacher, you can record what you do together.")
            }
        }
    }

    detail: Component {
        TeacherPane {
            academy: root.academy
            matchId: root.recordId.length > 0 ? root.recordId : teachers.firstId
            mayGoBack: !root.wide
            onBack: {
                root.recordId = "";
                root.openFirst = false;
            }
            onCheckInRequested: quick => root.checkInRequested(matchId, quick)
            onCheckInOpened: checkInId => root.checkInOpened(checkInId)
        }
    }

    // Last, so that what shows it is taken down before it.
    TeacherListModel {
        id: teachers

        academy: root.academy
    }
}
