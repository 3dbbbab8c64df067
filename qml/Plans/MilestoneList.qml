// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Counters that filter, a search, the milestones that need somebody first.
Page {
    id: root

    required property Academy academy
    required property MilestoneListModel milestones
    property string current
    property bool searching: false

    signal opened(string recordId)
    signal saved(string sentence)
    signal failed(string sentence)

    function filterBy(filter: int) {
        root.milestones.filter = root.milestones.filter === filter ? MilestoneListModel.All : filter;
    }

    function beginSearch(word: string) {
        root.searching = true;
        root.milestones.search = word;
        words.take();
    }

    function leaveSearch() {
        root.searching = false;
        root.milestones.search = "";
        root.forceActiveFocus();
    }

    title: qsTr("Milestones")
    // Typing is searching.
    Keys.onPressed: event => {
        if (event.text.trim().length === 1 && event.text !== "?" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))) {
            root.beginSearch(event.text === "/" ? "" : event.text);
            event.accepted = true;
        }
    }
    spacing: 14
    action: Component {
        IconButton {
            objectName: "search"
            symbol: root.searching ? "close" : "search"
            text: root.searching ? qsTr("Close the search") : qsTr("Search")
            onClicked: root.searching ? root.leaveSearch() : root.beginSearch("")
        }
    }

    SearchField {
        id: words

        Layout.fillWidth: true
        visible: root.searching
        objectName: "searchField"
        placeholder: qsTr("Search milestones")
        text: root.milestones.search
        onEdited: text => root.milestones.search = text
        onDismissed: root.leaveSearch()
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.width < Theme.unit * 21.5 ? 2 : 4
        columnSpacing: 8
        rowSpacing: 8

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "overdue"
            count: root.milestones.overdue
            tone: Badge.Bad
            selected: root.milestones.filter === MilestoneListModel.Overdue
            text: qsTr("overdue")
            onClicked: root.filterBy(MilestoneListModel.Overdue)
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "dueSoon"
            count: root.milestones.dueSoon
            tone: Badge.Warn
            selected: root.milestones.filter === MilestoneListModel.DueSoon
            text: qsTr("due soon")
            onClicked: root.filterBy(MilestoneListModel.DueSoon)
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "atRisk"
            count: root.milestones.atRisk
            tone: Badge.Info
            selected: root.milestones.filter === MilestoneListModel.AtRisk
            text: qsTr("at risk")
            onClicked: root.filterBy(MilestoneListModel.AtRisk)
        }

        Counter {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "onTrack"
            count: root.milestones.onTrack
            tone: Badge.Good
            selected: root.milestones.filter === MilestoneListModel.OnTrack
            text: qsTr("on track")
            onClicked: root.filterBy(MilestoneListModel.OnTrack)
        }
    }

    Repeater {
        model: root.milestones

        delegate: MilestoneCard {
            required title
            required health
            required healthText
            required practice
            required baselineText
            required blocker
            required recordId
            Layout.fillWidth: true
            objectName: "milestone"
            selected: recordId === root.current
            onClicked: root.opened(recordId)
        }
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 40
        visible: root.milestones.loaded && root.milestones.count === 0
        symbol: "flag"
        title: root.milestones.filter === MilestoneListModel.All && root.milestones.search.length === 0
            ? qsTr("Milestones will be here") : qsTr("None of these")
        text: root.milestones.filter === MilestoneListModel.All && root.milestones.search.length === 0
            ? qsTr("When a plan that you may see has milestones, they stand here, those that need somebody first.")
            : qsTr("Other milestones are there; this filter hides them.")
        action: root.milestones.filter === MilestoneListModel.All && root.milestones.search.length === 0 ? "" : qsTr("Show all")
        onTaken: {
            root.milestones.filter = MilestoneListModel.All;
            root.milestones.search = "";
        }
    }
}
