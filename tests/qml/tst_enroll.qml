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

    function test_everyStepFitsAndIsReached_data() {
        return [360, 820, 1440].map(width => ({ tag: "at " + width, width: width }));
    }

    function proceed(page: var) {
        findChild(page, "proceed").clicked();
    }

    // The page at its last step, with that invitation.
    function atDevice(width: int, server: string): var {
        const page = createTemporaryObject(enrollPage, test, { width: width, height: 1300 });
        fill(page, { server: server, code: "ABCD-EFGH" });
        proceed(page);
        proceed(page);
        return page;
    }

    function test_everyStepFitsAndIsReached(row) {
        const page = createTemporaryObject(enrollPage, test, { width: row.width, height: 1300 });
        fill(page, { server: "https://academy.example.org", code: "ABCD-EFGH" });
        for (const title of ["Welcome to Cadre", "Who reads what", "This device"]) {
            tryVerify(() => Fixture.shows(page, title) && Fixture.outside(page).length === 0);
            compare(Fixture.unreachable(page).join("\n"), "");
            proceed(page);
        }
    }

    function test_anInvitationComesFirstAndOneMayGoBackToIt() {
        const page = createTemporaryObject(enrollPage, test, { width: 360, height: 1300 });
        verify(!findChild(page, "proceed").enabled);
        fill(page, { server: "https://academy.example.org" });
        verify(!findChild(page, "proceed").enabled);
        fill(page, { code: "ABCD-EFGH" });
        proceed(page);
        verify(Fixture.shows(page, "Whoever runs academy.example.org"));
        findChild(page, "stepBack").clicked();
        verify(Fixture.shows(page, "Welcome to Cadre"));
        compare(findChild(page, "code").text, "ABCD-EFGH");
        verify(!findChild(page, "stepBack").visible);
    }

    function test_asksForAPassphraseThatWillDo() {
        const page = atDevice(820, "https://127.0.0.1:9");
        const join = findChild(page, "join");
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
        tryVerify(() => findChild(page, "proceed").enabled);
        proceed(page);
        proceed(page);
        verify(signIn.visible && !signIn.enabled);
        verify(!findChild(page, "join").visible);
        fill(page, { shownName: "Ana", newPassphrase: "green tractor on a hill", again: "green tractor on a hill" });
        signIn.clicked();
        tryVerify(() => Fixture.browsed.toString().includes("/sign-in?challenge="));
        verify(Fixture.shows(page, "Your browser is open"));
        compare(Fixture.unreachable(page).join("\n"), "");
        tryVerify(() => Fixture.outside(page).length === 0);
        findChild(page, "cancelSignIn").clicked();
        verify(signIn.visible && signIn.enabled);
        compare(test.people.academy, null);
        fill(page, { server: Fixture.answerCalls("") });
        verify(!signIn.visible && findChild(page, "join").visible);
    }

    function test_theStoreIsBegunSealedAndWaitsForTheNetwork() {
        const page = atDevice(820, "https://127.0.0.1:9");
        fill(page, { shownName: "Ana", newPassphrase: "green tractor on a hill", again: "green tractor on a hill" });
        findChild(page, "join").clicked();
        tryVerify(() => test.people.academy && test.people.academy.ready);
        tryVerify(() => findChild(page, "join").text === "Join");
        verify(findChild(page, "joinProblem").visible);
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
