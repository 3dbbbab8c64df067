// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test

// A recorded check-in is opened from its teacher's page, put right, withdrawn and brought back.
TestCase {
    id: test

    name: "HeldCheckIn"
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

    function init() {
        Fixture.openSample();
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
    }

    function openFirst() {
        const page = createTemporaryObject(shell, test, { route: "teacher", width: 820, height: 1180 });
        tryVerify(() => findChild(page, "open0"));
        findChild(page, "open0").clicked();
        tryVerify(() => findChild(page, "correct") && findChild(page, "correct").visible);
        return page;
    }

    function test_whatItSaidBeforeStaysReadable() {
        const page = openFirst();
        findChild(page, "correct").clicked();
        tryVerify(() => findChild(page, "saveCorrection").visible);
        findChild(page, "works").edited("They listen to each other now.");
        findChild(page, "saveCorrection").clicked();
        tryVerify(() => !findChild(page, "saveCorrection").visible);
        tryVerify(() => Fixture.shows(page, "What it said before"));
        tryVerify(() => Fixture.shows(page, "They listen to each other now."));
    }

    function test_leavesItAsItIs() {
        const page = openFirst();
        findChild(page, "correct").clicked();
        tryVerify(() => findChild(page, "saveCorrection").visible);
        findChild(page, "works").edited("Never mind.");
        findChild(page, "giveUp").clicked();
        tryVerify(() => !findChild(page, "saveCorrection").visible);
        verify(!Fixture.shows(page, "Never mind."));
        verify(!Fixture.shows(page, "What it said before"));
    }

    function test_backLeadsToTheTeacher() {
        const page = openFirst();
        keyClick(Qt.Key_Escape);
        findChild(page, "back").clicked();
        tryVerify(() => findChild(page, "open0"));
    }
}
