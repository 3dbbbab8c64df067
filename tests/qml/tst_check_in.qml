// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.CheckIns
import Cadre.Test

// Recording a conversation by tapping and writing.
TestCase {
    id: test

    name: "CheckIn"
    when: windowShown
    visible: true
    width: 1180
    height: 820

    property var academy

    Component {
        id: checkIn

        CheckInPage {
            academy: test.academy
            width: 1180
            height: 820
        }
    }

    Component {
        id: teachers

        TeachersPage {
            academy: test.academy
            width: 1180
            height: 820
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
        const page = createTemporaryObject(checkIn, test, values);
        tryVerify(() => page.loaded && !test.academy.busy && findChild(page, "minutes30") !== null);
        return page;
    }

    function test_recordsAQuickLogInTwoTaps() {
        const page = opened({ quick: true });
        saved.target = page;
        saved.clear();
        mouseClick(findChild(page, "minutes30"));
        const save = findChild(page, "save");
        tryVerify(() => save.enabled);
        mouseClick(save);
        tryCompare(saved, "count", 1);
        verify(saved.signalArguments[0][0].length > 0);

        const list = createTemporaryObject(teachers, test);
        tryVerify(() => !test.academy.busy && Fixture.shows(list, "30 min"));
    }

    function test_keepsWhatWasWrittenWhenTheAppIsKilled() {
        let page = opened({});
        mouseClick(findChild(findChild(page, "works"), "input"));
        for (const letter of "Clear")
            keyClick(letter);
        tryVerify(() => !test.academy.busy);
        page.destroy();
        wait(0);
        test.academy = Fixture.reopen();
        tryVerify(() => test.academy.ready && !test.academy.busy);
        page = opened({});
        tryCompare(findChild(page, "works"), "text", "Clear");
    }

    // Every chip that a quick log offers for one teacher, one of each kind, and the saving.
    function test_aFullQuickLogTakesEightTapsAtMost() {
        const page = opened({ quick: true });
        saved.target = page;
        saved.clear();
        let taps = 1; // the button that opened it
        const chips = [findChild(page, "minutes45"), chipOf(page, "In person"), chipOf(page, "Planning"), chipOf(page, "Observing"), chipOf(page, "Sanctioned time"), findChild(page, "save")];
        for (const chip of chips) {
            chip.clicked();
            taps += 1;
        }
        tryCompare(saved, "count", 1);
        verify(taps <= 8);
        const list = createTemporaryObject(teachers, test);
        tryVerify(() => !test.academy.busy && Fixture.shows(list, "45 min"));
    }

    function chipOf(item, text) {
        if (item.visible && item.text === text && item.clicked !== undefined)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = chipOf(item.children[i], text);
            if (found)
                return found;
        }
        return null;
    }

    function test_aGroupIsWrittenTogetherAndEachWordApart() {
        const page = opened({});
        saved.target = page;
        saved.clear();
        compare(chipOf(findChild(page, "writtenFor"), "Ms Rivera"), null);
        const other = findChild(page, "alsoThere");
        const chip = chipOf(other, "Mr Okafor");
        verify(chip !== null);
        findChild(page, "minutes30").clicked();
        findChild(page, "works").edited("She asks first.");
        chip.clicked();
        tryVerify(() => Fixture.shows(page, "Ms Rivera and Mr Okafor"));
        tryVerify(() => chipOf(findChild(page, "writtenFor"), "Mr Okafor") !== null);
        chipOf(findChild(page, "writtenFor"), "Mr Okafor").clicked();
        tryCompare(findChild(page, "works"), "text", "");
        findChild(page, "works").edited("He waits longer.");
        findChild(page, "save").clicked();
        tryCompare(saved, "count", 1);
        const list = createTemporaryObject(teachers, test);
        tryVerify(() => !test.academy.busy && Fixture.shows(list, "with Ms Rivera and Mr Okafor"));
        verify(Fixture.shows(list, "She asks first."));
        verify(!Fixture.shows(list, "He waits longer."));
    }

    function test_threeAreToldBeforeTheFirstWord() {
        const page = opened({});
        saved.target = page;
        saved.clear();
        verify(!findChild(page, "three").visible);
        chipOf(findChild(page, "thirds"), "Priya Nair").clicked();
        tryVerify(() => findChild(page, "three").visible);
        verify(Fixture.shows(page, "is shared with Priya Nair from the start"));
        tryVerify(() => findChild(page, "three").mapToItem(page, 0, 0).y < findChild(page, "works").mapToItem(page, 0, 0).y);
        findChild(page, "minutes30").clicked();
        findChild(page, "works").edited("All three see it.");
        findChild(page, "save").clicked();
        tryCompare(saved, "count", 1);
        const list = createTemporaryObject(teachers, test);
        tryVerify(() => !test.academy.busy && Fixture.shows(list, "Conversation of three"));
    }

    function test_nobodyIsLetInAfterTheFirstWord() {
        const page = opened({});
        findChild(page, "works").edited("For two.");
        tryVerify(() => !findChild(page, "thirds").enabled);
        verify(Fixture.shows(page, "was written for you two"));
    }

    function test_theTeacherPressesHerPulseHerself() {
        const page = opened({});
        mouseClick(findChild(page, "minutes30"));
        findChild(page, "handOver").clicked();
        const give = findChild(page, "givePulse");
        tryVerify(() => give.visible);
        verify(!give.enabled);
        compare(give.text, "I am Ms Rivera, and this is my answer");
        findChild(give.parent, "level4").clicked();
        verify(Fixture.shows(page, "Hand the device over at the end"));
        give.clicked();
        tryVerify(() => Fixture.shows(page, "Ms Rivera gave 4 of 5, on this device."));
        findChild(page, "handOver").clicked();
        findChild(page, "leavePulse").clicked();
        tryVerify(() => !Fixture.shows(page, "gave 4 of 5"));
    }

    function test_asksForTheMinutesBeforeItSaves() {
        const page = opened({});
        verify(!findChild(page, "save").enabled);
        mouseClick(findChild(page, "minutes30"));
        tryVerify(() => findChild(page, "save").enabled);
    }

    function test_showsLastTimesPromisesBesideTheForm() {
        const page = opened({});
        tryVerify(() => Fixture.shows(page, "Bring the cold-call cards"));
    }

    function test_goesThroughThreeStepsOnAPhone() {
        const page = createTemporaryObject(checkIn, test, { width: 360, height: 740 });
        tryVerify(() => page.loaded && !test.academy.busy && findChild(page, "next") !== null);
        verify(Fixture.shows(page, "1 of 3"));
        mouseClick(findChild(page, "next"));
        tryVerify(() => Fixture.shows(page, "2 of 3"));
        mouseClick(findChild(page, "next"));
        tryVerify(() => Fixture.shows(page, "3 of 3") && findChild(page, "save") !== null);
    }
}
