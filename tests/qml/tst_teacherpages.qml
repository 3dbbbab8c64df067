// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test

// A teacher's pages at a phone's, a tablet's and a desktop's width.
TestCase {
    id: test

    name: "TeacherPages"
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

    function initTestCase() {
        Fixture.openTeacher();
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && test.academy.isTeacher && !test.academy.busy);
    }

    function test_fitsAndIsReached_data() {
        const rows = [];
        for (const route of ["today", "my-check-ins", "my-check-in", "mine", "access", "sharing", "share", "goals", "my-record", "time", "devices"]) {
            for (const width of [360, 820, 1440])
                rows.push({ tag: route + " at " + width, route: route, width: width });
        }
        return rows;
    }

    function test_fitsAndIsReached(row) {
        const page = createTemporaryObject(shell, test, { route: row.route, width: row.width, height: 900 });
        tryVerify(() => !test.academy.busy);
        if (row.route === "my-check-ins") {
            tryVerify(() => findChild(page, "entry0"));
            compare(Fixture.unreachable(page).join("\n"), "");
            findChild(page, "entry0").clicked();
            tryVerify(() => findChild(page, "confirm"));
        }
        // A page follows its width a moment later (Page.narrow).
        tryVerify(() => Fixture.outside(page).length === 0);
        compare(Fixture.unreachable(page).join("\n"), "");
        compare(Fixture.outside(page).join("\n"), "");
    }
}
