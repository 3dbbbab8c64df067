// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test
import Cadre.Ui

// Every page at a phone's, a tablet's and a desktop's width.
TestCase {
    id: test

    name: "Pages"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    Component {
        id: shell

        Shell {
            people: Fixture.people
            look: Fixture.look
            academy: test.academy
        }
    }

    function pages_data() {
        const rows = [];
        for (const route of ["today", "teachers", "teacher", "check-in", "check-in/quick", "pairs", "new-pair", "milestones", "milestone", "needs-you", "conflict", "sync", "device", "mine", "sharing", "share", "my-record", "devices", "search"]) {
            for (const width of [360, 820, 1440])
                rows.push({ tag: route + " at " + width, route: route, width: width });
        }
        return rows;
    }

    function initTestCase() {
        test.academy = Fixture.openSample();
        tryVerify(() => test.academy.ready && test.academy.enrolled && !test.academy.busy);
    }

    function test_reachesEverythingByKeyboardAndFinger_data() {
        return pages_data();
    }

    function test_reachesEverythingByKeyboardAndFinger(row) {
        const page = createTemporaryObject(shell, test, { route: row.route, width: row.width, height: 900 });
        verify(page);
        tryVerify(() => !test.academy.busy);
        wait(0);
        compare(Fixture.unreachable(page).join("\n"), "");
    }

    function test_staysWithinTheWidth_data() {
        return pages_data();
    }

    function test_staysWithinTheWidth(row) {
        const page = createTemporaryObject(shell, test, { route: row.route, width: row.width, height: 900 });
        tryVerify(() => !test.academy.busy);
        wait(0);
        compare(Fixture.outside(page).join("\n"), "");
    }

    function test_chipsHaveTheHeightTheyNeed_data() {
        return [360, 820, 1440].map(width => ({ tag: "at " + width, width: width }));
    }

    function test_chipsHaveTheHeightTheyNeed(row) {
        const page = createTemporaryObject(shell, test, { route: "check-in/quick", width: row.width, height: 900 });
        tryVerify(() => findChild(page, "modes") && !test.academy.busy);
        const modes = findChild(page, "modes");
        tryVerify(() => modes.height === modes.implicitHeight);
    }

    function test_showsAnEnrolmentOnAnEmptyDevice() {
        test.academy = Fixture.openEmpty();
        tryVerify(() => test.academy.ready && !test.academy.busy);
        const page = createTemporaryObject(shell, test, { route: "today", width: 360, height: 740 });
        tryVerify(() => Fixture.shows(page, "Welcome to Cadre"));
        verify(!findChild(page, "newPassphrase").visible);
        compare(Fixture.unreachable(page).join("\n"), "");
        verify(!findChild(page, "proceed").enabled);
    }
}
