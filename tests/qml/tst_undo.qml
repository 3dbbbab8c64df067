// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test

// A slip is taken back where it happened, by the toast or by Ctrl+Z; what was typed outlives a lock.
TestCase {
    id: test

    name: "Undo"
    when: windowShown
    visible: true
    width: 1180
    height: 1000

    property var academy

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

    function opened(route: string): var {
        const page = createTemporaryObject(shell, test, { route: route });
        tryVerify(() => !test.academy.busy);
        Walk.settle(page);
        tryVerify(() => !test.academy.busy);
        Walk.settle(page);
        return page;
    }

    function init() {
        test.academy = Fixture.openSample();
        tryVerify(() => test.academy.ready && test.academy.enrolled && !test.academy.busy);
    }

    function test_takesATickBack() {
        const page = opened("today");
        const promise = findChild(page, "promise");
        mouseClick(promise);
        tryVerify(() => promise.checked && findChild(page, "toast").action.length > 0);
        tryVerify(() => !test.academy.busy);
        tryVerify(() => findChild(page, "takeBack").visible && findChild(page, "takeBack").width > 0);
        mouseClick(findChild(page, "takeBack"));
        tryVerify(() => !findChild(page, "promise").checked);
        tryVerify(() => Fixture.shows(page, "Taken back"));
    }

    function test_takesADoneMilestoneBackByKeys() {
        const page = opened("milestones");
        tryCompare(findChild(page, "overdue"), "count", 2);
        findChild(page, "doneOn").clicked();
        const sheet = findChild(page, "doneSheet");
        tryCompare(sheet, "opened", true);
        mouseClick(findChild(sheet.contentItem, "confirmDone"));
        tryCompare(findChild(page, "overdue"), "count", 1);
        tryCompare(sheet, "visible", false);
        keySequence("Ctrl+Z");
        tryCompare(findChild(page, "overdue"), "count", 2);
    }

    function test_keepsAHalfTypedReasonOverALock() {
        let page = opened("milestones");
        findChild(page, "moveDate").clicked();
        let sheet = findChild(page, "moveSheet");
        tryCompare(sheet, "opened", true);
        mouseClick(findChild(findChild(sheet.contentItem, "reason"), "input"));
        for (const letter of "Snow")
            keyClick(letter);
        tryCompare(sheet, "reason", "Snow");
        tryVerify(() => !test.academy.busy);
        page.destroy();
        test.academy = Fixture.reopen();
        tryVerify(() => test.academy.ready && test.academy.enrolled && !test.academy.busy);
        page = opened("milestones");
        tryVerify(() => findChild(page, "moveDate").visible);
        findChild(page, "moveDate").clicked();
        sheet = findChild(page, "moveSheet");
        tryCompare(sheet, "opened", true);
        compare(sheet.reason, "Snow");
    }
}
