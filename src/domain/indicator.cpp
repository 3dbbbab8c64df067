// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace domain {

namespace {

Indicator distributionOf(Formula formula, std::optional<double> value, std::size_t n, Period period)
{
    return { .formula = formula,
             .value = period.isEmpty() ? std::nullopt : value,
             .n = static_cast<int>(n),
             .numerator = value.value_or(0),
             .denominator = std::nullopt,
             .period = period };
}

} // namespace

std::string valueText(const Indicator &indicator)
{
    return indicator.value ? fmt::format("{:.4g}", *indicator.value)
                           : fmt::format("not enough yet (n = {})", indicator.n);
}

Indicator ratioOf(Formula formula, double numerator, double denominator, int n, Period period)
{
    const bool isEnough = n > 0 && denominator > 0 && !period.isEmpty();
    return { .formula = formula,
             .value = isEnough ? std::optional(numerator / denominator) : std::nullopt,
             .n = n,
             .numerator = numerator,
             .denominator = denominator,
             .period = period };
}

Indicator amountOf(Formula formula, double amount, int n, Period period)
{
    return { .formula = formula,
             .value = n > 0 && !period.isEmpty() ? std::optional(amount) : std::nullopt,
             .n = n,
             .numerator = amount,
             .denominator = std::nullopt,
             .period = period };
}

Indicator medianOf(Formula formula, std::vector<double> values, Period period)
{
    std::optional<double> median;
    if (!values.empty()) {
        std::sort(values.begin(), values.end());
        const auto middle = values.size() / 2;
        median = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
    return distributionOf(formula, median, values.size(), period);
}

Indicator percentileOf(Formula formula, std::vector<double> values, int percent, Period period)
{
    std::optional<double> value;
    if (!values.empty()) {
        std::sort(values.begin(), values.end());
        // Whole numbers, so that 90 of 100 in ten values is the ninth whatever 0.9 is in binary.
        const auto rank = (values.size() * static_cast<std::size_t>(percent) + 99) / 100;
        value = values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
    }
    return distributionOf(formula, value, values.size(), period);
}

Indicator publishedShare(const Indicator &shareOfPeople, int minimumGroup)
{
    const auto people = static_cast<int>(std::lround(shareOfPeople.denominator.value_or(0)));
    const auto count = static_cast<int>(std::lround(shareOfPeople.numerator));
    const auto told = publish({ { .key = "", .teachers = people, .themes = { { "", count } } } }, minimumGroup).all;
    if (told.themes.empty()) {
        return ratioOf(shareOfPeople.formula, 0, 0, 0, shareOfPeople.period);
    }
    auto shown = shareOfPeople;
    if (told.themes.at("").shown != ThemeCell::Shown::Exactly) {
        shown.value = std::nullopt;
        shown.numerator = 0;
    }
    return shown;
}

} // namespace domain
