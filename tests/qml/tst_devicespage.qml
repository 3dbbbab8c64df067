// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.Device
import Cadre.Test

// Devices and codes are the server's to give: without it the page says so, and what is safe.
TestCase {
    id: test

    name: "DevicesPage"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    Component {
        id: devicesPage

        DevicesPage {
            academy: test.academy
        }
    }

    function test_saysWhyNothingIsKnownAndTriesAgain() {
        Fixture.openTeacher();
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
        const page = createTemporaryObject(devicesPage, test, { width: 360, height: 900 });
        tryVerify(() => findChild(page, "problem").visible);
        verify(Fixture.shows(page, "Your work here is safe meanwhile."));
        tryVerify(() => findChild(page, "askAgain").enabled);
        findChild(page, "askAgain").clicked();
        verify(!findChild(page, "askAgain").enabled);
        tryVerify(() => findChild(page, "askAgain").enabled);
        verify(!findChild(page, "picture").visible);
    }
}
