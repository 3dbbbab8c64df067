// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.Teacher
import Cadre.Test

// A teacher's goals and needs, and which mentor reads them.
TestCase {
    id: test

    name: "GoalsPage"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    Component {
        id: goalsPage

        GoalsPage {
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

    function openPage() {
        const page = createTemporaryObject(goalsPage, test, { width: 360, height: 1100 });
        tryVerify(() => Fixture.shows(page, "Every student speaks") && findChild(page, "mentor0"));
        return page;
    }

    function test_aGoalIsAddedAndMet() {
        const page = openPage();
        verify(Fixture.shows(page, "In progress"));
        findChild(page, "moveOn0").clicked();
        tryVerify(() => Fixture.shows(page, "Met"));
        findChild(page, "goal").edited("Fewer slides");
        findChild(page, "addGoal").clicked();
        tryVerify(() => Fixture.shows(page, "Fewer slides"));
    }

    function test_aLaterNeedTakesThePlaceOfTheEarlier() {
        const page = openPage();
        verify(Fixture.shows(page, "4 of 5"));
        findChild(page, "area").edited("Families");
        findChild(page, "level2").clicked();
        findChild(page, "addNeed").clicked();
        tryVerify(() => Fixture.shows(page, "2 of 5"));
        verify(!Fixture.shows(page, "4 of 5"));
    }

    function test_aMentorReadsThemOnlyWhileSheSaysSo() {
        let page = openPage();
        verify(!findChild(page, "mentor0").checked);
        for (const allowed of [true, false]) {
            findChild(page, "mentor0").toggle();
            findChild(page, "mentor0").toggled();
            tryVerify(() => !test.academy.busy);
            page.destroy();
            wait(0);
            Fixture.reopen();
            settle();
            page = openPage();
            compare(findChild(page, "mentor0").checked, allowed);
        }
    }
}
