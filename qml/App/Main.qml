// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Cadre.Models
import Cadre.Ui

// The window: what the device shows before its store is open, when it can't open, and then the shell.
ApplicationWindow {
    id: root

    required property Academy academy
    property string route: "today"
    property string scheme: "light"
    property real textScale: 1
    property string server
    property string code
    property string pin

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
        value: root.scheme
    }

    Binding {
        target: Theme
        property: "textScale"
        value: root.textScale
    }

    Slot {
        anchors.fill: parent
        focus: true
        component: root.academy.problem.length > 0 ? closed : root.academy.locked ? locked : root.academy.ready ? shell : null
    }

    Component {
        id: shell

        Shell {
            academy: root.academy
            route: root.route
            server: root.server
            code: root.code
            pin: root.pin
        }
    }

    Component {
        id: locked

        UnlockPage {
            academy: root.academy
        }
    }

    Component {
        id: closed

        ClosedPage {
            sentence: root.academy.problem
        }
    }
}
