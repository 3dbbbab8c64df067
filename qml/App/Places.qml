// SPDX-License-Identifier: Apache-2.0
import QtQuick

// The entries of the navigation, by what this person does.
QtObject {
    id: root

    required property bool isMentor
    required property bool isTeacher
    required property bool isLead // of a school's mentoring
    required property int needsYou
    required property bool withSync

    readonly property var today: ({
            route: "today",
            text: qsTr("Today"),
            symbol: "home",
            count: 0
        })
    readonly property var teachers: ({
            route: "teachers",
            text: qsTr("Teachers"),
            symbol: "person",
            count: 0
        })
    readonly property var pairs: ({
            route: "pairs",
            text: qsTr("Pairs"),
            symbol: "table",
            count: 0
        })
    readonly property var plans: ({
            route: "milestones",
            text: qsTr("Plans"),
            symbol: "flag",
            count: 0
        })
    readonly property var needs: ({
            route: "needs-you",
            text: qsTr("Needs you"),
            symbol: "bell",
            count: root.needsYou
        })
    readonly property var sync: ({
            route: "sync",
            text: qsTr("Sync"),
            symbol: "cloud",
            count: 0
        })

    readonly property var checkIns: ({
            route: "my-check-ins",
            text: qsTr("Check-ins"),
            symbol: "note",
            count: 0
        })
    readonly property var mine: ({
            route: "mine",
            text: qsTr("Yours"),
            symbol: "lock",
            count: 0
        })

    readonly property var work: root.isMentor && root.isLead ? [root.today, root.teachers, root.pairs, root.plans, root.needs]
        : root.isMentor ? [root.today, root.teachers, root.plans, root.needs] : root.isLead ? [root.today, root.pairs, root.plans, root.needs]
        : root.isTeacher ? [root.today, root.checkIns, root.mine, root.needs] : [root.today, root.plans, root.needs]
    readonly property var list: !root.withSync ? root.isMentor || root.isTeacher ? root.work : root.work.concat([root.sync])
        : root.work.concat(root.isTeacher && !root.isMentor ? [root.plans, root.sync] : [root.sync, root.mine])
}
