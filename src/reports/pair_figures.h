// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/indicator.h"
#include "src/reports/holdings.h"
#include "src/reports/window.h"

#include <optional>

namespace reports {

/// The indicators of one pair in one window. Where the device holds its log they are all there; where it holds the
/// month's totals alone, those that follow from them.
struct PairFigures {
    record::Uuid match;
    bool isFromLog = false;
    int sessions = 0;
    domain::Indicator contact; ///< I1
    domain::Indicator sanctioned; ///< I2
    domain::Indicator attainment; ///< I3
    domain::Indicator borrowed; ///< I5
    std::optional<domain::Indicator> protectedTime; ///< I4; like those below of a log only.
    std::optional<domain::Indicator> weeks; ///< I7
    std::optional<domain::Indicator> gap; ///< I8
};

/// Nothing when neither the pair's log nor totals of it are held: then nothing is known, also not that it was 0.
[[nodiscard]] std::optional<PairFigures> figuresOf(const Holdings &held, const domain::MatchFact &match,
                                                   const Window &window);
/// True when the pair was a pair on a day of the period.
[[nodiscard]] bool isPairIn(const domain::MatchFact &match, domain::Period period);

} // namespace reports
