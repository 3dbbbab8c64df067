// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Cadre.Ui

// The privacy notice, in plain words.
ColumnLayout {
    id: root

    required property string host

    spacing: Theme.space.card

    Notice {
        icon: "person"
        heading: qsTr("A conversation belongs to its pair")
        text: qsTr("What a mentor and a teacher write is read by these two. Sharing a part of it takes both, and never reaches who evaluates.")
    }

    Notice {
        icon: "lock"
        heading: qsTr("A private note is yours alone")
        text: qsTr("No colleague, lead or principal can open it.")
    }

    Notice {
        icon: "bars"
        heading: qsTr("Leads see minutes, never words")
        text: qsTr("Schools and districts see totals and plans. Small groups are left out, and Cadre does not rate anybody.")
    }

    Notice {
        icon: "eye"
        heading: qsTr("You see who looked")
        text: qsTr("Teachers find in their record who was sent it and who opened it.")
    }

    Notice {
        icon: "cloud"
        heading: qsTr("What the server’s owner could read")
        text: root.host.length > 0
            ? qsTr("Whoever runs %1, or holds its backups, could technically read all that is synchronised, private notes too. Ask your academy who that is.").arg(root.host)
            : qsTr("Whoever runs the server, or holds its backups, could technically read all that is synchronised, private notes too. Ask your academy who that is.")
    }
}
