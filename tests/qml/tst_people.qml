// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Models
import Cadre.Test

// Several people on one device: who it is, what opens her store, and what is left of her when she goes.
TestCase {
    id: test

    name: "People"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var people

    Component {
        id: chooserPage

        ChooserPage {
            people: test.people
        }
    }

    Component {
        id: unlockPage

        UnlockPage {
            people: test.people
            academy: test.people.academy
        }
    }

    Component {
        id: app

        Main {
            people: test.people
            look: Fixture.look
            width: 1440
            height: 900
        }
    }

    function init() {
        test.people = Fixture.openShared(["Ana", "Maya"]);
        compare(test.people.stage, People.Choosing);
    }

    function open(index: int, name: string) {
        test.people.choose(index);
        tryVerify(() => test.people.academy.locked);
        test.people.unlock(name + " on a green hill");
        tryVerify(() => test.people.academy.ready && !test.people.academy.busy);
    }

    function test_fitsAndIsReached_data() {
        return [360, 820, 1440].map(width => ({ tag: "at " + width, width: width }));
    }

    function test_fitsAndIsReached(row) {
        const page = createTemporaryObject(chooserPage, test, { width: row.width, height: 900 });
        wait(0);
        compare(Fixture.unreachable(page).join("\n"), "");
        compare(Fixture.outside(page).join("\n"), "");
        verify(Fixture.shows(page, "Ana") && Fixture.shows(page, "Maya"));
    }

    function test_aCardIsChosenByKeyboard() {
        const page = createTemporaryObject(chooserPage, test, { width: 820, height: 900, focus: true });
        findChild(page, "person1").forceActiveFocus();
        keyClick(Qt.Key_Space);
        tryVerify(() => test.people.academy && test.people.academy.locked);
        compare(test.people.shownName, "Maya");
    }

    function test_onlyHerOwnPassphraseOpensHers() {
        test.people.choose(0);
        tryVerify(() => test.people.academy.locked);
        test.people.unlock("Maya on a green hill");
        tryVerify(() => test.people.academy.lockProblem.length > 0);
        verify(!test.people.academy.ready);
        test.people.unlock("Ana on a green hill");
        tryVerify(() => test.people.academy.ready);
        compare(test.people.shownName, "Ana");
    }

    function test_oneTapLocksAndLeavesNothingOfHersAlive() {
        const window = createTemporaryObject(app, test);
        open(0, "Ana");
        tryVerify(() => findChild(window, "leave") !== null);
        const first = test.people.academy;
        Fixture.watch(first);
        const way = findChild(window, "leave");
        compare(way.text, "Switch person");
        way.clicked();
        tryVerify(() => Fixture.isGone());
        tryCompare(test.people, "stage", People.Choosing);
        verify(!test.people.academy);
        compare(findChild(window, "leave"), null);
        open(1, "Maya");
        tryVerify(() => findChild(window, "leave") !== null);
        Fixture.watch(findChild(window, "leave"));
        test.people.lock();
        tryVerify(() => Fixture.isGone());
    }

    function test_inTheBackgroundNothingIsShown() {
        const window = createTemporaryObject(app, test);
        open(0, "Ana");
        tryVerify(() => Fixture.shows(window.contentItem, "Today"));
        verify(!isBlank(window));
        test.people.covered = true;
        verify(isBlank(window));
        test.people.covered = false;
        verify(!isBlank(window));
    }

    function isBlank(window) {
        const drawn = grabImage(window.contentItem);
        const ground = drawn.pixel(1, 1);
        for (let x = 5; x < drawn.width; x += 5) {
            for (let y = 5; y < drawn.height; y += 5) {
                if (!Qt.colorEqual(drawn.pixel(x, y), ground))
                    return false;
            }
        }
        return true;
    }

    function test_someoneElseIsAskedToJoin() {
        const window = createTemporaryObject(app, test);
        tryVerify(() => findChild(window, "someoneElse") !== null);
        findChild(window, "someoneElse").clicked();
        tryVerify(() => findChild(window, "newPassphrase") !== null);
        tryVerify(() => findChild(window, "proceed").visible);
        // The page that was left goes when nothing is under way.
        tryVerify(() => findChild(window, "someoneElse") === null);
        findChild(window, "back").clicked();
        tryCompare(test.people, "stage", People.Choosing);
        tryVerify(() => Fixture.shows(window.contentItem, "Who is this?"));
    }

    function test_onATabletOfOneHerPassphraseIsAskedAgain() {
        test.people = Fixture.openShared(["Ana"]);
        tryVerify(() => test.people.academy.locked);
        test.people.unlock("Ana on a green hill");
        tryVerify(() => test.people.academy.ready);
        test.people.lock();
        tryVerify(() => test.people.academy && test.people.academy.locked);
        compare(test.people.stage, People.WithPerson);
        test.people.switchPerson();
        tryCompare(test.people, "stage", People.Choosing);
    }
}
