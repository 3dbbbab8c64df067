// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.Models
import Cadre.Teacher
import Cadre.Test

// A teacher reads all of her record, and takes it along.
TestCase {
    id: test

    name: "OwnRecordPage"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    Component {
        id: recordPage

        OwnRecordPage {
            academy: test.academy
        }
    }

    Component {
        id: ownRecord

        OwnRecord {
            academy: test.academy
        }
    }

    SignalSpy {
        id: saved

        signalName: "saved"
    }

    function init() {
        Fixture.openTeacher();
        test.academy = Fixture.people.academy;
        tryVerify(() => test.academy.ready && !test.academy.busy);
    }

    function test_holdsWhatIsAboutHerAndNothingOfOtherTeachers() {
        const page = createTemporaryObject(recordPage, test, { width: 820, height: 1100 });
        tryVerify(() => Fixture.shows(page, "Every student speaks"));
        verify(Fixture.shows(page, "Your conversations with Lena Brandt"));
        verify(!Fixture.shows(page, "Okafor"));
    }

    function test_isWrittenAsAPageAndAsData() {
        const record = createTemporaryObject(ownRecord, test);
        saved.target = record;
        saved.clear();
        tryVerify(() => record.loaded);
        record.saveTo(Fixture.directory());
        tryCompare(saved, "count", 1);
        const files = Fixture.filesIn("Cadre record");
        verify(files.includes("index.html"));
        verify(files.includes("CheckInNote.json"));
        record.saveTo(Fixture.directory());
        tryCompare(saved, "count", 2);
        compare(Fixture.filesIn("Cadre record").length, 2 * files.length);
    }
}
