// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test

// Search as you type over everything, by keyboard alone.
TestCase {
    id: test

    name: "SearchPage"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy
    property var shell

    Component {
        id: app

        Shell {
            people: Fixture.people
            look: Fixture.look
            academy: test.academy
        }
    }

    function init() {
        Fixture.openSample();
        start(820);
    }

    function start(width: int) {
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
        test.shell = createTemporaryObject(app, test, { route: "today", width: width, height: 1180 });
        test.shell.forceActiveFocus();
        tryVerify(() => Fixture.shows(test.shell, "Your teachers"));
    }

    function type(words: string) {
        for (const letter of words)
            keyClick(letter);
    }

    function test_keysLeadToWhatWasWritten() {
        keyClick(Qt.Key_K, Qt.ControlModifier);
        tryCompare(test.shell, "current", "search");
        tryVerify(() => Fixture.shows(test.shell, "Find a word"));
        type("ortega exit");
        tryVerify(() => Fixture.shows(test.shell, "Nothing here has these words"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => Fixture.shows(test.shell, "Find a word"));
        type("ticket");
        tryVerify(() => Fixture.shows(test.shell, "<b>ticket</b>"));
        verify(Fixture.shows(test.shell, "With Ms Rivera"));
        compare(Fixture.unreachable(test.shell).join("\n"), "");
        const hit = findChild(findChild(test.shell, "hit0"), "open");
        for (let presses = 0; presses < 5 && !hit.activeFocus; ++presses)
            keyClick(Qt.Key_Tab);
        verify(hit.activeFocus);
        keyClick(Qt.Key_Space);
        tryCompare(test.shell, "current", "held");
        tryVerify(() => Fixture.shows(test.shell, "with Ms Lindqvist"));
    }

    function test_aSlashOpensItAndEscapeLeadsBack() {
        keyClick("/");
        tryCompare(test.shell, "current", "search");
        type("a/b");
        compare(findChild(test.shell, "searchField").text, "a/b");
        keyClick(Qt.Key_Escape);
        keyClick(Qt.Key_Escape);
        tryCompare(test.shell, "current", "today");
        verify(Fixture.shows(test.shell, "Your teachers"));
    }

    function test_aFingerFindsItToo() {
        const button = findChild(test.shell, "find");
        verify(button.visible);
        button.clicked();
        tryCompare(test.shell, "current", "search");
    }

    function test_kindsStandApartAndOthersHaveNoWay() {
        keyClick(Qt.Key_K, Qt.ControlModifier);
        type("l");
        tryVerify(() => Fixture.shows(test.shell, "Lincoln Middle School"));
        for (const kind of ["People", "Schools and offices"])
            verify(Fixture.shows(test.shell, kind));
        compare(Fixture.unreachable(test.shell).join("\n"), "");
        compare(Fixture.outside(test.shell).join("\n"), "");
    }

    function test_aTeacherFindsHerOwn() {
        test.shell.destroy();
        wait(0);
        Fixture.openTeacher();
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
        test.shell = createTemporaryObject(app, test, { route: "search", width: 360, height: 1180 });
        test.shell.forceActiveFocus();
        findChild(test.shell, "searchField").edited("student speaks");
        tryVerify(() => Fixture.shows(test.shell, "Goals and needs"));
        findChild(findChild(test.shell, "hit0"), "open").clicked();
        tryCompare(test.shell, "current", "goals");
    }
}
