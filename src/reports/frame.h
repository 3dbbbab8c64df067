// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/reports/report.h"
#include "src/domain/indicator.h"

namespace reports {

/// What every report says of itself: its title, the period, who made it and when, how old its data are, and what waits.
[[nodiscard]] Document begun(const Holdings &held, const Request &request, const QString &title,
                             const QString &subtitle, const QString &period);

/// Adds the formula of the indicators to the notes, with how much they looked at together.
void addFormula(Document &document, const std::vector<domain::Indicator> &indicators);

/// Several of one formula as one: their sum, or their sums over one another. Nothing but a number without a value when
/// there are none.
[[nodiscard]] domain::Indicator summed(const std::vector<domain::Indicator> &indicators, domain::Period period);

/// The month before today's, or what was asked for.
[[nodiscard]] Window windowOf(const Holdings &held, const Request &request);

} // namespace reports
