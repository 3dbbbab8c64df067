// SPDX-License-Identifier: Apache-2.0
// What access depends on beside organizations, roles and matches: enrollments, and the seats that a pair or a teacher
// gives by what she agrees to.
#include "src/domain/facts.h"

#include <algorithm>

namespace domain {

namespace v1 = cadre::v1;

namespace {

const std::vector<SeatFact> noSeats;
const std::set<Uuid> nothing;

template <typename Map>
const typename Map::mapped_type *find(const Map &map, const typename Map::key_type &key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

std::optional<EnrollmentFact> factOf(const Uuid &id, const v1::TeacherEnrollment &enrollment)
{
    const auto teacher = Uuid::parse(enrollment.teacher());
    const auto school = Uuid::parse(enrollment.school());
    return teacher && school ? std::optional(EnrollmentFact { id, *teacher, *school, parseDay(enrollment.to()) })
                             : std::nullopt;
}

std::optional<ShareFact> factOf(const Uuid &id, const v1::NoteShare &share)
{
    const auto match = Uuid::parse(share.match_id());
    const auto until = parseDay(share.until());
    if (!match || !until) {
        return std::nullopt;
    }
    ShareFact fact { .id = id, .match = *match, .readers = {}, .until = *until };
    fact.isAgreed = share.mentor_agreed_at() > 0 && share.teacher_agreed_at() > 0;
    if (share.ended_at() != 0) {
        fact.ended = dayOfMilliseconds(share.ended_at());
    }
    for (const auto &text : share.readers()) {
        if (const auto reader = Uuid::parse(text)) {
            fact.readers.push_back(*reader);
        }
    }
    return fact;
}

std::optional<GoalAccessFact> factOf(const Uuid &id, const v1::GoalAccess &access)
{
    const auto teacher = Uuid::parse(access.teacher());
    const auto match = Uuid::parse(access.pair());
    return teacher && match ? std::optional(GoalAccessFact { id, *teacher, *match, access.ended_at() != 0 })
                            : std::nullopt;
}

ScopeId placeOf(const ShareFact &share)
{
    return { .kind = v1::SCOPE_KIND_SHARE, .key = share.id };
}

ScopeId placeOf(const GoalAccessFact &access)
{
    return { .kind = v1::SCOPE_KIND_TEACHER, .key = access.teacher };
}

/// The pair sits at what it shows until that ends, and no longer than either of them can end it; readers do once both
/// have agreed.
std::vector<SeatFact> seatsOfShare(const ShareFact &share, const MatchFact &match)
{
    if (share.ended || (match.status == v1::MATCH_STATUS_ENDED && !match.to)) {
        return {};
    }
    const auto to = match.to ? std::min(share.until, *match.to + std::chrono::days(lateWorkDays)) : share.until;
    const auto seat = [&](const Uuid &person, const char *name) {
        return SeatFact {
            .place = placeOf(share), .person = person, .seat = name, .from = {}, .to = to, .by = share.id
        };
    };
    std::vector<SeatFact> seats { seat(match.mentor, "mentor"), seat(match.teacher, "teacher") };
    for (const auto &reader : share.readers) {
        if (share.isAgreed) {
            seats.push_back(seat(reader, "reader"));
        }
    }
    return seats;
}

std::vector<SeatFact> seatsOfGoals(const GoalAccessFact &access, const MatchFact &match)
{
    const bool isOver = match.status == v1::MATCH_STATUS_ENDED && !match.to;
    if (access.isEnded || access.teacher != match.teacher || match.status == v1::MATCH_STATUS_PROPOSED || isOver) {
        return {};
    }
    return { { .place = placeOf(access),
               .person = match.mentor,
               .seat = "mentor",
               .from = match.from,
               .to = match.to,
               .by = access.id } };
}

} // namespace

bool Facts::addSupport(const Uuid &id, const record::Message &message)
{
    if (const auto *enrollment = dynamic_cast<const v1::TeacherEnrollment *>(&message)) {
        const auto fact = factOf(id, *enrollment);
        if (fact) {
            m_enrollments[id] = *fact;
            m_enrollmentsOf[fact->teacher].insert(id);
            m_enrollmentsAt[fact->school].insert(id);
        }
        return fact.has_value();
    }
    if (const auto *share = dynamic_cast<const v1::NoteShare *>(&message)) {
        const auto fact = factOf(id, *share);
        if (fact) {
            m_shares[id] = *fact;
            m_seatGivers[fact->match].insert(id);
            seatThrough(fact->match);
        }
        return fact.has_value();
    }
    if (const auto *access = dynamic_cast<const v1::GoalAccess *>(&message)) {
        const auto fact = factOf(id, *access);
        if (fact) {
            m_goalAccesses[id] = *fact;
            m_seatGivers[fact->match].insert(id);
            seatThrough(fact->match);
        }
        return fact.has_value();
    }
    return false;
}

void Facts::removeSupport(std::string_view typeName, const Uuid &id)
{
    if (const auto found = m_enrollments.find(id); typeName == "TeacherEnrollment" && found != m_enrollments.end()) {
        m_enrollmentsOf[found->second.teacher].erase(id);
        m_enrollmentsAt[found->second.school].erase(id);
        m_enrollments.erase(found);
    } else if (const auto share = m_shares.find(id); typeName == "NoteShare" && share != m_shares.end()) {
        m_seatGivers[share->second.match].erase(id);
        unseat(id, placeOf(share->second));
        m_shares.erase(share);
    } else if (const auto access = m_goalAccesses.find(id);
               typeName == "GoalAccess" && access != m_goalAccesses.end()) {
        m_seatGivers[access->second.match].erase(id);
        unseat(id, placeOf(access->second));
        m_goalAccesses.erase(access);
    }
}

void Facts::seatThrough(const Uuid &match)
{
    const auto *givers = find(m_seatGivers, match);
    const auto *fact = this->match(match);
    for (const auto &giver : givers == nullptr ? nothing : *givers) {
        const auto *share = find(m_shares, giver);
        const auto *access = find(m_goalAccesses, giver);
        std::vector<SeatFact> seats;
        if (share != nullptr) {
            unseat(giver, placeOf(*share));
            seats = fact == nullptr ? seats : seatsOfShare(*share, *fact);
        } else if (access != nullptr) {
            unseat(giver, placeOf(*access));
            seats = fact == nullptr ? seats : seatsOfGoals(*access, *fact);
        }
        for (auto &seat : seats) {
            addSeat(std::move(seat));
        }
    }
}

void Facts::addSeat(SeatFact seat)
{
    m_seatsOfPerson[seat.person].push_back(seat);
    m_seatsIn[seat.place].push_back(std::move(seat));
}

void Facts::unseat(const Uuid &record, const ScopeId &place)
{
    const auto isGiven = [&](const SeatFact &seat) { return seat.by == record; };
    for (const auto &seat : seatsIn(place)) {
        if (isGiven(seat)) {
            std::erase_if(m_seatsOfPerson[seat.person], isGiven);
        }
    }
    std::erase_if(m_seatsIn[place], isGiven);
}

const EnrollmentFact *Facts::enrollment(const Uuid &id) const
{
    return find(m_enrollments, id);
}

const ShareFact *Facts::share(const Uuid &id) const
{
    return find(m_shares, id);
}

const std::set<Uuid> &Facts::enrollmentsOf(const Uuid &teacher) const
{
    const auto *found = find(m_enrollmentsOf, teacher);
    return found == nullptr ? nothing : *found;
}

const std::set<Uuid> &Facts::enrollmentsAt(const Uuid &school) const
{
    const auto *found = find(m_enrollmentsAt, school);
    return found == nullptr ? nothing : *found;
}

const std::vector<SeatFact> &Facts::seatsOf(const Uuid &person) const
{
    const auto *seats = find(m_seatsOfPerson, person);
    return seats == nullptr ? noSeats : *seats;
}

const std::vector<SeatFact> &Facts::seatsIn(const ScopeId &place) const
{
    const auto *seats = find(m_seatsIn, place);
    return seats == nullptr ? noSeats : *seats;
}

} // namespace domain
