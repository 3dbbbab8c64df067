// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Teacher
import Cadre.Test

// A teacher's answer, words, pulse and steps, on her own device.
TestCase {
    id: test

    name: "MyCheckInPage"
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
        Fixture.openTeacher();
        settle();
    }

    function settle() {
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
    }

    function openList() {
        const page = createTemporaryObject(shell, test, { route: "my-check-ins", width: 820, height: 1180 });
        tryVerify(() => findChild(page, "entry0"));
        return page;
    }

    function openFirst() {
        const page = openList();
        findChild(page, "entry0").clicked();
        tryVerify(() => findChild(page, "confirm") && findChild(page, "confirm").visible);
        return page;
    }

    function reopenFirst(page: var) {
        tryVerify(() => !test.academy.busy);
        page.destroy();
        wait(0);
        Fixture.reopen();
        settle();
        return openFirst();
    }

    function test_answersAllAtOnce() {
        const page = openList();
        tryVerify(() => Fixture.shows(page, "waits for your answer"));
        findChild(page, "confirmAll").clicked();
        tryVerify(() => !Fixture.shows(page, "waits for your answer") && Fixture.shows(page, "waiting for internet") || Fixture.shows(page, "confirmed"));
        tryVerify(() => !findChild(page, "confirmAll").visible);
    }

    function test_disputesTheMinutesWithAWordThatThePairAloneReads() {
        let page = openFirst();
        findChild(page, "differ").clicked();
        const minutes = findChild(page, "minutes");
        verify(minutes);
        minutes.edited("20");
        findChild(page, "word").edited("We began late");
        findChild(page, "send").clicked();
        tryVerify(() => Fixture.shows(page, "20 min, says Ms Rivera"));
        tryVerify(() => Fixture.shows(page, "We began late"));
        page = reopenFirst(page);
        tryVerify(() => Fixture.shows(page, "20 min, says Ms Rivera"));
    }

    function test_herWordsStayInTheirPlacesOverAKill() {
        let page = openFirst();
        findChild(page, "shared").edited("I liked the second half");
        findChild(page, "keepShared").clicked();
        tryVerify(() => !findChild(page, "keepShared").enabled);
        findChild(page, "own").edited("I was nervous");
        findChild(page, "keepOwn").clicked();
        tryVerify(() => !findChild(page, "keepOwn").enabled);
        findChild(page, "pulse2").clicked();
        tryVerify(() => findChild(page, "pulse2").selected);
        findChild(page, "step").edited("Write the exit ticket");
        findChild(page, "addStep").clicked();
        tryVerify(() => Fixture.shows(page, "Write the exit ticket"));
        page = reopenFirst(page);
        tryCompare(findChild(page, "shared"), "text", "I liked the second half");
        compare(findChild(page, "own").text, "I was nervous");
        tryVerify(() => findChild(page, "pulse2").selected);
        tryVerify(() => Fixture.shows(page, "Write the exit ticket"));
    }

    function test_thePulseGivenInPersonIsHersToChange() {
        const page = openFirst();
        tryVerify(() => findChild(page, "pulseText").text.indexOf("in person") > 0);
        findChild(page, "pulse2").clicked();
        tryVerify(() => findChild(page, "pulse2").selected);
        tryVerify(() => !findChild(page, "pulseText").visible);
    }

    function test_whatSheWritesStaysWhileTheStoreChanges() {
        const page = openFirst();
        findChild(page, "shared").edited("Half a sentence");
        findChild(page, "pulse2").clicked();
        tryVerify(() => findChild(page, "pulse2").selected);
        compare(findChild(page, "shared").text, "Half a sentence");
        verify(findChild(page, "keepShared").enabled);
    }
}
