// SPDX-License-Identifier: Apache-2.0
import QtQuick

// Text in one of the type scale's sizes.
Text {
    id: root

    enum Kind { Page, Number, Section, Item, Body, Secondary, Badge, Heading }

    property int kind: Label.Body
    property bool quiet: false

    color: root.quiet || root.kind === Label.Secondary || root.kind === Label.Heading ? Theme.colors.muted : Theme.colors.text
    font.pixelSize: root.kind === Label.Page ? Theme.type.page
        : root.kind === Label.Number ? Theme.type.number
        : root.kind === Label.Section ? Theme.type.section
        : root.kind === Label.Item ? Theme.type.item
        : root.kind === Label.Secondary ? Theme.type.secondary
        : root.kind === Label.Badge || root.kind === Label.Heading ? Theme.type.badge
        : Theme.type.body
    font.weight: root.kind === Label.Body || root.kind === Label.Secondary ? Font.Normal : Font.DemiBold
    font.capitalization: root.kind === Label.Heading ? Font.AllUppercase : Font.MixedCase
    font.letterSpacing: root.kind === Label.Heading ? 0.2 : 0
    lineHeight: Theme.type.lineHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    Accessible.role: root.kind === Label.Page || root.kind === Label.Section ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.text
}
