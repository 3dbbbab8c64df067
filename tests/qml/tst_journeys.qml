// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Device
import Cadre.Models
import Cadre.Test

// What people come for, from the locked device to "saved", by their hands alone and without a network.
TestCase {
    id: test

    name: "Journeys"
    when: windowShown
    visible: true
    width: 400
    height: 400

    property var people
    property var window

    readonly property var sizes: [
        { tag: "phone", width: 360, height: 740 },
        { tag: "tablet", width: 820, height: 1180 },
        { tag: "desktop", width: 1440, height: 900 }
    ]

    Component {
        id: app

        Main {
            people: test.people
            look: Fixture.look
            still: true
        }
    }

    Component {
        id: devicePage

        DevicePage {
            people: test.people
            width: 820
            height: 1100
        }
    }

    function ready(): bool {
        return test.people.academy && test.people.academy.ready && !test.people.academy.busy;
    }

    // Ana's tablet with her PIN on it, locked.
    function lockedWithPin() {
        test.people = Fixture.openShared(["Ana"]);
        tryVerify(() => test.people.academy && test.people.academy.locked);
        test.people.unlock("Ana on a green hill");
        tryVerify(ready);
        const page = createTemporaryObject(devicePage, test);
        findChild(page, "pinChange").clicked();
        findChild(page, "pinCurrent").edited("Ana on a green hill");
        findChild(page, "pinNext").edited("274915");
        findChild(page, "pinAgain").edited("274915");
        findChild(page, "pinChange").clicked();
        tryVerify(() => test.people.pin === People.PinReady);
        page.destroy();
        test.people.lock();
        tryVerify(() => test.people.academy && test.people.academy.locked);
    }

    function openApp(size: var) {
        test.window = createTemporaryObject(app, test, { width: size.width, height: size.height });
        tryVerify(() => test.window.active);
        Walk.settle(test.window.contentItem);
    }

    function tap(name: string) {
        verify(Hand.tap(name), name);
        tryVerify(ready);
        Walk.settle(test.window.contentItem);
    }

    function unlock() {
        Hand.before(test.window.contentItem);
        Hand.type("274915");
        Hand.press(Qt.Key_Return);
        tryVerify(ready);
        tryVerify(() => Hand.finds("New check-in"));
        Walk.settle(test.window.contentItem);
        Hand.before(test.window.contentItem);
    }

    function test_aQuickLogTakesFewTapsAndNoTyping_data() {
        return test.sizes;
    }

    function test_aQuickLogTakesFewTapsAndNoTyping(row) {
        lockedWithPin();
        openApp(row);
        unlock();
        tap("New check-in");
        tap("Ms Rivera");
        tap("Quick log");
        tap("30 min");
        tap("Save");
        tryVerify(() => Hand.reads("Saved on this"));
        verify(Hand.taps <= 8);
        compare(Hand.keys, 0);
    }

    function test_aConversation_data() {
        return test.sizes;
    }

    function test_aConversation(row) {
        lockedWithPin();
        openApp(row);
        unlock();
        tap("Start");
        tap("Try the two-minute exit ticket in period 3");
        tap("45 min");
        next(row);
        tap("Checking for understanding");
        tap("What works");
        Hand.type("Clear cues");
        tap("Observing");
        next(row);
        tap("Ms Rivera will");
        Hand.type("Ask two open questions");
        tap("+1 week");
        tap("Hand over to Ms Rivera");
        tap("4 of 5");
        tap("I am Ms Rivera, and this is my answer");
        tap("Save");
        tryVerify(() => Hand.reads("Saved on this"));
        tryVerify(() => Hand.finds("New check-in"));
        tap("Show all");
        verify(Hand.reads("Ask two open questions"));
        tap("Ms Rivera");
        tryVerify(() => Hand.reads("Clear cues"));
    }

    // On a phone the form has three short steps.
    function next(row: var) {
        if (row.tag === "phone")
            tap("Next");
    }

    Component {
        id: shell

        Shell {
            people: Fixture.people
            look: Fixture.look
            academy: test.people.academy
        }
    }

    function test_aTeacherAnswersSharesAndSeesWhoRead_data() {
        return test.sizes;
    }

    function test_aTeacherAnswersSharesAndSeesWhoRead(row) {
        Fixture.openTeacher();
        test.people = Fixture.people;
        tryVerify(ready);
        openApp(row);
        Hand.before(test.window.contentItem);
        tryVerify(() => Hand.finds("Yes"));
        tap("Yes");
        tap("Check-ins");
        tap("Thu 12 Nov");
        tap("Your words, for you and Lena Brandt");
        Hand.type("The exit tickets helped");
        tap("Keep your words for you and Lena Brandt");
        tap("Back");
        tap("Yours");
        tap("Sharing");
        verify(Hand.reads("Priya Nair"));
        tap("Allow it");
        tryVerify(() => !Hand.finds("Allow it"));
        tap("End it");
        tryVerify(() => !Hand.finds("End it"));
        tap("Propose");
        tryVerify(() => Hand.reads("Not offered: Mr Ito"));
        tap("Back");
        tap("Back");
        tap("Who reads this");
        tryVerify(() => Hand.reads("Delivered to"));
        verify(Hand.reads("Opened by"));
    }
}
