// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.Models
import Cadre.App
import Cadre.Teacher
import Cadre.Test

// Who reads what is about a teacher, and that what is on screen is noted for her.
TestCase {
    id: test

    name: "AccessPage"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    Component {
        id: accessPage

        AccessPage {
            academy: test.academy
        }
    }

    Component {
        id: shell

        Shell {
            people: Fixture.people
            look: Fixture.look
            academy: test.academy
        }
    }

    function settle() {
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
    }

    function test_theTeacherSeesWhoMayReadWhoOpenedItAndWhoNeverDoes() {
        Fixture.openTeacher();
        settle();
        const page = createTemporaryObject(accessPage, test, { width: 820, height: 1100 });
        tryVerify(() => Fixture.shows(page, "Your conversations with Lena Brandt"));
        verify(Fixture.shows(page, "You, Lena Brandt"));
        tryVerify(() => Fixture.shows(page, "on 4 day"));
        tryVerify(() => Fixture.shows(page, "When you and Lena Brandt met, and for how long"));
        verify(Fixture.shows(page, "Priya Nair"));
        verify(Fixture.shows(findChild(page, "evaluators"), "Mr Ito"));
        verify(Fixture.shows(page, "You alone"));
    }

    function test_whatAMentorHasOnScreenIsNotedOnceADay() {
        Fixture.openSample();
        settle();
        compare(Fixture.openingsNoted(), 0);
        settle();
        let page = createTemporaryObject(shell, test, { route: "teacher", width: 1440, height: 900 });
        tryVerify(() => Fixture.shows(page, "Same four hands"));
        page.destroy();
        wait(0);
        const noted = Fixture.openingsNoted();
        verify(noted > 0);
        settle();
        page = createTemporaryObject(shell, test, { route: "teacher", width: 1440, height: 900 });
        tryVerify(() => Fixture.shows(page, "Same four hands"));
        page.destroy();
        wait(0);
        compare(Fixture.openingsNoted(), noted);
    }

    function test_theTeachersOwnReadingIsSeenByHerAlone() {
        Fixture.openTeacher();
        settle();
        const page = createTemporaryObject(shell, test, { route: "mine", width: 360, height: 740 });
        tryVerify(() => Fixture.shows(page, "Who reads this"));
        findChild(page, "access").clicked();
        tryVerify(() => Fixture.shows(page, "This list is yours alone."));
    }
}
