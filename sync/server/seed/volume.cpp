// SPDX-License-Identifier: Apache-2.0
#include "sync/server/seed/world.h"
#include "cadre/v1/check_in.pb.h"

#include <algorithm>
#include <fmt/format.h>

namespace seed {

namespace {

using namespace cadre::v1;

constexpr std::uint32_t checkInsOfAPair = 100;

CheckIn checkInOf(World &world, const Pair &pair, Day day)
{
    auto &random = world.random;
    CheckIn message;
    message.set_match_id(pair.match.text());
    message.set_mentor(pair.mentor.id.text());
    message.set_on(text(day));
    message.set_start(at(day, static_cast<int>(8 + random.below(7)), static_cast<int>(random.below(12) * 5)));
    message.set_minutes(static_cast<int>(15 + random.below(10) * 5));
    message.set_tz("America/Chicago");
    message.set_mode(static_cast<ContactMode>(1 + random.below(5)));
    message.set_time_source(static_cast<TimeSource>(1 + random.below(4)));
    message.set_kind(random.chance(50) ? CHECK_IN_KIND_QUICK : CHECK_IN_KIND_CONVERSATION);
    message.set_status(CHECK_IN_STATUS_RECORDED);
    message.set_entered_at(message.start() + message.minutes() * 60'000LL);
    message.set_form_seconds(static_cast<int>(30 + random.below(200)));
    message.add_activities(static_cast<Activity>(1 + random.below(8)));
    return message;
}

} // namespace

void plantVolume(World &world)
{
    if (world.options.checkIns == 0)
        return;
    School school;
    school.organization = addSchool(world, world.districts.front().organization, "Laurel Archive School");
    school.lead = addPerson(world, school.organization, ROLE_SL, "lead.volume");
    const auto pairs = (world.options.checkIns + checkInsOfAPair - 1) / checkInsOfAPair;
    auto left = world.options.checkIns;
    Person mentor;
    for (std::uint32_t n = 0; n < pairs; ++n) {
        if (n % 10 == 0)
            mentor = addPerson(world, school.organization, ROLE_MT, fmt::format("mentor.volume.{}", n / 10 + 1));
        const auto teacher = addPerson(world, school.organization, ROLE_BT, {});
        const Pair pair { addMatch(world, school, mentor, teacher, 1, 180), mentor, teacher, n };
        const auto count = std::min(left, checkInsOfAPair);
        left -= count;
        for (std::uint32_t i = 0; i < count; ++i) {
            // Newest last; a pair's hundred lie on the school days before today.
            const auto day = schoolDay(world.today() - std::chrono::days { 3 + (count - 1 - i) });
            const auto message = checkInOf(world, pair, std::max(day, world.yearStart()));
            world.put(place(SCOPE_KIND_PAIR_LOG, pair.match), message, world.newId(), mentor.id, message.entered_at());
        }
    }
}

} // namespace seed
