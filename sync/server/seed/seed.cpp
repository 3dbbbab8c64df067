// SPDX-License-Identifier: Apache-2.0
#include "sync/server/seed/seed.h"

#include "sync/server/seed/world.h"

#include <fmt/format.h>

namespace seed {

namespace {

// Ids do not depend on when the academy is planted: this is only their timestamp.
constexpr std::int64_t idEpoch = 1'785'542'400'000; // 2026-08-01T00:00:00Z

Day nthSunday(std::chrono::year year, unsigned month, unsigned n)
{
    return std::chrono::sys_days { year / std::chrono::month { month } / std::chrono::Sunday[n] };
}

int offsetHours(Day day)
{
    const auto year = std::chrono::year_month_day { day }.year();
    const bool summer = day >= nthSunday(year, 3, 2) && day < nthSunday(year, 11, 1);
    return summer ? 5 : 6;
}

} // namespace

std::optional<Size> sizeNamed(std::string_view name)
{
    if (name == "small")
        return Size::Small;
    if (name == "medium")
        return Size::Medium;
    if (name == "large")
        return Size::Large;
    return std::nullopt;
}

std::uint64_t Random::next()
{
    m_state += 0x9e3779b97f4a7c15;
    auto z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

record::Uuid World::newId()
{
    std::array<std::uint8_t, 10> bytes {};
    for (auto &byte : bytes)
        byte = static_cast<std::uint8_t>(random.next() >> 24);
    return record::Uuid::version7(idEpoch + static_cast<std::int64_t>(ids++), bytes);
}

Day World::today() const
{
    // Noon in the academy's zone lies on the same UTC day, whatever the season.
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::milliseconds> {
        std::chrono::milliseconds { options.now } - std::chrono::hours { 6 } });
}

Day World::yearStart() const
{
    const auto day = today();
    auto year = std::chrono::year_month_day { day }.year();
    const auto start = [](std::chrono::year y) { return std::chrono::sys_days { y / std::chrono::August / 17 }; };
    return schoolDay(start(start(year) <= day - std::chrono::days { 14 } ? year : year - std::chrono::years { 1 }));
}

void World::put(const record::ScopeId &scope, const record::Message &message, const record::Uuid &id,
                const record::Uuid &author, std::int64_t when) const
{
    write(scope, message.GetDescriptor()->name(), id, message, author, when);
}

std::string text(Day day)
{
    const std::chrono::year_month_day date { day };
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

Day schoolDay(Day day)
{
    const auto weekday = std::chrono::weekday { day }.iso_encoding();
    return weekday <= 5 ? day : day + std::chrono::days { 8 - weekday };
}

std::int64_t at(Day day, int hour, int minute)
{
    const auto time = day + std::chrono::hours { hour + offsetHours(day) } + std::chrono::minutes { minute };
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

record::ScopeId place(cadre::v1::ScopeKind kind, const record::Uuid &key)
{
    return { static_cast<std::uint32_t>(kind), key, 0 };
}

record::ScopeId peopleOf(const Organization &organization)
{
    return place(cadre::v1::SCOPE_KIND_PEOPLE, organization.id);
}

std::vector<Account> plant(const Options &options, const Write &write)
{
    World world { options, write, Random { options.seed }, {}, {}, {}, {}, {}, 0, 0 };
    plantPeople(world);
    plantPairs(world);
    plantPlans(world);
    plantVolume(world);
    return std::move(world.accounts);
}

} // namespace seed
