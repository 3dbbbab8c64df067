// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T
import QtTest
import Cadre.App
import Cadre.Test
import Cadre.Ui

// Every page, as those use it who see little, hear it, or have a keyboard alone.
TestCase {
    id: test

    name: "Walk"
    when: windowShown
    visible: true
    width: 1440
    height: 1180

    property var academy

    readonly property var routes: ["today", "teachers", "teacher", "check-in", "check-in/quick", "pairs", "new-pair", "milestones", "milestone", "needs-you", "conflict", "sync", "device", "look", "time", "search", "enroll"]
    readonly property var sizes: [Qt.size(360, 740), Qt.size(820, 1180), Qt.size(1440, 900)]

    Component {
        id: shell

        Shell {
            people: Fixture.people
            look: Fixture.look
            academy: test.academy
        }
    }

    Component {
        id: nameless

        IconButton {
            symbol: "close"
        }
    }

    Component {
        id: small

        T.Button {
            width: 40
            height: 48
            text: "Small"
            focusPolicy: Qt.StrongFocus
        }
    }

    Component {
        id: cut

        Label {
            width: 60
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            text: "A word too many"
        }
    }

    Component {
        id: unreached

        Item {
            T.Button {
                width: 48
                height: 48
                text: "By mouse alone"
                focusPolicy: Qt.NoFocus
            }
        }
    }

    Component {
        id: hidden

        Flickable {
            width: 200
            height: 100
            clip: true
            contentHeight: 500

            Button {
                y: 300
                text: "Below"
            }
        }
    }

    Component {
        id: revealed

        ScrollArea {
            width: 200
            height: 100
            contentHeight: 500

            Button {
                y: 300
                text: "Below"
            }
        }
    }

    function initTestCase() {
        test.academy = Fixture.openSample();
        tryVerify(() => test.academy.ready && test.academy.enrolled && !test.academy.busy);
    }

    function cleanup() {
        Theme.scheme = "light";
        Theme.textScale = 1;
        Walk.speak("en");
    }

    function opened(row) {
        Walk.speak(row.language);
        Theme.scheme = row.scheme;
        Theme.textScale = row.textScale;
        const page = createTemporaryObject(shell, test, { route: row.route, width: row.size.width, height: row.size.height });
        verify(page);
        tryVerify(() => !test.academy.busy);
        Walk.settle(page);
        tryVerify(() => !test.academy.busy);
        Walk.settle(page);
        return page;
    }

    function rows(schemes, textScale) {
        const all = [];
        for (const route of test.routes) {
            for (const size of test.sizes) {
                for (const language of ["en", "es"]) {
                    for (const scheme of schemes)
                        all.push({ tag: [route, size.width, language, scheme].join(" "), route: route, size: size, language: language, scheme: scheme, textScale: textScale });
                }
            }
        }
        return all;
    }

    function test_hasNamesTargetsAndKeys_data() {
        return rows(["light", "dark"], 1);
    }

    function test_hasNamesTargetsAndKeys(row) {
        const page = opened(row);
        compare(Walk.nameless(page).concat(Walk.small(page), Walk.cut(page), Walk.beyondKeyboard(page)).join("\n"), "");
    }

    function test_showsAllOfTextsTwiceAsLarge_data() {
        return rows(["light"], 2);
    }

    function test_showsAllOfTextsTwiceAsLarge(row) {
        const page = opened(row);
        compare(Walk.cut(page).concat(Walk.nameless(page), Walk.small(page), Walk.beyondKeyboard(page)).join("\n"), "");
    }

    function test_findsWhatIsWrong_data() {
        return [
            { tag: "no name", planted: nameless, walk: page => Walk.nameless(page) },
            { tag: "a small target", planted: small, walk: page => Walk.small(page) },
            { tag: "a cut text", planted: cut, walk: page => Walk.cut(page) },
            { tag: "mouse alone", planted: unreached, walk: page => Walk.beyondKeyboard(page) },
            { tag: "below the fold", planted: hidden, walk: page => Walk.beyondKeyboard(page) }
        ];
    }

    function test_findsWhatIsWrong(row) {
        const page = createTemporaryObject(row.planted, test);
        compare(row.walk(page).length, 1);
    }

    function test_scrollsToWhereTheKeyboardIs() {
        const page = createTemporaryObject(revealed, test);
        compare(Walk.beyondKeyboard(page).join("\n"), "");
        verify(page.contentY > 200);
    }
}
