// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/check_in.pb.h"
#include "src/domain/indicator.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// What the minutes of a policy are for.
enum class PolicyUnit { Week, Month, Year, Total };

/// How much time for mentoring is promised (domain.md 4.5).
struct SanctionedTimePolicy {
    std::string name;
    PolicyUnit unit = PolicyUnit::Week;
    int minutes = 0; ///< Each week, each month, each year, or in all.
    std::optional<int> weeks; ///< The promise ends after so many school weeks of the match.
    std::optional<int> phaseWeeks; ///< In so many first school weeks of the match …
    std::optional<int> phaseMinutes; ///< … these minutes a week hold in place of `minutes`.
    /// By the start and the share of full time. Without it a year's or a total's minutes are due in full to who starts
    /// late, and to who works part time.
    bool prorate = false;
    std::set<cadre::v1::Activity> counts; ///< What counts towards it; everything when none is named.
    bool protectedOnly = false; ///< Only sanctioned time counts towards it.
};

/// For whom and when a policy is applied.
struct PromiseTerms {
    Period match; ///< Its first and last day; a far one where no end is set.
    double fullTimeShare = 1; ///< FTE, 0 to 1.
    Period whole; ///< What the minutes of a year or a total are spread over: the school year, the years of support.
    Holidays holidays;
};

/// I2, in minutes. What a week, a month, or `terms.whole` promises is spread evenly over its school days, and those
/// that lie in the period and in the match are counted: so a part of a week counts as a part, and a week with a holiday
/// as a whole week. n is the number of school weeks counted. No value without a policy, and where no school day is
/// counted.
[[nodiscard]] Indicator sanctionedMinutes(const std::optional<SanctionedTimePolicy> &policy, const PromiseTerms &terms,
                                          Period period);

/// A rule in use somewhere, to begin a policy with. None of them is in force until somebody chooses it.
struct SanctionedTimePreset {
    SanctionedTimePolicy policy;
    std::string_view rule; ///< What the source says, with what a policy can't hold.
    std::vector<int> sources; ///< Numbers in the reference's list.
};

/// The presets of domain.md 2.3, in its order.
[[nodiscard]] const std::vector<SanctionedTimePreset> &sanctionedTimePresets();

} // namespace domain
