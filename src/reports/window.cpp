// SPDX-License-Identifier: Apache-2.0
#include "src/reports/window.h"

#include <fmt/format.h>

namespace reports {

namespace {

constexpr int january = 1;
constexpr int june = 6;
constexpr int july = 7;
constexpr int december = 12;

Window run(std::string code, domain::Month first, domain::Month last)
{
    return { .code = std::move(code), .period = { .from = first.firstDay(), .to = last.lastDay() } };
}

} // namespace

Window Window::of(domain::Month month)
{
    return run(month.text(), month, month);
}

std::optional<Window> Window::parse(std::string_view code)
{
    if (const auto month = domain::Month::parse(code)) {
        return of(*month);
    }
    if (code.size() < 5) {
        return std::nullopt;
    }
    const auto first = domain::Month::parse(std::string(code.substr(0, 4)) + "-01");
    const auto rest = code.substr(4);
    if (!first) {
        return std::nullopt;
    }
    const int year = first->year;
    if (rest == "-fall") {
        return run(std::string(code), { year, july }, { year, december });
    }
    if (rest == "-spring") {
        return run(std::string(code), { year, january }, { year, june });
    }
    if (rest == fmt::format("/{:02}", (year + 1) % 100)) {
        return run(std::string(code), { year, july }, { year + 1, june });
    }
    return std::nullopt;
}

std::vector<domain::Month> Window::months() const
{
    std::vector<domain::Month> months;
    for (auto month = domain::Month::of(period.from); month.firstDay() <= period.to; month = month.next()) {
        months.push_back(month);
    }
    return months;
}

} // namespace reports
