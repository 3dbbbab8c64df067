// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.impl

// One of our 24-unit stroke icons, tinted. `name` is the file's name in assets/icons.
IconImage {
    id: root

    property string icon
    property real size: 24 * Math.min(1.5, Theme.textScale)

    source: root.icon.length > 0 ? "qrc:/cadre/icons/" + root.icon + ".svg" : ""
    color: Theme.colors.text
    sourceSize.width: root.size
    sourceSize.height: root.size
    width: root.size
    height: root.size
    Accessible.ignored: true
}
