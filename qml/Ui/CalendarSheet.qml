// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// A month to pick a day from. `day` is an ISO day; where it is empty the calendar opens on `start`.
Sheet {
    id: root

    property string day
    property string start

    readonly property date shownFrom: root.day.length > 0 ? root.dateOf(root.day)
        : root.start.length > 0 ? root.dateOf(root.start) : new Date()

    // Set when it opens, moved by its arrows; the month counts from 0.
    property int year: 2000
    property int month: 0
    property string at // the day that the keyboard is on; empty until an arrow was pressed
    readonly property int firstWeekday: Qt.locale().firstDayOfWeek % 7
    readonly property int leading: (new Date(root.year, root.month, 1, 12).getDay() - root.firstWeekday + 7) % 7

    signal picked(string day)

    function dateOf(iso: string): date {
        return Date.fromLocaleDateString(Qt.locale("C"), iso, "yyyy-MM-dd");
    }

    function isoOf(day: date): string {
        return day.toLocaleDateString(Qt.locale("C"), "yyyy-MM-dd");
    }

    function words(iso: string): string {
        return iso.length > 0 ? root.dateOf(iso).toLocaleDateString(Qt.locale(), qsTr("ddd d MMM", "a short day, such as Tue 26 Nov")) : "";
    }

    // Puts the keyboard on a day, in its month.
    function goTo(day: date) {
        root.year = day.getFullYear();
        root.month = day.getMonth();
        root.at = root.isoOf(day);
    }

    function step(months: int) {
        const moved = new Date(root.year, root.month + months, 1, 12);
        root.year = moved.getFullYear();
        root.month = moved.getMonth();
    }

    onAboutToShow: {
        root.at = "";
        root.year = root.shownFrom.getFullYear();
        root.month = root.shownFrom.getMonth();
    }

    RowLayout {
        Layout.fillWidth: true

        IconButton {
            symbol: "back"
            text: qsTr("Earlier month")
            onClicked: root.step(-1)
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: Label.Item
            text: new Date(root.year, root.month, 1, 12).toLocaleDateString(Qt.locale(), "MMMM yyyy")
        }

        IconButton {
            symbol: "forward"
            text: qsTr("Later month")
            onClicked: root.step(1)
        }
    }

    GridLayout {
        id: grid

        readonly property date from: root.dateOf(root.at.length > 0 ? root.at : root.isoOf(root.shownFrom))

        // The arrows step by days and weeks, the page keys by months.
        function go(days: int, months: int) {
            root.goTo(new Date(grid.from.getFullYear(), grid.from.getMonth() + months, grid.from.getDate() + days, 12));
        }

        Layout.fillWidth: true
        Keys.onLeftPressed: grid.go((grid.layoutDirection === Qt.RightToLeft) ? 1 : -1, 0)
        Keys.onRightPressed: grid.go((grid.layoutDirection === Qt.RightToLeft) ? -1 : 1, 0)
        Keys.onUpPressed: grid.go(-7, 0)
        Keys.onDownPressed: grid.go(7, 0)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
                grid.go(0, event.key === Qt.Key_PageUp ? -1 : 1);
                event.accepted = true;
            }
        }
        columns: 7
        columnSpacing: 0
        rowSpacing: 0

        Repeater {
            model: 7

            delegate: Label {
                required property int index

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 28 * Theme.textScale
                horizontalAlignment: Text.AlignHCenter
                kind: Label.Badge
                quiet: true
                text: Qt.locale().standaloneDayName((root.firstWeekday + index) % 7, Locale.NarrowFormat)
            }
        }

        Repeater {
            // Only where it is seen: a form has several calendars.
            model: root.visible ? 42 : 0

            delegate: Chip {
                id: cell

                required property int index

                readonly property date day: new Date(root.year, root.month, 1 - root.leading + cell.index, 12)
                readonly property string iso: root.isoOf(cell.day)
                readonly property bool isAt: root.opened && cell.iso === root.at

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                leftPadding: 0
                rightPadding: 0
                opacity: cell.day.getMonth() === root.month ? 1 : 0.45
                plain: true
                selected: cell.iso === root.day
                text: cell.day.getDate()
                objectName: cell.iso
                Accessible.name: root.words(cell.iso)
                onIsAtChanged: {
                    if (cell.isAt)
                        cell.forceActiveFocus(Qt.TabFocusReason);
                }
                onActiveFocusChanged: {
                    if (cell.activeFocus)
                        root.at = cell.iso;
                }
                onClicked: {
                    root.picked(cell.iso);
                    root.close();
                }
            }
        }
    }
}
