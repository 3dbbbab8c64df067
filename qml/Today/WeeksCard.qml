// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cadre.Models
import Cadre.Ui

// Minutes by week or month as bars: held in time set aside for it, and outside hours.
ChartCard {
    id: root

    required property WeekMinutesModel weeks

    rows: root.weeks
    chart: Component {
        Bars {
            Layout.fillWidth: true
            Layout.topMargin: 8
            model: root.weeks
            maximum: root.weeks.maximum
            summary: root.sentence
        }
    }
}
