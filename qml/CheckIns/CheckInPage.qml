// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Cadre.Models
import Cadre.Ui

// Recording a check-in: three short steps on a phone, one page with last time's promises elsewhere.
// It keeps itself as a draft at every change; saving says that it is finished.
FocusScope {
    id: root

    required property Academy academy
    property string recordId // the match; empty takes the first teacher
    property bool quick: false

    readonly property bool loaded: checkIn.loaded
    readonly property bool narrow: root.width > 0 && root.width < Theme.tabletWidth
    readonly property bool withPane: !root.narrow && checkIn.kind === CheckInForm.Conversation

    signal back
    signal saved(string sentence)
    signal failed(string sentence)

    TeacherListModel {
        id: teachers

        academy: root.academy
    }

    Binding {
        target: checkIn
        property: "kind"
        value: root.quick ? CheckInForm.Quick : CheckInForm.Conversation
        when: root.quick
        restoreMode: Binding.RestoreNone
    }

    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: checkIn.canSave
        onActivated: checkIn.save()
    }

    Shortcut {
        sequence: "Escape"
        onActivated: root.back()
    }

    Slot {
        id: pane

        width: root.withPane ? (root.width >= Theme.unit * 60 ? Theme.paneWidth : Theme.paneWidth * 0.84) : 0
        height: root.height
        active: root.withPane
        visible: active
        component: promises
    }

    Slot {
        x: pane.width
        width: root.width - pane.width
        height: root.height
        // What is written before the draft has come would be lost to it.
        enabled: root.loaded
        component: root.narrow && checkIn.kind === CheckInForm.Conversation ? steps : whole
    }

    Component {
        id: promises

        PromisesPane {
            form: checkIn
        }
    }

    Component {
        id: steps

        CheckInSteps {
            form: checkIn
            onBack: root.back()
        }
    }

    Component {
        id: whole

        CheckInWhole {
            form: checkIn
            onBack: root.back()
        }
    }

    // Last, so that what shows it is taken down before it.
    CheckInForm {
        id: checkIn

        academy: root.academy
        matchId: root.recordId.length > 0 ? root.recordId : teachers.firstId
        onSaved: root.saved(checkIn.savedText)
        onFailed: text => root.failed(text)
    }
}
