// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/period.h"

#include <optional>
#include <string>
#include <string_view>

namespace reports {

/// What a report may be made of: a month, half a school year, a school year. No other run of days, so that two reports
/// never differ by a day that tells of one person (domain.md 7.3, rule 4).
struct Window {
    std::string code; ///< `2026-10`, `2026-fall` (July to December), `2027-spring`, `2026/27` (July to June).
    domain::Period period;

    /// Reads a code; nothing on any other input.
    [[nodiscard]] static std::optional<Window> parse(std::string_view code);
    [[nodiscard]] static Window of(domain::Month month);
    [[nodiscard]] bool isMonth() const { return code.size() == 7 && code[4] == '-'; }
    /// Its months, in order.
    [[nodiscard]] std::vector<domain::Month> months() const;
};

} // namespace reports
