// SPDX-License-Identifier: Apache-2.0
#include "src/reports/holdings.h"

#include "src/reports/words.h"
#include "sync/engine/device.h"

#include <algorithm>

namespace reports {

namespace {

namespace v1 = cadre::v1;

/// Calls `take` with each record of the message's type that is not deleted.
template <class Message, class Take>
void each(const engine::Device &device, Holdings &held, const Take &take)
{
    for (const auto &stored : device.list({ .type = Message::descriptor()->name() })) {
        if (!stored.alive) {
            continue;
        }
        held.places.insert(stored.key.scope);
        take(stored, dynamic_cast<const Message &>(*stored.message));
    }
}

/// The pair to which a record of a pair's place belongs; null for another place's.
PairHeld *pairOf(Holdings &held, const store::StoredRecord &stored, v1::ScopeKind kind)
{
    if (stored.key.scope.kind != static_cast<std::uint32_t>(kind)) {
        return nullptr;
    }
    held.undecided += stored.conflicted.empty() ? 0 : 1;
    return &held.pairs[stored.key.scope.key];
}

void readFacts(const engine::Device &device, Holdings &held)
{
    for (const auto *type : domain::factTypes) {
        for (const auto &stored : device.list({ .type = type })) {
            if (stored.alive) {
                (void)held.facts.add(stored.key.id, *stored.message);
            }
        }
    }
    each<v1::Person>(device, held, [&](const auto &stored, const v1::Person &person) {
        held.names[stored.key.id] = person.given() + (person.given().empty() ? "" : " ") + person.family();
    });
    each<v1::MentorMatch>(device, held, [&](const auto &stored, const v1::MentorMatch &) {
        auto &pair = held.pairs[stored.key.id];
        pair.hasLog = pair.hasLog || stored.key.scope.kind == v1::SCOPE_KIND_PAIR_LOG;
        pair.hasConversation = pair.hasConversation || stored.key.scope.kind == v1::SCOPE_KIND_PAIR;
    });
    std::set<record::Uuid> seen;
    each<v1::TeacherEnrollment>(device, held, [&](const auto &stored, const v1::TeacherEnrollment &enrollment) {
        if (seen.insert(stored.key.id).second) {
            held.enrollments.push_back(enrollment);
        }
    });
    each<v1::SanctionedTimePolicy>(device, held, [&](const auto &stored, const v1::SanctionedTimePolicy &policy) {
        held.timePolicies[stored.key.scope.key].push_back(policy);
    });
    each<v1::PairMonth>(device, held, [&](const auto &, const auto &month) { held.pairMonths.push_back(month); });
    each<v1::SchoolMonth>(device, held, [&](const auto &, const auto &month) { held.schoolMonths.push_back(month); });
}

void readLogs(const engine::Device &device, Holdings &held)
{
    std::map<PairHeld *, std::vector<std::pair<std::string, v1::CheckIn>>> checkIns;
    std::map<PairHeld *, std::vector<v1::Acknowledgement>> answers;
    each<v1::CheckIn>(device, held, [&](const auto &stored, const v1::CheckIn &checkIn) {
        if (auto *pair = pairOf(held, stored, v1::SCOPE_KIND_PAIR_LOG)) {
            checkIns[pair].emplace_back(stored.key.id.text(), checkIn);
        }
    });
    each<v1::Acknowledgement>(device, held, [&](const auto &stored, const v1::Acknowledgement &answer) {
        if (auto *pair = pairOf(held, stored, v1::SCOPE_KIND_PAIR_LOG)) {
            answers[pair].push_back(answer);
        }
    });
    each<v1::StatementSignature>(device, held, [&](const auto &, const v1::StatementSignature &signature) {
        if (const auto match = record::Uuid::parse(signature.match_id())) {
            held.pairs[*match].signatures.push_back(signature);
        }
    });
    for (auto &[pair, ofPair] : checkIns) {
        std::sort(ofPair.begin(), ofPair.end(), [](const auto &a, const auto &b) {
            return std::tuple(a.second.on(), a.second.start(), a.first)
                < std::tuple(b.second.on(), b.second.start(), b.first);
        });
        pair->contacts = domain::contactsOf(ofPair, answers[pair]);
    }
}

void readConversations(const engine::Device &device, Holdings &held)
{
    each<v1::CheckInDetail>(device, held, [&](const auto &stored, const v1::CheckInDetail &detail) {
        if (auto *pair = pairOf(held, stored, v1::SCOPE_KIND_PAIR)) {
            pair->details.emplace_back(stored.key.id.text(), detail);
        }
    });
    each<v1::CheckInNote>(device, held, [&](const auto &stored, const v1::CheckInNote &note) {
        if (auto *pair = pairOf(held, stored, v1::SCOPE_KIND_PAIR)) {
            pair->notes.push_back(note);
        }
    });
    each<v1::ActionItem>(device, held, [&](const auto &stored, const v1::ActionItem &step) {
        if (auto *pair = pairOf(held, stored, v1::SCOPE_KIND_PAIR)) {
            pair->steps.emplace_back(stored.key.id.text(), step);
        }
    });
    for (auto &[match, pair] : held.pairs) {
        const auto byDue = [](const auto &step) { return std::tuple(step.second.due(), step.first); };
        std::sort(pair.steps.begin(), pair.steps.end(),
                  [&](const auto &a, const auto &b) { return byDue(a) < byDue(b); });
    }
}

} // namespace

bool Holdings::holds(v1::ScopeKind kind, const record::Uuid &key) const
{
    const record::ScopeId place { .kind = static_cast<std::uint32_t>(kind), .key = key, .purpose = 0 };
    return places.contains(place) && !closed.contains(place);
}

std::string Holdings::nameOf(const record::Uuid &personOrOrganization) const
{
    if (const auto known = names.find(personOrOrganization); known != names.end()) {
        return known->second;
    }
    const auto *organization = facts.organization(personOrOrganization);
    return organization != nullptr ? organization->name : personOrOrganization.text().substr(0, 8);
}

Holdings holdingsOf(const engine::Device &device)
{
    Holdings held;
    const auto identity = device.identity();
    held.person = identity.person;
    held.now = device.now();
    held.today = dayHere(held.now);
    const auto status = device.status();
    held.agreedAt = status.lastAgreedAt;
    held.waiting = status.waiting;
    const auto closed = device.closedPlaces();
    held.closed.insert(closed.begin(), closed.end());
    readFacts(device, held);
    readLogs(device, held);
    readConversations(device, held);
    const auto known = held.names.find(held.person);
    held.personName = known != held.names.end() ? known->second : identity.personName;
    return held;
}

} // namespace reports
