// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/suppression.h"
#include "src/reports/pair_figures.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace reports {

/// One school, as far as this device knows it.
struct School {
    record::Uuid id;
    bool knowsTeam = false; ///< Its enrollments and matches, all of them.
    std::set<record::Uuid> teachers; ///< Who had a mentor or was enrolled in the period.
    int pairs = 0; ///< That were one on a day of the period.
    std::vector<PairFigures> figures; ///< Of the pairs that are known.
    std::vector<domain::Contact> contacts; ///< Of the pairs whose logs are held.
    domain::Indicator matched; ///< I9, of who began in the period.
    std::optional<int> sessions; ///< From the school's own totals, where its pairs are not all known.
    std::optional<int> minutes;

    [[nodiscard]] bool areAllPairsKnown() const { return knowsTeam && static_cast<int>(figures.size()) == pairs; }
    [[nodiscard]] bool areAllLogsHeld() const
    {
        return areAllPairsKnown()
            && std::all_of(figures.begin(), figures.end(), [](const auto &one) { return one.isFromLog; });
    }
    [[nodiscard]] bool isLargeEnough() const
    {
        return knowsTeam && static_cast<int>(teachers.size()) >= domain::usualMinimumGroup;
    }
};

/// The schools of whose mentoring this device holds more than single pairs, by name.
[[nodiscard]] std::vector<School> schoolsOf(const Holdings &held, const Window &window);

} // namespace reports
