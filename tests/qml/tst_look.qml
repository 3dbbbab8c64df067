// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.CheckIns
import Cadre.Models
import Cadre.Test
import Cadre.Ui

// What a person chooses of the look is shown at once; keys and pickers do what they say.
TestCase {
    id: test

    name: "Look"
    when: windowShown
    visible: true
    width: 1180
    height: 1000

    property var academy

    Component {
        id: app

        Main {
            people: Fixture.people
            look: Fixture.look
            width: 1180
            height: 900
        }
    }

    Component {
        id: shell

        Shell {
            people: Fixture.people
            look: Fixture.look
            academy: test.academy
            width: 1180
            height: 1000
        }
    }

    Component {
        id: calendar

        CalendarSheet {
            title: "Day"
            day: "2026-11-20"
        }
    }

    Component {
        id: duration

        DurationSheet {
            title: "How long"
            minutes: 30
        }
    }

    SignalSpy {
        id: picked

        signalName: "picked"
    }

    function init() {
        test.academy = Fixture.openSample();
        tryVerify(() => test.academy.ready && test.academy.enrolled && !test.academy.busy);
        picked.clear();
    }

    function cleanup() {
        Fixture.look.scheme = "system";
        Fixture.look.textScale = 1;
        Fixture.look.motion = true;
        Theme.scheme = "light";
        Theme.textScale = 1;
        Theme.motion = true;
    }

    function opened(route: string): var {
        const page = createTemporaryObject(shell, test, { route: route });
        tryVerify(() => !test.academy.busy);
        Walk.settle(page);
        // Another test's window may have been in front.
        page.Window.window.requestActivate();
        tryVerify(() => page.Window.active);
        return page;
    }

    function test_showsWhatIsChosenAtOnce() {
        const window = createTemporaryObject(app, test, { route: "look" });
        tryVerify(() => findChild(window.contentItem, "scheme-contrast") !== null);
        Walk.settle(window.contentItem);
        mouseClick(findChild(window.contentItem, "scheme-contrast"));
        tryCompare(Theme, "scheme", "contrast");
        mouseClick(findChild(window.contentItem, "size-150"));
        tryCompare(Theme, "textScale", 1.5);
        compare(Theme.duration, 150);
        Fixture.look.motion = false;
        tryCompare(Theme, "duration", 0);
    }

    function test_letsTheCommandLineDecide() {
        createTemporaryObject(app, test, { route: "look", scheme: "dark", textScale: 2, still: true });
        tryCompare(Theme, "scheme", "dark");
        compare(Theme.textScale, 2);
        compare(Theme.duration, 0);
    }

    function test_listsItsKeys() {
        const page = opened("today");
        const front = () => page.Window.activeFocusItem;
        keySequence("?");
        tryVerify(() => front().Accessible.name === "Keys");
        verify(Fixture.shows(front(), "Takes back what was just done"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => front().Accessible.name !== "Keys");
    }

    function test_searchesByTyping() {
        const page = opened("milestones");
        page.forceActiveFocus();
        findChild(page, "overdue").forceActiveFocus();
        keyClick("r");
        keyClick("e");
        keyClick("l");
        tryVerify(() => Fixture.shows(page, "Release time") && !Fixture.shows(page, "Summer institute"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => Fixture.shows(page, "Summer institute"));
    }

    function test_walksTheCalendarByArrows() {
        const sheet = createTemporaryObject(calendar, test);
        picked.target = sheet;
        sheet.open();
        tryCompare(sheet, "opened", true);
        Walk.settle(sheet.contentItem);
        findChild(sheet.contentItem, "2026-11-20").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Left);
        tryVerify(() => findChild(sheet.contentItem, "2026-11-26").activeFocus);
        keyClick(Qt.Key_PageDown);
        tryCompare(sheet, "month", 11);
        tryVerify(() => findChild(sheet.contentItem, "2026-12-26").activeFocus);
        keyClick(Qt.Key_Space);
        tryCompare(picked, "count", 1);
        compare(picked.signalArguments[0][0], "2026-12-26");
    }

    function test_takesALengthByChipStepAndTyping() {
        const sheet = createTemporaryObject(duration, test);
        picked.target = sheet;
        sheet.open();
        tryCompare(sheet, "opened", true);
        const amount = findChild(sheet.contentItem, "amount");
        compare(amount.value, 30);
        amount.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Up);
        compare(amount.value, 35);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick("5");
        keyClick("0");
        mouseClick(findChild(sheet.contentItem, "takeDuration"));
        tryCompare(picked, "count", 1);
        compare(picked.signalArguments[0][0], 50);
    }

    function test_hasNamesTargetsAndKeysOnSheets_data() {
        return [{ tag: "calendar", sheet: calendar }, { tag: "duration", sheet: duration }];
    }

    function test_hasNamesTargetsAndKeysOnSheets(row) {
        const sheet = createTemporaryObject(row.sheet, test);
        sheet.open();
        tryCompare(sheet, "opened", true);
        Walk.settle(sheet.contentItem);
        compare(Walk.nameless(sheet.contentItem).concat(Walk.small(sheet.contentItem), Walk.cut(sheet.contentItem)).join("\n"), "");
    }

    function test_showsAChartAsATable() {
        const page = opened("today");
        const card = findChild(page, "weeks");
        verify(findChild(card, "tableRow") === null);
        card.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => findChild(card, "tableRow") !== null);
        verify(Fixture.shows(card, "outside hours"));
    }
}
