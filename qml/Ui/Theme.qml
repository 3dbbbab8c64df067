// SPDX-License-Identifier: Apache-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The look: colours, type, space. The shell sets `scheme` and `textScale`; everything else follows.
QtObject {
    id: root

    component ColorSet: QtObject {
        required property color canvas
        required property color surface
        required property color sunken
        required property color line
        required property color lineStrong
        required property color text
        required property color muted
        required property color primary
        required property color primaryInk
        required property color primarySoft
        required property color softInk
        required property color good
        required property color goodSoft
        required property color warn
        required property color warnSoft
        required property color bad
        required property color badSoft
        required property color info
        required property color infoSoft
        required property color shade
        required property color outline // around what elsewhere stands out by its fill alone
    }

    component TypeScale: QtObject {
        id: scale

        required property real factor
        readonly property real page: 28 * Math.min(1.4, scale.factor)
        readonly property real number: 26 * scale.factor
        readonly property real section: 20 * scale.factor
        readonly property real item: 17 * scale.factor
        readonly property real body: 16 * scale.factor
        readonly property real secondary: 14 * scale.factor
        readonly property real badge: 13 * scale.factor
        readonly property real lineHeight: 1.06
    }

    component Spacing: QtObject {
        readonly property int tiny: 4
        readonly property int small: 8
        readonly property int medium: 12
        readonly property int card: 16
        readonly property int phoneEdge: 20
        readonly property int section: 24
        readonly property int edge: 32
    }

    component Radii: QtObject {
        readonly property int badge: 8
        readonly property int control: 12
        readonly property int card: 14
    }

    property string scheme: "light"
    // 1 for the size as designed, 2 for text twice as large.
    property real textScale: 1
    property bool motion: true

    readonly property bool isDark: root.scheme === "dark"
    readonly property ColorSet colors: root.scheme === "dark" ? root.dark
        : root.scheme === "contrast" ? root.contrast : root.light

    readonly property ColorSet light: ColorSet {
        canvas: "#F7F5F0"
        surface: "#FFFFFF"
        sunken: "#EFECE4"
        line: "#E2DED3"
        lineStrong: "#8A8677"
        text: "#1D2321"
        muted: "#566059"
        primary: "#0E5F58"
        primaryInk: "#FFFFFF"
        primarySoft: "#D8ECE8"
        softInk: "#0A423D"
        good: "#2E6A3B"
        goodSoft: "#E0EFDF"
        warn: "#8F4A06"
        warnSoft: "#FBEBD1"
        bad: "#A3272B"
        badSoft: "#F9E0DD"
        info: "#2A559A"
        infoSoft: "#E0E9F7"
        shade: "#66101412"
        outline: "transparent"
    }
    readonly property ColorSet dark: ColorSet {
        canvas: "#121614"
        surface: "#1B201D"
        sunken: "#232A26"
        line: "#39423D"
        lineStrong: "#7F8A83"
        text: "#EDF0EB"
        muted: "#A9B3AC"
        primary: "#7FCFC4"
        primaryInk: "#06322E"
        primarySoft: "#1E4641"
        softInk: "#CDEFE9"
        good: "#8FCF97"
        goodSoft: "#20382A"
        warn: "#F0B56A"
        warnSoft: "#42301A"
        bad: "#F2A09B"
        badSoft: "#472423"
        info: "#9EBEF0"
        infoSoft: "#22324D"
        shade: "#99000000"
        outline: "transparent"
    }
    readonly property ColorSet contrast: ColorSet {
        canvas: "#FFFFFF"
        surface: "#FFFFFF"
        sunken: "#F2F2F2"
        line: "#4A4A4A"
        lineStrong: "#000000"
        text: "#000000"
        muted: "#2B2B2B"
        primary: "#003F3A"
        primaryInk: "#FFFFFF"
        primarySoft: "#E3F4F1"
        softInk: "#00241F"
        good: "#0F4A1C"
        goodSoft: "#FFFFFF"
        warn: "#5E2C00"
        warnSoft: "#FFFFFF"
        bad: "#7A0A10"
        badSoft: "#FFFFFF"
        info: "#0B2F6B"
        infoSoft: "#FFFFFF"
        shade: "#B3000000"
        outline: "#000000"
    }

    // The font's unit: what widths are compared with, so that large text narrows the layout.
    readonly property real unit: 16 * root.textScale
    readonly property real tabletWidth: root.unit * 40
    readonly property real desktopWidth: root.unit * 78

    readonly property TypeScale type: TypeScale {
        factor: root.textScale
    }
    readonly property Spacing space: Spacing {}
    readonly property Radii radius: Radii {}

    readonly property int target: 48
    readonly property int chipHeight: 44
    readonly property int railWidth: Math.round(88 * Math.min(1.4, root.textScale))
    readonly property int sidebarWidth: Math.round(232 * Math.min(1.6, root.textScale))
    readonly property int paneWidth: Math.round(300 * Math.min(1.4, root.textScale))
    readonly property int listWidth: Math.round(360 * Math.min(1.4, root.textScale))
    readonly property int contentWidth: 1080
    readonly property int formWidth: 720
    readonly property int duration: root.motion ? 150 : 0
}
