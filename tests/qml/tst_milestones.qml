// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.Plans
import Cadre.Test

// A lead's two minutes in a corridor.
TestCase {
    id: test

    name: "Milestones"
    when: windowShown
    visible: true
    width: 1180
    height: 1000

    property var academy

    Component {
        id: plans

        PlansPage {
            academy: test.academy
            width: 1180
            height: 1000
        }
    }

    SignalSpy {
        id: saved

        signalName: "saved"
    }

    function init() {
        test.academy = Fixture.openSample();
        tryVerify(() => test.academy.ready && test.academy.enrolled && !test.academy.busy);
    }

    function opened(values) {
        const page = createTemporaryObject(plans, test, values);
        tryVerify(() => !test.academy.busy && findChild(page, "milestone") !== null);
        saved.target = page;
        saved.clear();
        return page;
    }

    function test_putsWhatIsOverdueFirst() {
        const page = opened({});
        tryCompare(findChild(page, "overdue"), "count", 2);
        verify(findChild(page, "milestone").healthText.includes("overdue"));
    }

    function test_filtersByACounterAndShowsAllAgain() {
        const page = opened({});
        mouseClick(findChild(page, "atRisk"));
        tryVerify(() => Fixture.shows(page, "Release time") && !Fixture.shows(page, "Shared meeting time"));
        mouseClick(findChild(page, "atRisk"));
        tryVerify(() => Fixture.shows(page, "Shared meeting time"));
    }

    function test_movesADateOnlyWithAReason() {
        const page = opened({});
        tryVerify(() => findChild(page, "moveDate").visible);
        mouseClick(findChild(page, "moveDate"));
        const sheet = findChild(page, "moveSheet");
        tryCompare(sheet, "opened", true);
        const confirm = findChild(sheet.contentItem, "confirmMove");
        verify(!confirm.enabled);
        sheet.day = "2026-12-15";
        verify(!confirm.enabled);
        mouseClick(findChild(findChild(sheet.contentItem, "reason"), "input"));
        for (const letter of "Snow")
            keyClick(letter);
        tryVerify(() => confirm.enabled);
        mouseClick(confirm);
        tryCompare(saved, "count", 1);
        tryVerify(() => Fixture.shows(page, "Snow"));
    }

    function test_marksAsDoneToday() {
        const page = opened({});
        tryVerify(() => findChild(page, "doneOn").visible);
        mouseClick(findChild(page, "doneOn"));
        const sheet = findChild(page, "doneSheet");
        tryCompare(sheet, "opened", true);
        mouseClick(findChild(sheet.contentItem, "confirmDone"));
        tryCompare(saved, "count", 1);
        tryCompare(findChild(page, "overdue"), "count", 1);
    }

    function test_opensOneAtATimeOnAPhone() {
        const page = opened({ width: 360, height: 740 });
        verify(findChild(page, "moveDate") === null);
        mouseClick(findChild(page, "milestone"));
        tryVerify(() => findChild(page, "moveDate") !== null && findChild(page, "moveDate").visible);
    }
}
