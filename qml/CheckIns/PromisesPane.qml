// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Cadre.Models
import Cadre.Ui

// Last time's promises in a pane of their own.
Rectangle {
    id: root

    required property CheckInForm form

    color: Theme.colors.sunken

    Rectangle {
        width: 1
        height: parent.height
        x: parent.width - 1
        color: Theme.colors.line
    }

    ScrollArea {
        anchors.fill: parent
        contentHeight: promises.implicitHeight + 56

        Promises {
            id: promises

            x: 24
            y: 32
            width: parent.width - 48
            form: root.form
        }
    }
}
