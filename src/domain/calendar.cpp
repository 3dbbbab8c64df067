// SPDX-License-Identifier: Apache-2.0
#include "src/domain/calendar.h"

#include <fmt/format.h>

namespace domain {

namespace {

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

std::chrono::year_month yearMonthOf(const Month &month)
{
    return std::chrono::year(month.year) / static_cast<int>(month.month);
}

Month monthFrom(std::chrono::year_month month)
{
    return { .year = static_cast<int>(month.year()), .month = static_cast<int>(static_cast<unsigned>(month.month())) };
}

} // namespace

std::optional<Day> parseDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const auto date = std::chrono::year(*year) / *month / *day;
    return date.ok() ? std::optional<Day>(Day(date)) : std::nullopt;
}

std::string dayText(Day day)
{
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

int daysBetween(Day from, Day to)
{
    return static_cast<int>((to - from).count());
}

int weekdayOf(Day day)
{
    return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

Day weekOf(Day day)
{
    return day - std::chrono::days(weekdayOf(day) - 1);
}

std::optional<Month> Month::parse(std::string_view text)
{
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    if (!year || !month || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    return Month { .year = *year, .month = *month };
}

Month Month::of(Day day)
{
    const std::chrono::year_month_day date(day);
    return monthFrom(date.year() / date.month());
}

std::string Month::text() const
{
    return fmt::format("{:04}-{:02}", year, month);
}

Day Month::firstDay() const
{
    return Day(yearMonthOf(*this) / 1);
}

Day Month::lastDay() const
{
    return Day(yearMonthOf(*this) / std::chrono::last);
}

Month Month::next() const
{
    return monthFrom(yearMonthOf(*this) + std::chrono::months(1));
}

Month Month::previous() const
{
    return monthFrom(yearMonthOf(*this) - std::chrono::months(1));
}

Day dayOfMilliseconds(std::int64_t milliseconds)
{
    return std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(milliseconds)));
}

bool isSchoolDay(Day day, const Holidays &holidays)
{
    return weekdayOf(day) <= 5 && !holidays.contains(day);
}

int schoolDaysAfter(Day from, Day to, const Holidays &holidays)
{
    int count = 0;
    for (auto day = from + std::chrono::days(1); day <= to; day += std::chrono::days(1)) {
        count += isSchoolDay(day, holidays) ? 1 : 0;
    }
    return count;
}

} // namespace domain
