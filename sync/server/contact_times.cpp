// SPDX-License-Identifier: Apache-2.0
#include "sync/server/contact_times.h"

#include "sync/store/record_store.h"

#include <algorithm>

namespace server {

namespace {

using cadre::v1::Acknowledgement;
using cadre::v1::CheckIn;

constexpr std::size_t mostContacts = 20'000;

std::vector<store::StoredRecord> recordsIn(const store::RecordStore &records, const char *type,
                                           const record::ScopeId &scope)
{
    store::Query query;
    query.type = type;
    query.scope = scope;
    return records.list(query);
}

} // namespace

bool ContactTimes::take(const merge::Change &change)
{
    const auto &catalogue = m_records.catalogue();
    bool counts = false;
    for (const auto &edit : change.edits) {
        const auto *type = catalogue.byNumber(edit.type());
        const auto id = record::Uuid::fromRaw(edit.record());
        if (type == nullptr || !id || (type->name() != "CheckIn" && type->name() != "Acknowledgement")) {
            continue;
        }
        counts = true;
        const auto known = m_pairs.find(change.scope.key);
        if (known == m_pairs.end()) {
            continue;
        }
        if (type->name() == "Acknowledgement") {
            m_contacts -= known->second.monthOf.size();
            m_pairs.erase(known);
            continue;
        }
        takeAway(known->second, id->text());
        const auto stored = m_records.get(store::RecordKey { edit.type(), *id, change.scope });
        if (stored && stored->alive) {
            add(known->second, *stored);
        }
    }
    return counts;
}

ContactTimes::Totals ContactTimes::totals(const record::Uuid &match, const record::Uuid &district)
{
    Totals totals;
    auto known = m_pairs.find(match);
    totals.areAll = known == m_pairs.end() || known->second.district != district;
    if (known == m_pairs.end()) {
        if (m_contacts > mostContacts) {
            forget();
        }
        known = m_pairs.try_emplace(match).first;
        read(match, known->second);
    }
    auto &pair = known->second;
    pair.district = district;
    for (const auto &[month, contacts] : pair.months) {
        if (totals.areAll || pair.changed.contains(month)) {
            auto total = domain::contactTotal(contacts, month.firstDay(), month.lastDay());
            if (total.sessions > 0) {
                totals.months[month] = std::move(total);
            }
        }
    }
    if (!totals.areAll) {
        for (const auto &month : pair.changed) {
            totals.months.try_emplace(month);
        }
    }
    pair.changed.clear();
    return totals;
}

void ContactTimes::forget()
{
    m_pairs.clear();
    m_contacts = 0;
}

void ContactTimes::read(const record::Uuid &match, Pair &pair)
{
    const record::ScopeId place { cadre::v1::SCOPE_KIND_PAIR_LOG, match, 0 };
    for (const auto &one : recordsIn(m_records, "Acknowledgement", place)) {
        const auto &answer = static_cast<const Acknowledgement &>(*one.message);
        pair.answers[answer.check_in()].push_back(answer);
    }
    for (const auto &one : recordsIn(m_records, "CheckIn", place)) {
        add(pair, one);
    }
}

void ContactTimes::add(Pair &pair, const store::StoredRecord &stored)
{
    const auto &checkIn = static_cast<const CheckIn &>(*stored.message);
    const auto on = domain::parseDay(checkIn.on());
    if (!on) {
        return;
    }
    const auto id = stored.key.id.text();
    const auto month = domain::Month::of(*on);
    const auto answers = pair.answers.find(id);
    auto &contacts = pair.months[month];
    if (answers == pair.answers.end()) {
        contacts.push_back({ .id = id, .checkIn = checkIn, .answer = std::nullopt });
    } else {
        contacts.push_back(std::move(domain::contactsOf({ { id, checkIn } }, answers->second).front()));
    }
    pair.monthOf[id] = month;
    pair.changed.insert(month);
    ++m_contacts;
}

void ContactTimes::takeAway(Pair &pair, const std::string &id)
{
    const auto known = pair.monthOf.find(id);
    if (known == pair.monthOf.end()) {
        return;
    }
    auto &contacts = pair.months[known->second];
    contacts.erase(std::find_if(contacts.begin(), contacts.end(),
                                [&](const domain::Contact &contact) { return contact.id == id; }));
    pair.changed.insert(known->second);
    pair.monthOf.erase(known);
    --m_contacts;
}

} // namespace server
