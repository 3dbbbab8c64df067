// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.NeedsYou
import Cadre.Test

// Two people moved one date while offline.
TestCase {
    id: test

    name: "Conflict"
    when: windowShown
    visible: true
    width: 1180
    height: 1000

    property var academy

    Component {
        id: needsYou

        NeedsYouPage {
            academy: test.academy
            width: 1180
            height: 1000
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

    function opened() {
        const page = createTemporaryObject(needsYou, test);
        tryVerify(() => !test.academy.busy && findChild(page, "alternative") !== null);
        saved.target = page;
        saved.clear();
        return page;
    }

    function test_choosesNothingBeforehand() {
        const page = opened();
        verify(!findChild(page, "alternative").checked);
        verify(!findChild(page, "keepHere").enabled);
    }

    function test_showsBothDatesWithTheirPeople() {
        const page = opened();
        verify(Fixture.shows(page, "11 Dec") || Fixture.shows(page, "Dec 11"));
        verify(Fixture.shows(page, "4 Dec") || Fixture.shows(page, "Dec 4"));
        verify(Fixture.shows(page, "Dana Reyes"));
    }

    function test_keepsWhatWasChosen() {
        const page = opened();
        mouseClick(findChild(page, "alternative"));
        const keep = findChild(page, "keepHere");
        tryVerify(() => keep.enabled);
        mouseClick(keep);
        tryCompare(saved, "count", 1);
        tryVerify(() => Fixture.shows(page, "Nothing needs you"));
    }
}
