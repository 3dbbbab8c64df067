// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// People of whom one is chosen.
ColumnLayout {
    id: root

    required property PersonChoice people
    property string empty // what stands there for nobody

    spacing: Theme.space.small

    Repeater {
        model: root.people

        delegate: RadioCard {
            id: person

            required property int index
            required property string recordId
            required property string name
            required property string detail
            required property bool chosen

            Layout.fillWidth: true
            objectName: root.objectName + person.index
            value: person.name
            when: person.detail
            words: qsTr("%1, %2", "a person and what is said of her").arg(person.name).arg(person.detail)
            checked: person.chosen
            onClicked: root.people.choose(person.recordId)
        }
    }

    Card {
        Layout.fillWidth: true
        visible: root.people.count === 0 && root.empty.length > 0
        padding: 20

        Label {
            Layout.fillWidth: true
            quiet: true
            text: root.empty
        }
    }
}
