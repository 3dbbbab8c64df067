// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Test

// A sealed store's first page, at a phone's, a tablet's and a desktop's width.
TestCase {
    id: test

    name: "Unlock"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    Component {
        id: unlockPage

        UnlockPage {
            people: Fixture.people
            academy: test.academy
        }
    }

    function init() {
        test.academy = Fixture.openSealed("green tractor on a hill");
        tryVerify(() => test.academy.locked);
    }

    function test_fitsAndIsReached_data() {
        return [360, 820, 1440].map(width => ({ tag: "at " + width, width: width }));
    }

    function test_fitsAndIsReached(row) {
        const page = createTemporaryObject(unlockPage, test, { width: row.width, height: 900 });
        wait(0);
        compare(Fixture.unreachable(page).join("\n"), "");
        compare(Fixture.outside(page).join("\n"), "");
    }

    function test_theFirstThingTypedIsThePassphrase() {
        const page = createTemporaryObject(unlockPage, test, { width: 820, height: 900 });
        const button = findChild(page, "unlock");
        verify(!button.enabled);
        for (const letter of "green tractor on a mill")
            keyClick(letter);
        verify(button.enabled);
        keyClick(Qt.Key_Return);
        tryVerify(() => test.academy.lockProblem.length > 0);
        verify(test.academy.locked);
        for (let n = 0; n < 4; ++n)
            keyClick(Qt.Key_Backspace);
        for (const letter of "hill")
            keyClick(letter);
        mouseClick(button);
        tryVerify(() => test.academy.ready);
    }
}
