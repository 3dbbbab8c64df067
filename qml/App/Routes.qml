// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui
import Cadre.Today
import Cadre.CheckIns
import Cadre.Plans
import Cadre.NeedsYou
import Cadre.Sync
import Cadre.Device
import Cadre.Teacher

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

    function componentFor(route: string): Component {
        switch (route) {
        case "teachers":
        case "teacher":
            return root.teachers;
        case "check-in":
            return root.checkIn;
        case "check-in/quick":
            return root.quickCheckIn;
        case "held":
            return root.held;
        case "milestones":
        case "milestone":
            return root.plans;
        case "needs-you":
        case "conflict":
            return root.needsYou;
        case "sync":
            return root.syncCentre;
        case "device":
            return root.device;
        case "look":
            return root.looks;
        case "devices":
            return root.devices;
        case "my-check-ins":
            return root.myCheckIns;
        case "my-check-in":
            return root.myCheckIn;
        case "mine":
            return root.mine;
        case "access":
            return root.access;
        case "sharing":
            return root.sharing;
        case "share":
            return root.share;
        case "goals":
            return root.goals;
        case "my-record":
            return root.myRecord;
        case "time":
            return root.time;
        default:
            return root.today;
        }
    }

    // What a page is opened with. "milestone" without a record opens the first.
    function valuesFor(route: string, recordId: string): var {
        return route === "teacher" || route === "milestone" || route === "conflict"
            ? { recordId: recordId, openFirst: recordId.length === 0 } : { recordId: recordId };
    }

    // The entry of the navigation that a route belongs to.
    function placeOf(route: string): string {
        switch (route) {
        case "teacher":
        case "check-in":
        case "check-in/quick":
        case "held":
            return "teachers";
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
                objectName: "lock"
                visible: root.locks && root.people.mayLock
                symbol: "lock"
                text: root.people.several ? qsTr("Switch person") : qsTr("Lock")
                onClicked: root.people.lock()
            }
        }
    }

    readonly property Component today: Component {
        TodayPage {
            academy: root.academy
            line: root.statusLine
            onCheckInRequested: matchId => root.opened("check-in", matchId)
            onTeacherOpened: matchId => root.opened("teacher", matchId)
            onMilestonesOpened: root.opened("milestones", "")
        }
    }

    readonly property Component teachers: Component {
        TeachersPage {
            academy: root.academy
            statusLine: root.statusLine
            onCheckInRequested: (matchId, quick) => root.opened(quick ? "check-in/quick" : "check-in", matchId)
            onCheckInOpened: checkInId => root.opened("held", checkInId)
        }
    }

    readonly property Component checkIn: Component {
        CheckInPage {
            academy: root.academy
            onBack: root.closed()
            onSaved: sentence => {
                root.noted(sentence, false);
                root.closed();
            }
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component quickCheckIn: Component {
        CheckInPage {
            academy: root.academy
            quick: true
            onBack: root.closed()
            onSaved: sentence => {
                root.noted(sentence, false);
                root.closed();
            }
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component held: Component {
        HeldCheckInPage {
            academy: root.academy
            onClosed: matchId => root.opened(matchId.length > 0 ? "teacher" : "teachers", matchId)
            onSaved: sentence => root.noted(sentence, false)
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component plans: Component {
        PlansPage {
            academy: root.academy
            statusLine: root.statusLine
            onSaved: sentence => root.noted(sentence, false)
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component needsYou: Component {
        NeedsYouPage {
            academy: root.academy
            statusLine: root.statusLine
            onSaved: sentence => root.noted(sentence, false)
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component syncCentre: Component {
        SyncPage {
            sync: root.sync
            isSealed: root.people.sealed
            onNeedsYouOpened: root.opened("needs-you", "")
            onDeviceOpened: root.opened("device", "")
            onLookOpened: root.opened("look", "")
            onMineOpened: root.opened("mine", "")
        }
    }

    readonly property Component device: Component {
        DevicePage {
            people: root.people
            onBack: root.opened("sync", "")
            onSaved: sentence => root.noted(sentence, false)
        }
    }

    readonly property Component looks: Component {
        LookPage {
            look: root.look
            onBack: root.opened("sync", "")
        }
    }

    readonly property Component devices: Component {
        DevicesPage {
            academy: root.academy
            onBack: root.opened("mine", "")
            onSaved: sentence => root.noted(sentence, false)
        }
    }

    readonly property Component myCheckIns: Component {
        MyCheckInsPage {
            academy: root.academy
            line: root.statusLine
            onCheckInOpened: checkInId => root.opened("my-check-in", checkInId)
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component myCheckIn: Component {
        MyCheckInPage {
            academy: root.academy
            onBack: root.opened("my-check-ins", "")
            onSaved: sentence => root.noted(sentence, false)
            onFailed: sentence => root.noted(sentence, true)
            onShareRequested: matchId => root.opened("share", matchId)
        }
    }

    readonly property Component mine: Component {
        MinePage {
            academy: root.academy
            line: root.statusLine
            onOpened: route => root.opened(route, "")
        }
    }

    readonly property Component access: Component {
        AccessPage {
            academy: root.academy
            onBack: root.opened("mine", "")
        }
    }

    readonly property Component sharing: Component {
        SharingPage {
            academy: root.academy
            onBack: root.opened("mine", "")
            onProposalRequested: root.opened("share", "")
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component share: Component {
        ProposeSharePage {
            academy: root.academy
            onBack: root.opened("sharing", "")
            onProposed: sentence => {
                root.noted(sentence, false);
                root.opened("sharing", "");
            }
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component goals: Component {
        GoalsPage {
            academy: root.academy
            onBack: root.opened("mine", "")
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component time: Component {
        TimePage {
            academy: root.academy
            onBack: root.opened("mine", "")
            onSaved: sentence => root.noted(sentence, false)
            onFailed: sentence => root.noted(sentence, true)
        }
    }

    readonly property Component myRecord: Component {
        OwnRecordPage {
            academy: root.academy
            onBack: root.opened("mine", "")
            onSaved: sentence => root.noted(sentence, false)
            onFailed: sentence => root.noted(sentence, true)
        }
    }
}
