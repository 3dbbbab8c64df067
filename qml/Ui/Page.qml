// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A scrolling page: title, an optional way back, one quiet line, actions, then cards below each other.
Rectangle {
    id: root

    property string title
    property string subtitle
    property bool mayGoBack: false
    property real maximumWidth: Theme.contentWidth
    property bool centred: false // for a page that stands alone in its window
    property Component line // stands under the title, such as the sync line
    property Component action // stands beside the title
    property Component foot // stays at the bottom while the page scrolls
    default property alias content: column.data
    property alias spacing: column.spacing
    // Follows the width a moment later: a layout of Qt 6.4 does not survive that its items change
    // while it arranges them.
    property bool narrow: false
    readonly property int edge: root.width < Theme.tabletWidth ? Theme.space.phoneEdge : Theme.space.edge

    signal back

    color: Theme.colors.canvas

    Binding {
        target: root
        property: "narrow"
        value: root.width > 0 && root.width < Theme.unit * 34
        delayed: true
    }

    T.ScrollBar {
        id: bar

        parent: root
        x: root.width - width
        height: flick.height
        orientation: Qt.Vertical
        size: flick.visibleArea.heightRatio
        position: flick.visibleArea.yPosition
        active: flick.moving
        contentItem: Rectangle {
            implicitWidth: 5
            radius: 2.5
            color: Theme.colors.lineStrong
            opacity: bar.size < 1 && (bar.active || bar.hovered) ? 0.5 : 0
        }
    }

    ScrollArea {
        id: flick

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        contentHeight: all.y + all.implicitHeight + root.edge

        ColumnLayout {
            id: all

            x: root.centred ? Math.max(root.edge, (flick.width - width) / 2) : root.edge
            y: root.centred ? Math.max(24, (flick.height - implicitHeight) / 3) : 24
            width: Math.min(flick.width - 2 * root.edge, root.maximumWidth)
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space.medium
                visible: root.title.length > 0

                IconButton {
                    objectName: "back"
                    Layout.leftMargin: -12
                    Layout.rightMargin: -8
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Math.min(0, (Theme.type.page * 1.3 - Theme.target) / 2)
                    Layout.bottomMargin: Layout.topMargin
                    visible: root.mayGoBack
                    symbol: "back"
                    text: qsTr("Back")
                    onClicked: root.back()
                }

                Label {
                    Layout.fillWidth: true
                    kind: Label.Page
                    font.pixelSize: !root.narrow ? Theme.type.page : root.title.length > 24 ? Math.min(26, Theme.type.page * 0.85) : Math.min(31, Theme.type.page)
                    text: root.title
                }

                Repeater {
                    model: root.action ? 1 : 0
                    delegate: root.action
                }
            }

            Label {
                Layout.fillWidth: true
                Layout.leftMargin: root.mayGoBack ? Theme.target - Theme.space.small : 0
                Layout.topMargin: 2
                visible: text.length > 0
                kind: Label.Secondary
                text: root.subtitle
            }

            Repeater {
                model: root.line ? 1 : 0
                delegate: root.line
            }

            ColumnLayout {
                id: column

                Layout.fillWidth: true
                Layout.topMargin: root.title.length > 0 ? Theme.space.card : 0
                spacing: Theme.space.card
            }
        }
    }

    ColumnLayout {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        Repeater {
            model: root.foot ? 1 : 0
            delegate: root.foot
        }
    }
}
