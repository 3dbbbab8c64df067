// SPDX-License-Identifier: Apache-2.0
import QtQuick

// A sentence that comes up over the page for a few seconds.
Rectangle {
    id: root

    property bool isProblem: false

    function say(sentence: string, problem: bool) {
        words.text = sentence;
        root.isProblem = problem;
        root.visible = true;
        leave.restart();
    }

    visible: false
    implicitWidth: Math.min(words.implicitWidth + 40, 520 * Theme.textScale)
    implicitHeight: words.height + 28
    radius: Theme.radius.control
    color: root.isProblem ? Theme.colors.badSoft : Theme.colors.text
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Label {
        id: words

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - 40)
        color: root.isProblem ? Theme.colors.bad : Theme.colors.canvas
        font.weight: Font.Medium
    }

    Timer {
        id: leave

        interval: root.isProblem ? 9000 : 4500
        onTriggered: root.visible = false
    }
}
