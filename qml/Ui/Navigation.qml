// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The places: a bar below on a phone, a rail or a sidebar with words at the side.
Rectangle {
    id: root

    enum Form { Bar, Rail, Sidebar }

    property int form: Navigation.Bar
    required property var places // list of {route, text, symbol, count}
    property string current
    property string name
    property string detail
    property string way // out of here; empty where there is none

    signal chosen(string route)
    signal wayTaken

    implicitWidth: root.form === Navigation.Sidebar ? Theme.sidebarWidth : Theme.railWidth
    implicitHeight: 78 * Math.min(1.4, Theme.textScale)
    color: root.form === Navigation.Bar ? Theme.colors.surface : Theme.colors.canvas
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        x: root.form === Navigation.Bar ? 0 : parent.width - 1
        width: root.form === Navigation.Bar ? parent.width : 1
        height: root.form === Navigation.Bar ? 1 : parent.height
        color: Theme.colors.line
    }

    GridLayout {
        anchors.fill: parent
        anchors.leftMargin: root.form === Navigation.Sidebar ? 16 : root.form === Navigation.Rail ? 2 : 6
        anchors.rightMargin: root.form === Navigation.Sidebar ? 16 : root.form === Navigation.Rail ? 2 : 6
        anchors.topMargin: root.form === Navigation.Bar ? 6 : 24
        anchors.bottomMargin: root.form === Navigation.Bar ? 4 : 20
        flow: root.form === Navigation.Bar ? GridLayout.LeftToRight : GridLayout.TopToBottom
        columns: root.form === Navigation.Bar ? root.places.length : 1
        rows: root.form === Navigation.Bar ? 1 : root.places.length + 3
        rowSpacing: root.form === Navigation.Sidebar ? 6 : 16
        columnSpacing: 0

        Repeater {
            model: root.places

            delegate: NavEntry {
                required property var modelData

                Layout.fillWidth: true
                beside: root.form === Navigation.Sidebar
                roomy: root.form !== Navigation.Bar
                text: modelData.text
                symbol: modelData.symbol
                count: modelData.count
                current: modelData.route === root.current
                onClicked: root.chosen(modelData.route)
            }
        }

        Item {
            Layout.fillHeight: true
            visible: root.form !== Navigation.Bar
        }

        NavEntry {
            Layout.fillWidth: true
            objectName: "leave"
            visible: root.form !== Navigation.Bar && root.way.length > 0
            beside: root.form === Navigation.Sidebar
            roomy: true
            text: root.way
            symbol: "lock"
            Accessible.role: Accessible.Button
            onClicked: root.wayTaken()
        }

        ColumnLayout {
            Layout.leftMargin: 14
            visible: root.form === Navigation.Sidebar && root.name.length > 0
            spacing: 2

            Label {
                Layout.fillWidth: true
                font.pixelSize: 15 * Theme.textScale
                font.weight: Font.DemiBold
                text: root.name
            }

            Label {
                Layout.fillWidth: true
                kind: Label.Secondary
                text: root.detail
            }
        }
    }
}
