// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Models
import Cadre.Teacher
import Cadre.Test

// What a pair shows: proposed by one, agreed to by the other, ended by either; never to who evaluates.
TestCase {
    id: test

    name: "SharingPage"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    Component {
        id: sharingPage

        SharingPage {
            academy: test.academy
        }
    }

    Component {
        id: proposePage

        ProposeSharePage {
            academy: test.academy
        }
    }

    SignalSpy {
        id: proposed

        signalName: "proposed"
    }

    function init() {
        Fixture.openTeacher();
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
    }

    function openSharing() {
        const page = createTemporaryObject(sharingPage, test, { width: 820, height: 1100 });
        tryVerify(() => findChild(page, "end0"));
        return page;
    }

    function test_theTeacherAllowsWhatHerMentorProposedAndEndsIt() {
        const page = openSharing();
        verify(Fixture.shows(page, "Priya Nair"));
        verify(Fixture.shows(page, "exit tickets show a gap"));
        verify(Fixture.shows(page, "waits for you"));
        findChild(page, "agree0").clicked();
        tryVerify(() => Fixture.shows(page, "What was read was read."));
        findChild(page, "end0").clicked();
        tryVerify(() => Fixture.shows(page, "over"));
        verify(!findChild(page, "end0").visible);
    }

    function test_noMeansNoAndNothingIsWrittenForReaders() {
        const page = openSharing();
        findChild(page, "end0").clicked();
        tryVerify(() => Fixture.shows(page, "over"));
        verify(!findChild(page, "agree0").visible);
    }

    function test_whoEvaluatesHerIsNotOfferedAndThePageSaysWhy() {
        const page = createTemporaryObject(proposePage, test, { width: 820, height: 1100 });
        tryVerify(() => findChild(page, "reader0") && findChild(page, "part0"));
        verify(Fixture.shows(findChild(page, "notOffered"), "Mr Ito"));
        for (let i = 0; findChild(page, "reader" + i); ++i)
            verify(!Fixture.shows(findChild(page, "reader" + i), "Mr Ito"));
    }

    function test_aProposalWaitsForTheOther() {
        const page = createTemporaryObject(proposePage, test, { width: 820, height: 1100 });
        tryVerify(() => findChild(page, "reader0") && findChild(page, "part0"));
        proposed.target = page;
        proposed.clear();
        verify(!findChild(page, "send").enabled);
        findChild(page, "part0").toggle();
        findChild(page, "part0").toggled();
        findChild(page, "reader0").toggle();
        findChild(page, "reader0").toggled();
        findChild(page, "followed").clicked();
        findChild(page, "until").picked("2027-01-29");
        tryVerify(() => findChild(page, "send").enabled);
        findChild(page, "send").clicked();
        tryCompare(proposed, "count", 1);
        const list = openSharing();
        tryVerify(() => Fixture.shows(list, "waits for Lena Brandt"));
    }
}
