// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.Enroll
import Cadre.Models
import Cadre.Test

// The first page on a device that nobody has joined on.
TestCase {
    id: test

    name: "Enroll"
    when: windowShown
    visible: true
    width: 1440
    height: 1300

    property var people

    Component {
        id: enrollPage

        EnrollPage {
            people: test.people
            academy: test.people.academy
        }
    }

    function init() {
        test.people = Fixture.openNew();
        compare(test.people.stage, People.Joining);
    }

    function fill(page: var, values: var) {
        for (const name in values)
            findChild(page, name).edited(values[name]);
    }

    function test_fitsAndIsReached_data() {
        return [360, 820, 1440].map(width => ({ tag: "at " + width, width: width }));
    }

    function test_fitsAndIsReached(row) {
        const page = createTemporaryObject(enrollPage, test, { width: row.width, height: 1200 });
        wait(0);
        compare(Fixture.unreachable(page).join("\n"), "");
        compare(Fixture.outside(page).join("\n"), "");
    }

    function test_asksForAPassphraseThatWillDo() {
        const page = createTemporaryObject(enrollPage, test, { width: 820, height: 1200 });
        const join = findChild(page, "join");
        fill(page, { server: "https://127.0.0.1:9", code: "ABCD-EFGH" });
        verify(!join.enabled);
        fill(page, { shownName: "Ana", newPassphrase: "short", again: "short" });
        verify(join.enabled);
        join.clicked();
        verify(Fixture.shows(page, "at least 10 characters"));
        compare(test.people.academy, null);
        fill(page, { newPassphrase: "green tractor on a hill" });
        join.clicked();
        verify(Fixture.shows(page, "not the same yet"));
        compare(test.people.academy, null);
    }

    function test_aSchoolAccountIsAskedForWhereTheServerOffersIt() {
        const page = createTemporaryObject(enrollPage, test, { width: 360, height: 1300 });
        const signIn = findChild(page, "signIn");
        verify(!signIn.visible);
        // What says yes, as protobuf.
        fill(page, { server: Fixture.answerCalls("\u0008\u0001") });
        tryVerify(() => signIn.visible);
        verify(!signIn.enabled);
        fill(page, { shownName: "Ana", newPassphrase: "green tractor on a hill", again: "green tractor on a hill" });
        signIn.clicked();
        tryVerify(() => Fixture.browsed.toString().includes("/sign-in?challenge="));
        verify(Fixture.shows(page, "Your browser is open"));
        compare(Fixture.unreachable(page).join("\n"), "");
        compare(Fixture.outside(page).join("\n"), "");
        findChild(page, "cancelSignIn").clicked();
        verify(signIn.visible && signIn.enabled);
        compare(test.people.academy, null);
        fill(page, { server: Fixture.answerCalls("") });
        verify(!signIn.visible);
    }

    function test_theStoreIsBegunSealedAndWaitsForTheNetwork() {
        const page = createTemporaryObject(enrollPage, test, { width: 820, height: 1200 });
        fill(page, { server: "https://127.0.0.1:9", code: "ABCD-EFGH", shownName: "Ana", newPassphrase: "green tractor on a hill", again: "green tractor on a hill" });
        findChild(page, "join").clicked();
        tryVerify(() => test.people.academy && test.people.academy.ready);
        tryVerify(() => findChild(page, "join").text === "Join");
        compare(test.people.stage, People.Joining);
        verify(!findChild(page, "newPassphrase").visible);
        page.destroy();
        Fixture.reopen();
        test.people = Fixture.people;
        compare(test.people.list.length, 1);
        compare(test.people.list[0].name, "Ana");
        tryVerify(() => test.people.academy.locked);
        test.people.unlock("green tractor on a hill");
        tryVerify(() => test.people.academy.ready);
        verify(!test.people.academy.enrolled);
    }
}
