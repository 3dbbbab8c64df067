// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/contact_time.h"
#include "src/domain/period.h"

#include <string_view>

/// 3 November 2025, 11:40 UTC, a Monday.
inline constexpr std::int64_t aMonday = 1'762'170'000'000;
inline constexpr std::int64_t aMinute = 60'000;

inline domain::Day day(std::string_view text)
{
    return *domain::parseDay(text);
}

inline domain::Period period(std::string_view from, std::string_view to)
{
    return { .from = day(from), .to = day(to) };
}

/// Every day from one to the other.
inline domain::Holidays daysOff(const char *from, const char *to)
{
    domain::Holidays days;
    for (auto one = day(from); one <= day(to); one += std::chrono::days(1)) {
        days.insert(one);
    }
    return days;
}

/// A recorded check-in without clock times.
inline cadre::v1::CheckIn checkIn(const char *on, int minutes)
{
    cadre::v1::CheckIn checkIn;
    checkIn.set_match_id("01020304-0506-7000-8000-000000000001");
    checkIn.set_on(on);
    checkIn.set_minutes(minutes);
    checkIn.set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
    return checkIn;
}

/// A check-in that began so many minutes after some instant.
inline cadre::v1::CheckIn startingAt(const char *on, int startMinute, int minutes)
{
    auto result = checkIn(on, minutes);
    result.set_start(aMonday + startMinute * aMinute);
    return result;
}

inline cadre::v1::CheckIn withStatus(cadre::v1::CheckIn checkIn, cadre::v1::CheckInStatus status)
{
    checkIn.set_status(status);
    return checkIn;
}

inline cadre::v1::CheckIn inTime(cadre::v1::CheckIn checkIn, cadre::v1::TimeSource source)
{
    checkIn.set_time_source(source);
    return checkIn;
}

inline domain::Contact contact(const char *id, cadre::v1::CheckIn checkIn)
{
    return { .id = id, .checkIn = std::move(checkIn), .answer = std::nullopt };
}

inline domain::Contact answered(cadre::v1::CheckIn checkIn, cadre::v1::Confirmation result, int minutes)
{
    cadre::v1::Acknowledgement answer;
    answer.set_result(result);
    answer.set_minutes(minutes);
    return { .id = "a", .checkIn = std::move(checkIn), .answer = answer };
}
