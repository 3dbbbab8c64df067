// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.App
import Cadre.Device
import Cadre.Models
import Cadre.Test

// What opens a person's work on this device, and how she changes it.
TestCase {
    id: test

    name: "Device"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var people

    readonly property string passphrase: "Ana on a green hill"

    Component {
        id: devicePage

        DevicePage {
            people: test.people
        }
    }

    Component {
        id: unlockPage

        UnlockPage {
            people: test.people
            academy: test.people.academy
        }
    }

    SignalSpy {
        id: saved

        signalName: "saved"
    }

    function init() {
        test.people = Fixture.openShared(["Ana"]);
        open(test.passphrase);
    }

    function open(passphrase: string) {
        tryVerify(() => test.people.academy && test.people.academy.locked);
        test.people.unlock(passphrase);
        tryVerify(() => test.people.academy.ready && !test.people.academy.busy);
    }

    function lock() {
        test.people.lock();
        tryVerify(() => test.people.academy && test.people.academy.locked);
    }

    function fill(page: var, values: var) {
        for (const name in values)
            findChild(page, name).edited(values[name]);
    }

    function change(page: var, what: string, values: var) {
        findChild(page, what + "Change").clicked();
        fill(page, values);
        saved.target = page;
        saved.clear();
        findChild(page, what + "Change").clicked();
    }

    function setPin(pin: string) {
        const page = createTemporaryObject(devicePage, test, { width: 820, height: 1100 });
        change(page, "pin", { pinCurrent: test.passphrase, pinNext: pin, pinAgain: pin });
        tryCompare(saved, "count", 1);
        page.destroy();
    }

    function test_fitsAndIsReached_data() {
        const rows = [];
        for (const what of ["", "passphrase", "pin"]) {
            for (const width of [360, 820, 1440])
                rows.push({ tag: what + " at " + width, what: what, width: width });
        }
        return rows;
    }

    function test_fitsAndIsReached(row) {
        const page = createTemporaryObject(devicePage, test, { width: row.width, height: 900 });
        if (row.what.length > 0)
            findChild(page, row.what + "Change").clicked();
        wait(0);
        compare(Fixture.unreachable(page).join("\n"), "");
        compare(Fixture.outside(page).join("\n"), "");
    }

    function test_anotherPassphraseOpensItFromNowOn() {
        const page = createTemporaryObject(devicePage, test, { width: 820, height: 1100 });
        change(page, "passphrase", { passphraseCurrent: "not hers at all", passphraseNext: "red boat on a river", passphraseAgain: "red boat on a river" });
        tryVerify(() => Fixture.shows(page, "not the passphrase you have now"));
        fill(page, { passphraseCurrent: test.passphrase, passphraseAgain: "red boat on a rover" });
        findChild(page, "passphraseChange").clicked();
        tryVerify(() => Fixture.shows(page, "not the same yet"));
        fill(page, { passphraseAgain: "red boat on a river" });
        findChild(page, "passphraseChange").clicked();
        tryCompare(saved, "count", 1);
        lock();
        test.people.unlock(test.passphrase);
        tryVerify(() => test.people.academy.lockProblem.length > 0);
        open("red boat on a river");
    }

    function test_aPlainPassphraseIsNotTaken() {
        const page = createTemporaryObject(devicePage, test, { width: 820, height: 1100 });
        change(page, "passphrase", { passphraseCurrent: test.passphrase, passphraseNext: "password12", passphraseAgain: "password12" });
        tryVerify(() => Fixture.shows(page, "Many people take this one"));
        lock();
        open(test.passphrase);
    }

    function test_thePinOpensUntilADayHasPassed() {
        setPin("274915");
        lock();
        const page = createTemporaryObject(unlockPage, test, { width: 820, height: 900 });
        tryVerify(() => Fixture.shows(page, "PIN"));
        for (const digit of "274915")
            keyClick(digit);
        keyClick(Qt.Key_Return);
        tryVerify(() => test.people.academy.ready);
        Fixture.later = 24 * 3600 * 1000;
        page.destroy();
        lock();
        compare(test.people.pin, People.PinSpent);
        test.people.unlockWithPin("274915");
        verify(!test.people.academy.unlocking);
        open(test.passphrase);
        lock();
        compare(test.people.pin, People.PinReady);
    }

    function test_wrongPinsWaitAndThePassphraseDoesNot() {
        setPin("274915");
        lock();
        for (let n = 0; n < 3; ++n) {
            compare(test.people.pin, People.PinReady);
            test.people.unlockWithPin("274916");
            tryVerify(() => !test.people.academy.unlocking);
            compare(test.people.academy.lockProblem, "That is not the PIN.");
        }
        compare(test.people.pin, People.PinWaits);
        const page = createTemporaryObject(unlockPage, test, { width: 820, height: 900 });
        verify(!Fixture.shows(findChild(page, "passphrase"), "PIN may"));
        open(test.passphrase);
        lock();
        compare(test.people.pin, People.PinReady);
    }

    function test_aProgramThatStartsAgainAsksForThePassphraseFirst() {
        setPin("274915");
        Fixture.forgetSecrets();
        Fixture.reopen();
        test.people = Fixture.people;
        tryVerify(() => test.people.academy.locked);
        compare(test.people.pin, People.PinSpent);
        open(test.passphrase);
        lock();
        compare(test.people.pin, People.PinReady);
        test.people.unlockWithPin("274915");
        tryVerify(() => test.people.academy.ready);
    }

    function test_aPinCanBeTakenAway() {
        setPin("274915");
        const page = createTemporaryObject(devicePage, test, { width: 820, height: 1100 });
        findChild(page, "pinRemove").clicked();
        lock();
        compare(test.people.pin, People.NoPin);
    }

    function test_whatLiesInClearIsSealed() {
        Fixture.openSample();
        test.people = Fixture.people;
        tryVerify(() => test.people.academy.ready && !test.people.academy.busy);
        verify(!test.people.sealed && !test.people.mayLock);
        const page = createTemporaryObject(devicePage, test, { width: 360, height: 900 });
        compare(Fixture.unreachable(page).join("\n"), "");
        compare(Fixture.outside(page).join("\n"), "");
        fill(page, { sealNext: "red boat on a river", sealAgain: "red boat on a river" });
        findChild(page, "sealChange").clicked();
        page.destroy();
        tryVerify(() => test.people.academy && test.people.academy.ready && test.people.sealed);
        verify(test.people.notice.length > 0);
        lock();
        open("red boat on a river");
        tryVerify(() => test.people.academy.enrolled);
    }
}
