// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// The minutes of a pair's months beside what is promised, to be signed by both.
Page {
    id: root

    required property Academy academy
    property string recordId

    signal saved(string sentence)
    signal failed(string sentence)

    title: qsTr("Time")
    subtitle: qsTr("The minutes of your check-ins, month by month. Both of you sign them.")
    mayGoBack: true
    maximumWidth: Theme.formWidth

    MonthStatementModel {
        id: months

        academy: root.academy
        onSaved: sentence => root.saved(sentence)
        onFailed: sentence => root.failed(sentence)
    }

    Repeater {
        model: months

        delegate: StatementCard {
            id: statement

            required property int index

            required who
            required month
            required minutesText
            required promisedText
            required splitText
            required slotsText
            required mentorText
            required teacherText
            required changed
            required maySign
            Layout.fillWidth: true
            onSigned: months.sign(statement.index)
        }
    }

    Label {
        Layout.fillWidth: true
        visible: months.count > 0
        kind: Label.Secondary
        text: qsTr("The principal gets the totals, and only once both of you have signed the same. The days and what you spoke about stay with you: whoever evaluates does not read them.")
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: 24
        visible: months.loaded && months.count === 0
        symbol: "note"
        title: qsTr("No months yet")
        text: qsTr("Once you are in a pair, the minutes of its check-ins will be here.")
    }
}
