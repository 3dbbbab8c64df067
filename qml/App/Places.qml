// SPDX-License-Identifier: Apache-2.0
import QtQuick

// The entries of the navigation, by what this person does.
QtObject {
    id: root

    required property bool isMentor
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

    readonly property var list: root.isMentor
        ? root.withSync ? [root.today, root.teachers, root.plans, root.needs, root.sync] : [root.today, root.teachers, root.plans, root.needs]
        : [root.today, root.plans, root.needs, root.sync]
}
