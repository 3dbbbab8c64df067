// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts

// Paper: a white surface with one hairline. Children stand below each other.
Item {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property int padding: Theme.space.card
    property color fill: Theme.colors.surface
    property color outline: Theme.colors.line
    property int outlineWidth: 1

    implicitWidth: column.implicitWidth + 2 * root.padding
    implicitHeight: column.implicitHeight + 2 * root.padding

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.card
        color: root.fill
        border.width: root.outlineWidth
        border.color: root.outline
    }

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: root.padding
        spacing: Theme.space.small
    }
}
