// SPDX-License-Identifier: Apache-2.0
// What a host lets go of at once and for ever: a record, by a rule or because of a person's right.
#include "sync/host/host.h"

#include "sync/record/plant.h"
#include "sync/store/database.h"
#include "sync/store/erasing.h"

#include <algorithm>

namespace host {

namespace {

namespace wire = cadre::sync::v1;

/// The record is deleted and gone, and whatever anybody wrote of it until now is erased.
wire::RecordEdit erasing(const store::RecordKey &key, const merge::Context &all, std::string_view reason)
{
    wire::RecordEdit edit;
    edit.set_type(key.type);
    edit.set_record(key.id.raw());
    auto &life = *edit.add_ops();
    life.set_kind(wire::OP_KIND_LIFE);
    life.set_value(std::string(1, '\0'));
    *life.mutable_context() = all.toProto();
    auto &word = *edit.add_ops();
    word.set_kind(wire::OP_KIND_ERASE);
    word.set_wire_type(2);
    word.set_value(std::string(reason));
    word.set_critical(true);
    *word.mutable_context() = all.toProto();
    return edit;
}

bool isOf(const wire::RecordEdit &edit, std::uint32_t type, std::string_view id)
{
    return edit.type() == type && edit.record() == id;
}

} // namespace

std::optional<int> Host::erase(const store::RecordKey &key, std::string_view reason)
{
    store::Transaction transaction(m_database);
    const auto state = m_records.state(key);
    if (state.fields().empty() && !m_log.anyPart(key.scope, [&](const merge::Change &, const wire::RecordEdit &edit) {
            return isOf(edit, key.type, key.id.raw());
        })) {
        return std::nullopt;
    }
    // All that is in the log: bodies that are compacted here are still kept by devices.
    merge::Context all;
    for (const auto &[site, head] : m_log.heads(key.scope)) {
        all.add({ site, head.seq });
    }
    for (const auto &field : state.fields()) {
        all.add(merge::seenBy(&field));
    }
    all.close();
    auto word = write(key.scope, { erasing(key, all, reason) });
    const auto parts = store::obeyErasure(m_log, m_records, word);
    if (!CADRE_PLANT("erasing_keeps_the_snapshot")) {
        m_snapshots.drop(key.scope);
    }
    m_rules.applied(std::move(word));
    m_rules.follow();
    transaction.commit();
    return parts;
}

/// True when there are edits of the record that the word does not cover and that this log has let go of: what they say
/// they were made from is still on devices.
bool Host::mayTellErased(const merge::Change &word, const store::RecordKey &key) const
{
    if (m_log.baseRev(word.scope) == 0) {
        return false;
    }
    merge::Context seen;
    const auto state = m_records.state(key);
    for (const auto &field : state.fields()) {
        seen.add(merge::seenBy(&field));
    }
    const auto heads = seen.heads();
    return std::any_of(heads.begin(), heads.end(),
                       [&](const merge::Dot &dot) { return dot != word.dot && !m_records.isErased(key, dot); });
}

void Host::eraseAgain(const merge::Change &word)
{
    for (const auto &gone : word.edits) {
        const auto id = record::Uuid::fromRaw(gone.record());
        if (!id) {
            continue;
        }
        const store::RecordKey key { gone.type(), *id, word.scope };
        const bool tells = mayTellErased(word, key)
            || m_log.anyPart(word.scope, [&](const merge::Change &change, const wire::RecordEdit &edit) {
                   return isOf(edit, gone.type(), gone.record()) && store::tellsErased(m_records, change);
               });
        if (tells) {
            (void)erase(key, "request");
        }
    }
}

void Host::removeLeftovers()
{
    m_records.erasures().removeLeftovers();
}

} // namespace host
