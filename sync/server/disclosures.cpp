// SPDX-License-Identifier: Apache-2.0
#include "sync/server/disclosures.h"

#include "src/domain/policy_standing.h"
#include "sync/server/academy.h"
#include "sync/server/derived.h"
#include "sync/server/membership.h"
#include "sync/server/problem.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::size_t mostKnownDevices = 1000;
constexpr int mostOpenings = 1000;
constexpr int deliveriesToldAfterDays = 7;

} // namespace

Disclosures::Disclosures(Academy &academy)
    : m_academy(academy)
{
}

std::optional<record::Uuid> Disclosures::subjectOf(const record::ScopeId &place, const record::Uuid &reader)
{
    auto &membership = m_academy.membership();
    if (!membership.policy().isAboutSomebody(place.kind)) {
        return std::nullopt;
    }
    const auto known = domain::Place::find(place, membership.policy().rule(place.kind), membership.facts());
    return known && known->teacher && *known->teacher != reader ? known->teacher : std::nullopt;
}

Disclosures::Deliveries &Disclosures::deliveriesTo(const record::Uuid &site)
{
    if (m_known.size() > mostKnownDevices) {
        flush();
        m_known.clear();
    }
    const auto [known, isNew] = m_known.try_emplace(site);
    if (isNew) {
        store::Statement read(m_academy.database(),
                              "SELECT scope, first_at, last_at, last_rev FROM server_delivery WHERE site = ?");
        read.bindBlob(1, site.raw());
        while (read.step()) {
            if (const auto scope = record::ScopeId::parse(read.blob(0))) {
                known->second[*scope] = { read.integer(1), read.integer(2), static_cast<std::uint64_t>(read.integer(3)),
                                          true };
            }
        }
    }
    return known->second;
}

void Disclosures::write(const record::Uuid &site, const record::ScopeId &scope, Delivery &delivery)
{
    store::Statement keep(m_academy.database(),
                          "INSERT INTO server_delivery (site, scope, first_at, last_at, last_rev)"
                          " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (site, scope)"
                          " DO UPDATE SET last_at = ?4, last_rev = ?5");
    keep.bindBlob(1, site.raw()).bindText(2, scope.text()).bind(3, delivery.firstAt);
    keep.bind(4, delivery.lastAt).bind(5, static_cast<std::int64_t>(delivery.rev)).run();
    delivery.isWritten = true;
}

void Disclosures::flush()
{
    store::Transaction transaction(m_academy.database());
    for (auto &[site, places] : m_known) {
        for (auto &[scope, delivery] : places) {
            if (!delivery.isWritten) {
                write(site, scope, delivery);
            }
        }
    }
    transaction.commit();
}

void Disclosures::sent(const EnrolledDevice &device, const std::vector<Sent> &places)
{
    try {
        const auto now = m_academy.now();
        const auto today = domain::dayOfMilliseconds(now);
        std::vector<Sent> firstToday;
        for (const auto &one : places) {
            if (!subjectOf(one.scope, device.person)) {
                continue;
            }
            auto &known = deliveriesTo(device.site);
            const auto found = known.find(one.scope);
            if (found == known.end() || domain::dayOfMilliseconds(found->second.lastAt) != today) {
                firstToday.push_back(one);
            } else {
                found->second.lastAt = now;
                found->second.rev = std::max(found->second.rev, one.rev);
                found->second.isWritten = false;
            }
        }
        if (!firstToday.empty()) {
            tellToday(device, firstToday);
        }
    } catch (const store::Error &error) {
        m_known.clear();
        spdlog::error("What was sent could not be noted: {}", error.what());
    }
}

void Disclosures::tellToday(const EnrolledDevice &device, const std::vector<Sent> &places)
{
    auto &known = deliveriesTo(device.site);
    const auto now = m_academy.now();
    auto entry = Audit::entry(v1alpha::AUDIT_KIND_DELIVERED);
    entry.set_person(device.person.raw());
    entry.set_site(device.site.raw());
    Work work(m_academy);
    for (const auto &one : places) {
        const auto subject = subjectOf(one.scope, device.person);
        auto &told = *entry.add_deliveries();
        *told.mutable_scope() = merge::toProto(one.scope);
        told.set_rev(one.rev);
        told.set_person(subject->raw());
        tell({ device.person,
               *subject,
               cadre::v1::ACCESS_KIND_DELIVERED,
               one.scope,
               {},
               domain::dayOfMilliseconds(now) });
        auto &delivery = known[one.scope];
        delivery.firstAt = delivery.firstAt == 0 ? now : delivery.firstAt;
        delivery.lastAt = now;
        delivery.rev = std::max(delivery.rev, one.rev);
        delivery.isWritten = false;
    }
    // With what is only in memory of others, which costs no sync of its own.
    flush();
    m_academy.audit().note(std::move(entry));
    work.commit();
}

int Disclosures::daysOpened(const Seen &seen)
{
    store::Statement count(
        m_academy.database(),
        "SELECT count(DISTINCT day) FROM server_opening WHERE person = ? AND type = ? AND scope = ?");
    const auto *type = m_academy.catalogue().byName(seen.type);
    count.bindBlob(1, seen.reader.raw()).bind(2, type == nullptr ? 0 : type->number());
    count.bindText(3, seen.place.text());
    return count.step() ? static_cast<int>(count.integer(0)) : 0;
}

