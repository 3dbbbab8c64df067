// SPDX-License-Identifier: Apache-2.0
#include "sync/server/author.h"

#include "sync/server/academy.h"
#include "sync/server/makers.h"
#include "sync/server/ops.h"
#include "sync/store/database.h"

#include <algorithm>

namespace server {

namespace wire = cadre::sync::v1;

Author::Author(store::Log &log, store::RecordStore &records, Makers &makers, const Keys &keys, record::Entropy entropy,
               Effects &effects)
    : m_log(log)
    , m_records(records)
    , m_makers(makers)
    , m_keys(keys)
    , m_entropy(std::move(entropy))
    , m_effects(effects)
{
}

void Author::write(const record::ScopeId &scope, std::string_view typeName, const record::Uuid &id,
                   const record::Message &message, const record::Uuid &author, std::int64_t utcMilliseconds)
{
    const auto *type = m_records.catalogue().byName(typeName);
    if (type == nullptr || !type->livesIn(scope.kind)) {
        throw store::Invalid("A " + std::string(typeName) + " can't be kept in " + scope.text() + ".");
    }
    const store::RecordKey key { type->number(), id, scope };
    const auto current = m_records.get(key);
    const auto state = current ? m_records.state(key) : merge::RecordState {};
    auto edit = editTowards(*type, id, state, current ? current->message.get() : nullptr, message);
    if (edit.ops_size() > 0) {
        append(scope, std::move(edit), author, utcMilliseconds);
    }
}

void Author::remove(const record::ScopeId &scope, std::string_view typeName, const record::Uuid &id,
                    const record::Uuid &author, std::int64_t utcMilliseconds)
{
    const auto *type = m_records.catalogue().byName(typeName);
    if (type == nullptr) {
        throw store::Invalid("There is no record type " + std::string(typeName) + ".");
    }
    const store::RecordKey key { type->number(), id, scope };
    const auto current = m_records.get(key);
    if (current && current->alive) {
        append(scope, editAway(*type, id, m_records.state(key)), author, utcMilliseconds);
    }
}

void Author::release(const merge::Change &change, wire::RecordEdit edit)
{
    append(change.scope, std::move(edit), change.author, merge::millisecondsOf(change.header.hybrid_time()),
           change.dot);
}

void Author::append(const record::ScopeId &scope, wire::RecordEdit edit, const record::Uuid &author,
                    std::int64_t utcMilliseconds, const std::optional<merge::Dot> &released)
{
    const auto head = m_log.head(scope, m_keys.site());
    const auto cursor = m_log.cursor(scope);
    // Past times stay as they are; only equal ones are told apart.
    const auto wanted = static_cast<std::uint64_t>(std::max<std::int64_t>(utcMilliseconds, 0)) << 16;
    m_lastTime = wanted >> 16 == m_lastTime >> 16 ? m_lastTime + 1 : wanted;

    wire::Header header;
    *header.mutable_scope() = merge::toProto(scope);
    header.set_site(m_keys.site().raw());
    header.set_seq(head ? head->seq + 1 : 1);
    if (head) {
        header.set_previous(head->headerHash);
    }
    header.set_hybrid_time(m_lastTime);
    header.set_author(author.raw());
    header.set_schema(1);
    header.set_seen_epoch(cursor.epoch());
    header.set_seen_rev(cursor.rev());
    if (released) {
        header.mutable_released()->set_site(released->site.raw());
        header.mutable_released()->set_seq(released->seq);
    }
    merge::Change change = merge::makeChange(header, { edit }, m_entropy);

    m_makers.note(change);
    const bool beside = m_records.apply(change);
    store::LoggedChange place;
    place.header = change.headerBytes;
    place.body = change.bodyBytes;
    place.rev = cursor.rev() + 1;
    place.verdict = beside ? wire::VERDICT_CLASS_CONFLICT : wire::VERDICT_CLASS_APPLIED;
    m_log.append(change, place);
    m_effects.moved.insert(scope);
    m_unsigned.insert_or_assign(scope, change);
    m_effects.applied.push_back(std::move(change));
}

void Author::signChains()
{
    for (const auto &[scope, change] : m_unsigned) {
        m_log.setSignature(scope, change.dot, merge::sign(merge::runDomain, change.headerHash, m_keys.secretKey()));
    }
    m_unsigned.clear();
}

} // namespace server
