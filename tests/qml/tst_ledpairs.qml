// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test

// A lead enters a contact for a mentor, on her own device, and of hers.
TestCase {
    id: test

    name: "LedPairs"
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
        verify(!Fixture.shows(page, "Students track the speaker"));
        findChild(page, "pair").clicked();
        tryVerify(() => findChild(page, "heldBy") && findChild(page, "heldBy").visible && findChild(page, "minutes30"));
        tryVerify(() => !test.academy.busy);
        return page;
    }

    function test_entersOneForTheMentor_data() {
        return [{ tag: "phone", size: Qt.size(360, 740) }, { tag: "tablet", size: Qt.size(820, 1180) }];
    }

    function test_entersOneForTheMentor(row) {
        const page = openForm(row.size);
        compare(findChild(page, "thirds").visible, false);
        compare(findChild(page, "alsoThere").visible, false);
        verify(Fixture.shows(page, "what the pair writes stays with the pair"));
        compare(Fixture.outside(page).length, 0);
        findChild(page, "minutes30").clicked();
        tryVerify(() => findChild(page, "save").enabled);
        findChild(page, "save").clicked();
        tryVerify(() => Fixture.shows(page, "with Lena Brandt"));
    }
}