void Disclosures::tell(const Seen &seen)
{
    const record::ScopeId place { cadre::v1::SCOPE_KIND_ACCESS, seen.subject, 0 };
    const auto id = Derived::idOf("AccessEntry", seen.reader,
                                  fmt::format("{} {} {}", static_cast<int>(seen.kind), seen.place.text(), seen.type));
    const auto *type = m_academy.catalogue().byName("AccessEntry");
    const auto known = m_academy.records().get(store::RecordKey { type->number(), id, place });
    cadre::v1::AccessEntry entry;
    if (known && known->alive) {
        entry = static_cast<const cadre::v1::AccessEntry &>(*known->message);
    }
    const auto first = domain::parseDay(entry.first_on()).value_or(seen.on);
    const auto last = domain::parseDay(entry.last_on()).value_or(seen.on);
    const bool isDelivery = seen.kind == cadre::v1::ACCESS_KIND_DELIVERED;
    if (isDelivery && !entry.last_on().empty() && domain::daysBetween(last, seen.on) < deliveriesToldAfterDays) {
        return;
    }
    entry.set_reader(seen.reader.text());
    entry.set_kind(seen.kind);
    entry.set_place(seen.place.text());
    if (!isDelivery) {
        if (!seen.type.empty()) {
            entry.set_record_type(seen.type);
        }
        entry.set_days(daysOpened(seen));
    }
    entry.set_first_on(domain::dayText(std::min(first, seen.on)));
    entry.set_last_on(domain::dayText(std::max(last, seen.on)));
    m_academy.author().write(place, "AccessEntry", id, entry, {}, m_academy.now());
}

bool Disclosures::noteDay(const EnrolledDevice &device, const v1alpha::Opening &opening, const record::ScopeId &scope,
                          domain::Day on)
{
    const auto id = record::Uuid::fromRaw(opening.record()).value_or(record::Uuid {});
    store::Statement note(m_academy.database(),
                          "INSERT OR IGNORE INTO server_opening (person, record, type, scope, day)"
                          " VALUES (?, ?, ?, ?, ?)");
    note.bindBlob(1, device.person.raw()).bindBlob(2, id.raw()).bind(3, opening.record_type());
    note.bindText(4, scope.text()).bindText(5, domain::dayText(on)).run();
    return m_academy.database().changes() > 0;
}

bool Disclosures::wasThere(const EnrolledDevice &device, const record::ScopeId &scope)
{
    // What is on a device was sent to it, even where its person may not read there any more.
    return m_academy.membership().mayRead(device.person, scope) || deliveriesTo(device.site).count(scope) > 0;
}

void Disclosures::takeExport(const EnrolledDevice &device, const v1alpha::Opening &opening)
{
    const auto scope = merge::fromProto(opening.scope()).value_or(record::ScopeId {});
    const bool isOwn = scope == record::ScopeId { cadre::v1::SCOPE_KIND_PERSON, device.person, 0 };
    const auto subject = isOwn ? std::optional(device.person) : subjectOf(scope, device.person);
    if (!subject || opening.record_type() != 0 || !opening.record().empty() || (!isOwn && !wasThere(device, scope))) {
        return;
    }
    const auto on = domain::dayOfMilliseconds(std::clamp<std::int64_t>(opening.at(), 0, m_academy.now()));
    if (!noteDay(device, opening, scope, on)) {
        return;
    }
    auto entry = Audit::entry(v1alpha::AUDIT_KIND_EXPORTED, { device.person, device.site });
    entry.set_person(subject->raw());
    *entry.mutable_scope() = opening.scope();
    m_academy.audit().note(std::move(entry));
    if (!isOwn) {
        tell({ device.person, *subject, cadre::v1::ACCESS_KIND_EXPORTED, scope, {}, on });
    }
}

void Disclosures::takeOpening(const EnrolledDevice &device, const v1alpha::Opening &opening)
{
    const auto scope = merge::fromProto(opening.scope());
    const auto id = record::Uuid::fromRaw(opening.record());
    const auto *type = m_academy.catalogue().byNumber(opening.record_type());
    const auto subject = scope ? subjectOf(*scope, device.person) : std::nullopt;
    if (!subject || !id || type == nullptr) {
        return;
    }
    const auto on = domain::dayOfMilliseconds(std::clamp<std::int64_t>(opening.at(), 0, m_academy.now()));
    if (!wasThere(device, *scope) || !noteDay(device, opening, *scope, on)) {
        return;
    }
    auto entry = Audit::entry(v1alpha::AUDIT_KIND_OPENED, { device.person, device.site });
    entry.set_person(subject->raw());
    *entry.mutable_scope() = opening.scope();
    entry.set_record_type(opening.record_type());
    entry.set_record(opening.record());
    m_academy.audit().note(std::move(entry));
    tell({ device.person, *subject, cadre::v1::ACCESS_KIND_OPENED, *scope, type->name(), on });
}

void Disclosures::opened(const EnrolledDevice &device, const v1alpha::TellOpenedRequest &request)
{
    if (request.openings_size() > mostOpenings) {
        throw Problem(Code::ResourceExhausted,
                      "That is more than this server takes at once. Tell it in smaller parts.");
    }
    Work work(m_academy);
    for (const auto &opening : request.openings()) {
        opening.exported() ? takeExport(device, opening) : takeOpening(device, opening);
    }
    work.commit();
}

} // namespace server
