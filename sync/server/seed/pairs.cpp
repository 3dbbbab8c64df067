// SPDX-License-Identifier: Apache-2.0
#include "sync/server/seed/world.h"
#include "cadre/v1/check_in.pb.h"

#include <algorithm>

namespace seed {

namespace {

using namespace cadre::v1;

constexpr int weeks = 13;
constexpr std::int64_t minute = 60'000; // ms

enum class Rhythm { Steady, Behind, Often };

/// One conversation, and what the pair takes from it.
struct Meeting {
    Day day;
    int hour = 10;
    int startMinute = 20;
    bool isLast = false;
    Day next;
};

struct Places {
    record::ScopeId log;
    record::ScopeId pair;
};

Places placesOf(const Pair &pair)
{
    return { place(SCOPE_KIND_PAIR_LOG, pair.match), place(SCOPE_KIND_PAIR, pair.match) };
}

Rhythm rhythmOf(const Pair &pair)
{
    const Rhythm first[] = { Rhythm::Steady, Rhythm::Behind, Rhythm::Often };
    if (pair.number < 3)
        return first[pair.number];
    return pair.number % 5 == 0 ? Rhythm::Behind : pair.number % 7 == 0 ? Rhythm::Often : Rhythm::Steady;
}

Activity activityFor(Random &random)
{
    const std::vector<Activity> often { ACTIVITY_PLANNING,   ACTIVITY_OBSERVING,  ACTIVITY_STUDENT_WORK,
                                        ACTIVITY_REFLECTING, ACTIVITY_REFLECTING, ACTIVITY_ROUTINES,
                                        ACTIVITY_CO_TEACHING };
    return random.of(often);
}

CheckIn checkInOf(World &world, const Pair &pair, const Meeting &meeting)
{
    auto &random = world.random;
    CheckIn message;
    message.set_match_id(pair.match.text());
    message.set_mentor(pair.mentor.id.text());
    message.set_on(text(meeting.day));
    message.set_start(at(meeting.day, meeting.hour, meeting.startMinute));
    message.set_minutes(random.of(std::vector<int> { 30, 45, 45, 45, 50, 60 }));
    message.set_tz("America/Chicago");
    message.set_mode(
        random.of(std::vector<ContactMode> { CONTACT_MODE_IN_PERSON, CONTACT_MODE_IN_PERSON, CONTACT_MODE_IN_PERSON,
                                             CONTACT_MODE_CLASSROOM_VISIT, CONTACT_MODE_VIRTUAL }));
    const auto source = random.below(100);
    message.set_time_source(source < 78       ? TIME_SOURCE_SANCTIONED
                                : source < 90 ? TIME_SOURCE_COMMON_PLANNING
                                              : TIME_SOURCE_OWN_TIME);
    message.set_kind(random.chance(20)                                    ? CHECK_IN_KIND_QUICK
                         : message.mode() == CONTACT_MODE_CLASSROOM_VISIT ? CHECK_IN_KIND_OBSERVATION_CYCLE
                                                                          : CHECK_IN_KIND_CONVERSATION);
    message.set_status(CHECK_IN_STATUS_RECORDED);
    message.set_entered_at(message.start() + (message.minutes() + static_cast<int>(random.below(40))) * minute);
    message.set_form_seconds(
        static_cast<int>(message.kind() == CHECK_IN_KIND_QUICK ? 30 + random.below(40) : 120 + random.below(150)));
    message.add_activities(activityFor(random));
    if (const auto second = activityFor(random); random.chance(50) && second != message.activities(0))
        message.add_activities(second);
    return message;
}

void plantDetail(World &world, const Pair &pair, const Meeting &meeting, const record::Uuid &checkIn,
                 const Topic &topic, std::int64_t when)
{
    auto &random = world.random;
    CheckInDetail message;
    message.set_check_in(checkIn.text());
    message.add_standards(topic.standard);
    message.set_focus(topic.focus);
    message.add_evidence(random.of(
        std::vector<Evidence> { EVIDENCE_LESSON_PLAN, EVIDENCE_STUDENT_WORK, EVIDENCE_OBSERVATION, EVIDENCE_DATA }));
    if (random.chance(80)) {
        message.set_pulse(static_cast<int>(2 + random.below(4)));
        message.set_pulse_given_to(pair.mentor.id.text());
    }
    message.set_next_on(text(meeting.next));
    message.set_next_focus(random.of(topics()).focus);
    world.put(placesOf(pair).pair, message, world.newId(), pair.mentor.id, when);
}

void plantNote(World &world, const record::ScopeId &scope, const record::Uuid &checkIn, const Person &author,
               NotePart part, const std::string &body, std::int64_t when)
{
    CheckInNote message;
    message.set_check_in(checkIn.text());
    message.set_author(author.id.text());
    message.set_part(part);
    message.set_body(body);
    world.put(scope, message, world.newId(), author.id, when);
}

void plantStep(World &world, const Pair &pair, const Meeting &meeting, const record::Uuid &checkIn, bool isTeachers,
               const std::string &words, std::int64_t when)
{
    const auto &owner = isTeachers ? pair.teacher : pair.mentor;
    ActionItem message;
    message.set_check_in(checkIn.text());
    message.set_owner(owner.id.text());
    message.set_side(isTeachers ? ACTION_SIDE_TEACHER : ACTION_SIDE_MENTOR);
    message.set_text(words);
    message.set_due(text(meeting.next));
    if (meeting.isLast || world.random.chance(4)) {
        message.set_status(ACTION_STATUS_OPEN);
        message.set_carried_count(meeting.isLast ? 0 : 1);
    } else if (world.random.chance(5)) {
        message.set_status(ACTION_STATUS_DROPPED);
        message.set_reason("The schedule changed; we found another way.");
    } else {
        message.set_status(ACTION_STATUS_DONE);
        message.set_done_on(text(std::min(meeting.next, world.today())));
    }
    world.put(placesOf(pair).pair, message, world.newId(), owner.id, when);
}

void plantAnswer(World &world, const Pair &pair, const record::Uuid &checkIn, const CheckIn &held, std::int64_t when)
{
    const auto answered = when + static_cast<std::int64_t>(20 + world.random.below(1500)) * minute;
    const auto kind = world.random.below(100);
    if (kind >= 90 || answered > world.options.now)
        return;
    Acknowledgement message;
    message.set_check_in(checkIn.text());
    message.set_teacher(pair.teacher.id.text());
    message.set_result(kind < 86 ? CONFIRMATION_CONFIRMED : CONFIRMATION_TIME_DIFFERS);
    if (kind >= 86)
        message.set_minutes(std::max(15, held.minutes() - 15));
    message.set_at(answered);
    world.put(placesOf(pair).log, message, world.newId(), pair.teacher.id, answered);
}

void plantMeeting(World &world, const Pair &pair, const Meeting &meeting)
{
    auto &random = world.random;
    const auto &topic = random.of(topics());
    const auto checkIn = world.newId();
    const auto held = checkInOf(world, pair, meeting);
    const auto when = std::min(held.entered_at(), world.options.now);
    const auto places = placesOf(pair);
    world.put(places.log, held, checkIn, pair.mentor.id, when);
    plantAnswer(world, pair, checkIn, held, when);
    plantDetail(world, pair, meeting, checkIn, topic, when);
    if (held.kind() != CHECK_IN_KIND_QUICK || meeting.isLast) {
        plantNote(world, places.pair, checkIn, pair.mentor, NOTE_PART_WORKS, random.of(topic.works), when);
        plantNote(world, places.pair, checkIn, pair.mentor, NOTE_PART_CHALLENGE, random.of(topic.challenges), when);
        plantStep(world, pair, meeting, checkIn, true, random.of(topic.teacherSteps), when);
        plantStep(world, pair, meeting, checkIn, false, random.of(topic.mentorSteps), when);
    }
    if (random.chance(25))
        plantNote(world, places.pair, checkIn, pair.teacher, NOTE_PART_REFLECTION, random.of(reflections()),
                  std::min(when + 180 * minute, world.options.now));
    if (random.chance(15))
        plantNote(world, place(SCOPE_KIND_PERSON, pair.mentor.id), checkIn, pair.mentor, NOTE_PART_PRIVATE,
                  random.of(privateNotes()), when);
}

/// The days on which the pair met, oldest first.
std::vector<Day> daysOf(World &world, const Pair &pair)
{
    const auto today = world.today();
    const auto weekday = std::chrono::weekday { today }.iso_encoding();
    const auto monday = today - std::chrono::days { weekday - 1 };
    const auto rhythm = rhythmOf(pair);
    // The first pair meets on this weekday, so that the page of today has something to say.
    const auto slot = pair.number == 0 ? std::min(weekday, 5U) - 1 : static_cast<unsigned>(pair.number * 2 % 5);
    std::vector<Day> days;
    for (int week = weeks; week >= 0; --week) {
        const auto day = monday - std::chrono::days { 7 * week } + std::chrono::days { slot };
        if (day >= today || day < world.yearStart() + std::chrono::days { 7 })
            continue;
        if (rhythm == Rhythm::Behind && (week < 2 || world.random.chance(30)))
            continue;
        if (pair.number != 0 && world.random.chance(10))
            continue;
        days.push_back(day);
        const auto second = day + std::chrono::days { 2 };
        if (rhythm == Rhythm::Often && slot < 3 && second < today && world.random.chance(40))
            days.push_back(second);
    }
    return days;
}

void plantPair(World &world, const Pair &pair)
{
    const auto days = daysOf(world, pair);
    for (std::size_t n = 0; n < days.size(); ++n) {
        Meeting meeting;
        meeting.day = days[n];
        meeting.hour = static_cast<int>(8 + (pair.number * 2 + 2) % 7);
        meeting.startMinute = pair.number % 2 ? 5 : 20;
        meeting.isLast = n + 1 == days.size();
        meeting.next = meeting.isLast ? std::max(schoolDay(days[n] + std::chrono::days { 7 }), schoolDay(world.today()))
                                      : days[n + 1];
        plantMeeting(world, pair, meeting);
    }
}

} // namespace

void plantPairs(World &world)
{
    for (const auto &district : world.districts) {
        for (const auto &school : district.schools) {
            for (const auto &pair : school.pairs)
                plantPair(world, pair);
        }
    }
}

} // namespace seed
