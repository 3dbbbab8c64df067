// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Which page a route opens, and where its signals lead.
QtObject {
    id: root

    required property People people
    required property Academy academy
    required property Look look
    required property SyncStatus sync
    required property bool locks // where the navigation has no room for it

    // A route, and the record it is about: empty for the first that fits.
    signal opened(string route, string recordId)
    signal closed
    signal noted(string sentence, bool problem)

    // Read when it is first gone to, so that the app stands sooner.
    function fileOf(route: string): string {
        switch (route) {
        case "teachers":
        case "teacher":
            return "TeachersRoute.qml";
        case "check-in":
            return "CheckInRoute.qml";
        case "check-in/quick":
            return "QuickCheckInRoute.qml";
        case "held":
            return "HeldRoute.qml";
        case "pairs":
            return "LedPairsRoute.qml";
        case "new-pair":
            return "NewPairRoute.qml";
        case "milestones":
        case "milestone":
            return "PlansRoute.qml";
        case "needs-you":
        case "conflict":
            return "NeedsYouRoute.qml";
        case "sync":
            return "SyncCentreRoute.qml";
        case "device":
            return "DeviceRoute.qml";
        case "look":
            return "LooksRoute.qml";
        case "devices":
            return "DevicesRoute.qml";
        case "my-check-ins":
            return "MyCheckInsRoute.qml";
        case "my-check-in":
            return "MyCheckInRoute.qml";
        case "mine":
            return "MineRoute.qml";
        case "access":
            return "AccessRoute.qml";
        case "sharing":
            return "SharingRoute.qml";
        case "share":
            return "ShareRoute.qml";
        case "goals":
            return "GoalsRoute.qml";
        case "my-record":
            return "MyRecordRoute.qml";
        case "time":
            return "TimeRoute.qml";
        case "search":
            return "SearchRoute.qml";
        default:
            return "TodayRoute.qml";
        }
    }

    function pageFor(route: string): string {
        return Qt.resolvedUrl(root.fileOf(route));
    }

    // What a page is opened with. "milestone" without a record opens the first.
    function valuesFor(route: string, recordId: string): var {
        return route === "teacher" || route === "milestone" || route === "conflict"
            ? { way: root, recordId: recordId, openFirst: recordId.length === 0 } : { way: root, recordId: recordId };
    }

    // The entry of the navigation that a route belongs to.
    function placeOf(route: string): string {
        switch (route) {
        case "teacher":
        case "check-in":
        case "check-in/quick":
        case "held":
            return "teachers";
        case "new-pair":
            return "pairs";
        case "milestone":
            return "milestones";
        case "conflict":
            return "needs-you";
        case "device":
        case "look":
            return "sync";
        case "my-check-in":
            return "my-check-ins";
        case "access":
        case "sharing":
        case "share":
        case "goals":
        case "my-record":
        case "time":
        case "devices":
            return "mine";
        default:
            return route;
        }
    }

    readonly property Component statusLine: Component {
        RowLayout {
            Layout.fillWidth: true
            spacing: 0

            SyncLine {
                text: root.sync.text
                tone: root.sync.state === SyncStatus.NeedsYou ? SyncLine.Person
                    : root.sync.state === SyncStatus.Waiting || root.sync.state === SyncStatus.Offline || root.sync.state === SyncStatus.Stopped ? SyncLine.Waits : SyncLine.Calm
                onClicked: root.opened(root.sync.state === SyncStatus.NeedsYou ? "needs-you" : "sync", "")
            }

            Item {
                Layout.fillWidth: true
            }

            IconButton {
                Layout.topMargin: -8
                Layout.bottomMargin: -8
                Layout.rightMargin: -12
                objectName: "find"
                symbol: "search"
                text: qsTr("Search everything")
                onClicked: root.opened("search", "")
            }

            IconButton {
                Layout.topMargin: -8
                Layout.bottomMargin: -8
                Layout.rightMargin: -12
                objectName: "lock"
                visible: root.locks && root.people.mayLock
                symbol: "lock"
                text: root.people.several ? qsTr("Switch person") : qsTr("Lock")
                onClicked: root.people.lock()
            }
        }
    }
}
