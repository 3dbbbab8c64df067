// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test

// A school's lead brings a teacher and a mentor together.
TestCase {
    id: test

    name: "NewPair"
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
        Fixture.openLead();
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy && test.academy.isLead);
    }

    function openForm(size) {
        const page = createTemporaryObject(shell, test, { route: "pairs", width: size.width, height: size.height });
        tryVerify(() => Fixture.shows(page, "with Lena Brandt"));
        findChild(page, "newPair").clicked();
        tryVerify(() => findChild(page, "teachers0"));
        tryVerify(() => !test.academy.busy);
        return page;
    }

    function rowOf(page, list, name) {
        for (let i = 0; findChild(page, list + i); ++i) {
            if (findChild(page, list + i).value === name)
                return findChild(page, list + i);
        }
        return null;
    }

    function test_whoHasNoMentorComesFirst_data() {
        return [{ tag: "phone", size: Qt.size(360, 740) }, { tag: "tablet", size: Qt.size(820, 1180) }, { tag: "desktop", size: Qt.size(1440, 900) }];
    }

    function test_whoHasNoMentorComesFirst(row) {
        const page = openForm(row.size);
        compare(findChild(page, "teachers0").value, "Ms Okafor");
        compare(findChild(page, "teachers0").when, "has no mentor yet");
        compare(findChild(page, "make").enabled, false);
        compare(findChild(page, "mentors").visible, false);
        findChild(page, "teachers0").clicked();
        tryVerify(() => findChild(page, "mentors0"));
        compare(findChild(page, "mentors0").value, "Mr Haddad");
        compare(findChild(page, "mentors0").when, "mentors nobody yet");
        compare(findChild(page, "ways").visible, false);
        tryVerify(() => Fixture.outside(page).length === 0);
        findChild(page, "mentors0").clicked();
        tryVerify(() => findChild(page, "make").enabled);
        findChild(page, "make").clicked();
        tryVerify(() => Fixture.shows(page, "with Mr Haddad"));
        verify(Fixture.shows(page, "Ms Okafor"));
    }

    function test_nobodyGetsTwoPrimaryMentors() {
        let page = openForm(Qt.size(820, 1180));
        findChild(page, "teachers0").clicked();
        tryVerify(() => findChild(page, "mentors0"));
        findChild(page, "mentors0").clicked();
        findChild(page, "from").picked("2099-01-04");
        tryVerify(() => findChild(page, "make").enabled);
        findChild(page, "make").clicked();
        tryVerify(() => Fixture.shows(page, "with Lena Brandt"));
        tryVerify(() => !test.academy.busy);
        page.destroy();
        page = openForm(Qt.size(820, 1180));
        compare(findChild(page, "teachers0").value, "Ms Okafor");
        findChild(page, "teachers0").clicked();
        tryVerify(() => findChild(page, "mentors0"));
        findChild(page, "mentors0").clicked();
        tryVerify(() => findChild(page, "make").enabled);
        findChild(page, "make").clicked();
        tryVerify(() => Fixture.shows(page, "Ms Okafor is to have another primary mentor from 4 Jan 2099 on"));
    }

    function test_anotherMentorTakesThePlaceWithoutAReason_data() {
        return [{ tag: "today", from: "", now: "with Mr Haddad" }, { tag: "later", from: "2099-01-04", now: "with Lena Brandt" }];
    }

    function test_anotherMentorTakesThePlaceWithoutAReason(row) {
        let page = openForm(Qt.size(820, 1180));
        const teacher = rowOf(page, "teachers", "Ms Rivera");
        compare(teacher.when, "with Lena Brandt");
        teacher.clicked();
        tryVerify(() => findChild(page, "ways").visible);
        tryVerify(() => rowOf(page, "mentors", "Mr Haddad"));
        rowOf(page, "mentors", "Mr Haddad").clicked();
        compare(findChild(page, "make").enabled, false);
        verify(Fixture.shows(page, "nobody is asked for one"));
        const ways = findChild(page, "ways");
        ways.toggled(1);
        if (row.from.length > 0)
            findChild(page, "from").picked(row.from);
        tryVerify(() => findChild(page, "make").enabled);
        findChild(page, "make").clicked();
        tryVerify(() => Fixture.shows(page, "with Mr Haddad"));
        tryVerify(() => !test.academy.busy);
        page.destroy();
        page = openForm(Qt.size(820, 1180));
        compare(rowOf(page, "teachers", "Ms Rivera").when, row.now);
    }
}
