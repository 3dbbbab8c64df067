// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Cadre.Models
import Cadre.Ui

// Milestones: the list with its counters, and one of them beside it where there is room.
ListDetail {
    id: root

    required property Academy academy
    property string recordId // the milestone that is open; empty for the list
    property string pinned // stands beside the list until one is chosen, wherever the list moves it
    property bool openFirst: false // shows the first one's detail where no record is named
    property Component statusLine

    readonly property string shown: root.recordId.length > 0 ? root.recordId : root.pinned.length > 0 ? root.pinned : everything.firstId

    signal saved(string sentence)
    signal failed(string sentence)

    detailShown: root.recordId.length > 0 || root.openFirst
    listWidth: Math.min(Theme.listWidth * 1.15, root.width * 0.44)

    list: Component {
        MilestoneList {
            academy: root.academy
            milestones: everything
            line: root.statusLine
            current: !root.wide ? "" : root.shown
            onOpened: id => root.recordId = id
            onSaved: sentence => root.saved(sentence)
            onFailed: sentence => root.failed(sentence)
        }
    }

    detail: Component {
        MilestonePane {
            academy: root.academy
            recordId: root.shown
            mayGoBack: !root.wide
            onBack: {
                root.recordId = "";
                root.openFirst = false;
            }
            onSaved: sentence => root.saved(sentence)
            onFailed: sentence => root.failed(sentence)
        }
    }

    // Last, so that what shows it is taken down before it.
    MilestoneListModel {
        id: everything

        academy: root.academy
        onFilterChanged: root.pinned = ""
        onRowsChanged: {
            if (root.pinned.length === 0)
                root.pinned = everything.firstId;
        }
    }
}
