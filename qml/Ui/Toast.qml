// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A sentence that comes up over the page for a few seconds, with a way back where there is one. It stays while
// the pointer or the keyboard is on it.
T.Control {
    id: root

    property string sentence
    property string action
    property bool isProblem: false

    readonly property color ink: root.isProblem ? Theme.colors.bad : Theme.colors.canvas
    readonly property bool held: root.hovered || back.activeFocus

    signal taken

    function say(sentence: string, problem: bool) {
        root.isProblem = problem;
        root.show(sentence, "");
    }

    // `action` is the word on the button, which emits taken().
    function offer(sentence: string, action: string) {
        root.isProblem = false;
        root.show(sentence, action);
    }

    function show(sentence: string, action: string) {
        root.sentence = sentence;
        root.action = action;
        root.opacity = 1;
        leave.restart();
    }

    opacity: 0
    visible: root.opacity > 0
    hoverEnabled: true
    implicitWidth: leftPadding + rightPadding + words.implicitWidth + (root.action.length > 0 ? back.implicitWidth + row.spacing : 0)
    implicitHeight: Math.max(Theme.target, row.implicitHeight + 16)
    leftPadding: 20
    rightPadding: root.action.length > 0 ? 8 : 20
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.sentence
    Keys.onEscapePressed: root.opacity = 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.duration
            easing.type: Easing.OutCubic
        }
    }

    contentItem: RowLayout {
        id: row

        spacing: 12

        Label {
            id: words

            Layout.fillWidth: true
            text: root.sentence
            color: root.ink
            font.weight: Font.Medium
        }

        T.Button {
            id: back

            objectName: "takeBack"
            implicitWidth: Math.max(Theme.target, word.implicitWidth + 28)
            implicitHeight: Theme.target
            visible: root.action.length > 0
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            text: root.action
            Accessible.role: Accessible.Button
            Accessible.name: root.action
            onClicked: {
                root.opacity = 0;
                root.taken();
            }

            contentItem: Text {
                id: word

                text: back.text
                textFormat: Text.PlainText
                font.pixelSize: Theme.type.body
                font.weight: Font.DemiBold
                font.underline: true
                color: root.ink
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }

            background: Rectangle {
                radius: Theme.radius.control - 4
                color: root.ink
                opacity: back.down ? 0.2 : back.hovered ? 0.1 : 0
            }

            Rectangle {
                anchors.fill: parent
                anchors.margins: 4
                radius: Theme.radius.badge
                visible: back.visualFocus
                color: "transparent"
                border.width: 2
                border.color: root.ink
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: root.isProblem ? Theme.colors.badSoft : Theme.colors.text
        border.width: 1
        border.color: root.isProblem ? Theme.colors.bad : Theme.colors.outline
    }

    Timer {
        id: leave

        interval: root.isProblem || root.action.length > 0 ? 9000 : 4500
        onTriggered: {
            if (root.held)
                leave.restart();
            else
                root.opacity = 0;
        }
    }
}
