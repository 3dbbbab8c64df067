// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Cadre.Enroll
import Cadre.Models
import Cadre.Ui

// The window: who it is, what opens her store, why it can't be opened, and then the shell.
ApplicationWindow {
    id: root

    required property People people
    required property Look look
    property string route: "today"
    // What the command line asks for; empty, 0 and false leave it to what was chosen on this device.
    property string scheme
    property real textScale: 0
    property bool still: false
    property string server
    property string code
    property string pin
    readonly property bool covered: root.people.covered || root.visibility === Window.Minimized || root.visibility === Window.Hidden

    width: 1180
    height: 820
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: qsTr("Cadre")
    color: Theme.colors.canvas

    Binding {
        target: Theme
        property: "scheme"
        value: root.scheme.length > 0 ? root.scheme : root.look.shownScheme
    }

    Binding {
        target: Theme
        property: "textScale"
        value: root.textScale > 0 ? root.textScale : root.look.textScale
    }

    Binding {
        target: Theme
        property: "motion"
        value: !root.still && root.look.moves
    }

    // Sheets lie over the pages.
    Binding {
        target: pages.sheets
        property: "opacity"
        value: root.covered ? 0 : 1
    }

    // What the window shows; nothing at all while a store is being closed or opened.
    function pageFor(stage: int): Component {
        switch (stage) {
        case People.Choosing:
            return chooser;
        case People.Joining:
            return enroll;
        case People.WithPerson:
            return !root.people.academy ? null : root.people.academy.problem.length > 0 ? closed
                : root.people.academy.locked ? locked : root.people.academy.ready ? shell : null;
        default:
            return null;
        }
    }

    Slot {
        id: pages

        readonly property Item sheets: T.Overlay.overlay

        anchors.fill: parent
        focus: true
        // Not hidden: Qt 6.4 may crash where it lays out a column once more that has just lost an item.
        opacity: root.covered ? 0 : 1
        component: root.pageFor(root.people.stage)
    }

    Component {
        id: chooser

        ChooserPage {
            people: root.people
        }
    }

    Component {
        id: enroll

        EnrollPage {
            people: root.people
            academy: root.people.academy
            server: root.server
            code: root.code
            pin: root.pin
            onBack: root.people.switchPerson()
        }
    }

    Component {
        id: shell

        Shell {
            people: root.people
            look: root.look
            academy: root.people.academy
            route: root.route
            server: root.server
            code: root.code
            pin: root.pin
        }
    }

    Component {
        id: locked

        UnlockPage {
            people: root.people
            academy: root.people.academy
        }
    }

    Component {
        id: closed

        ClosedPage {
            sentence: root.people.academy.problem
        }
    }
}
