// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Cadre.Ui

// Every colour that stands on another can be told from it.
TestCase {
    id: test

    name: "Theme"

    readonly property var inks: ["text", "muted", "primary", "good", "warn", "bad", "info"]
    readonly property var grounds: ["canvas", "surface", "sunken"]
    readonly property var fills: [["primaryInk", "primary"], ["softInk", "primarySoft"], ["primary", "primarySoft"], ["text", "primarySoft"], ["muted", "primarySoft"], ["warn", "primarySoft"], ["good", "goodSoft"], ["warn", "warnSoft"], ["bad", "badSoft"], ["info", "infoSoft"], ["canvas", "text"], ["surface", "warn"]]

    function channel(value: real): real {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    // Of a colour, or of its name.
    function luminance(name: var): real {
        const colour = Qt.darker(name, 1);
        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
    }

    // WCAG 2: from 1 for the same colour to 21 for black on white.
    function contrast(a: var, b: var): real {
        const [dark, bright] = [luminance(a), luminance(b)].sort((one, other) => one - other);
        return (bright + 0.05) / (dark + 0.05);
    }

    function schemes() {
        return [{ tag: "light", colors: Theme.light, least: 4.5 }, { tag: "dark", colors: Theme.dark, least: 4.5 }, { tag: "contrast", colors: Theme.contrast, least: 7 }];
    }

    function tooClose(colors, pairs, least) {
        return pairs.filter(pair => contrast(colors[pair[0]], colors[pair[1]]) < least)
            .map(pair => pair.join(" on ") + ": " + contrast(colors[pair[0]], colors[pair[1]]).toFixed(2));
    }

    function test_measuresAsTheStandardDoes() {
        compare(contrast("#000000", "#FFFFFF").toFixed(2), "21.00");
        compare(contrast("#777777", "#FFFFFF").toFixed(2), "4.48");
        compare(contrast("#336699", "#336699"), 1);
    }

    function test_findsATextThatIsTooPale() {
        compare(tooClose({ text: "#999999", canvas: "#FFFFFF" }, [["text", "canvas"]], 4.5).length, 1);
    }

    function test_textsAreTold_data() {
        return schemes();
    }

    function test_textsAreTold(row) {
        const pairs = test.inks.reduce((sum, ink) => sum.concat(test.grounds.map(ground => [ink, ground])), []);
        compare(tooClose(row.colors, pairs.concat(test.fills), row.least).join("\n"), "");
    }

    function test_controlsAreTold_data() {
        return schemes();
    }

    function test_controlsAreTold(row) {
        const outlines = test.grounds.map(ground => ["lineStrong", ground]);
        compare(tooClose(row.colors, outlines.concat([["primary", "sunken"], ["warn", "sunken"]]), row.tag === "contrast" ? 4.5 : 3).join("\n"), "");
    }
}
