// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Cadre.Models
import Cadre.Ui
import Cadre.Enroll

// Navigation by the width in font units, one page at a time, sentences that come up.
FocusScope {
    id: root

    required property People people
    required property Academy academy
    required property Look look
    required property string route // what to show now; changes when something outside asks
    property string server
    property string code
    property string pin

    readonly property bool atWork: root.academy.enrolled && root.route !== "enroll"
    readonly property bool isBar: root.width < Theme.tabletWidth
    readonly property bool isForm: root.current.startsWith("check-in")
    readonly property bool hasOwnSearch: root.current === "milestones" || root.current === "milestone"
    property string current: root.route
    property string under: "today"
    readonly property string told: root.people.notice
    // Pages are shown when everything that they are given stands.
    property bool made: false

    function show(route: string, recordId: string) {
        if ((route.startsWith("check-in") || route === "search") && pages.depth === 1) {
            root.under = root.current;
            root.current = route;
            pages.push(routes.pageFor(route), { way: routes, recordId: recordId });
        } else {
            root.current = route;
            pages.replace(null, routes.pageFor(route), routes.valuesFor(route, recordId));
        }
        pages.currentItem.forceActiveFocus();
    }

    function tell() {
        if (root.made && root.told.length > 0)
            notice.say(root.told, false);
    }

    function leave() {
        if (pages.depth > 1) {
            root.current = root.under;
            pages.pop();
        } else {
            root.show("today", "");
        }
    }

    focus: true
    onToldChanged: root.tell()
    onRouteChanged: {
        if (root.made && root.atWork)
            root.show(root.route, "");
    }
    onAtWorkChanged: {
        if (root.made && root.atWork)
            root.show(root.route, "");
        else
            pages.clear();
    }
    Component.onCompleted: {
        root.made = true;
        if (root.atWork)
            root.show(root.route, "");
        root.tell();
    }
    Keys.onBackPressed: root.leave()

    Places {
        id: directory

        isMentor: root.academy.isMentor
        isLead: root.academy.isLead
        isTeacher: root.academy.isTeacher
        needsYou: exchange.conflicts + exchange.setAside
        withSync: !root.isBar
    }

    Navigation {
        id: side

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: visible ? implicitWidth : 0
        visible: root.atWork && !root.isBar
        form: root.width < Theme.desktopWidth ? Navigation.Rail : Navigation.Sidebar
        places: directory.list
        current: routes.placeOf(root.current)
        name: root.academy.personName
        detail: root.academy.roleSummary
        way: !root.people.mayLock ? "" : !root.people.several ? qsTr("Lock") : side.form === Navigation.Rail ? qsTr("Switch", "to another person") : qsTr("Switch person")
        onChosen: route => root.show(route, "")
        onWayTaken: root.people.lock()
    }

    StackView {
        id: pages

        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top
        visible: root.atWork
        pushEnter: Transition {
            NumberAnimation {
                property: "opacity"
                from: 0
                to: 1
                duration: Theme.duration
                easing.type: Easing.OutCubic
            }
        }
        pushExit: null
        popEnter: null
        popExit: null
        replaceEnter: null
        replaceExit: null
    }

    Navigation {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: visible ? implicitHeight : 0
        visible: root.atWork && root.isBar && !root.isForm
        form: Navigation.Bar
        places: directory.list
        current: routes.placeOf(root.current)
        onChosen: route => root.show(route, "")
    }

    Slot {
        anchors.fill: parent
        active: !root.atWork
        focus: active
        component: Component {
            EnrollPage {
                people: root.people
                academy: root.academy
                server: root.server
                code: root.code
                pin: root.pin
            }
        }
    }

    Connections {
        target: root.academy.lastChange

        function onOffered(sentence: string) {
            notice.offer(sentence, qsTr("Undo"));
        }

        function onSaid(sentence: string, problem: bool) {
            notice.say(sentence, problem);
        }
    }

    Toast {
        id: notice

        objectName: "toast"
        anchors.horizontalCenter: pages.horizontalCenter
        anchors.bottom: bar.top
        anchors.bottomMargin: root.isForm && root.isBar ? 88 : 16
        width: Math.min(implicitWidth, pages.width - 32, 560 * Theme.textScale)
        onTaken: root.academy.lastChange.takeBack()
    }

    // Made anew each time: its list of places changes with the width.
    Component {
        id: keys

        ShortcutsSheet {
            id: sheet

            places: directory.list
            onClosed: sheet.destroy()
        }
    }

    Shortcut {
        sequence: "?"
        enabled: root.atWork
        onActivated: (keys.createObject(root) as ShortcutsSheet).open()
    }

    Shortcut {
        sequence: "Ctrl+,"
        enabled: root.atWork
        onActivated: root.show("look", "")
    }

    Shortcut {
        sequence: "Ctrl+K"
        enabled: root.atWork && !root.isForm
        onActivated: root.show("search", "")
    }

    // Also a list's own key, where it has one; where letters are typed it is one of them.
    Shortcut {
        sequence: "/"
        enabled: root.atWork && !root.isForm && !root.hasOwnSearch
        onActivated: root.show("search", "")
    }

    Shortcut {
        sequence: "Ctrl+N"
        enabled: root.atWork && root.academy.isMentor && !root.isForm
        onActivated: root.show("check-in", "")
    }

    Shortcut {
        sequence: "Ctrl+Z"
        enabled: notice.visible && notice.action.length > 0
        onActivated: {
            notice.opacity = 0;
            root.academy.lastChange.takeBack();
        }
    }

    Shortcut {
        sequence: "Ctrl+L"
        onActivated: root.people.lock()
    }

    Repeater {
        model: directory.list

        delegate: Item {
            id: jump

            required property int index
            required property var modelData

            Shortcut {
                sequence: "Ctrl+" + (jump.index + 1)
                enabled: root.atWork
                onActivated: root.show(jump.modelData.route, "")
            }
        }
    }

    // Last, so that the pages are taken down before what they hold on to.
    Routes {
        id: routes

        people: root.people
        academy: root.academy
        look: root.look
        sync: exchange
        locks: root.isBar
        onOpened: (route, recordId) => root.show(route, recordId)
        onClosed: root.leave()
        onNoted: (sentence, problem) => notice.say(sentence, problem)
    }

    SyncStatus {
        id: exchange

        academy: root.academy
    }
}
