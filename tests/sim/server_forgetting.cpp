// SPDX-License-Identifier: Apache-2.0
// What the host says is gone by rule, as the oracle takes it down.
#include "tests/sim/server_actor.h"

#include <fmt/format.h>

namespace sim {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::int64_t lease = 180LL * 24 * 3600 * 1000;

/// Records that the change says are forgotten.
std::vector<store::RecordKey> forgottenBy(const store::LoggedChange &entry)
{
    std::vector<store::RecordKey> keys;
    const auto read = merge::readChange(entry.header, entry.body);
    for (const auto &edit : read.change ? read.change->edits : std::vector<wire::RecordEdit>()) {
        if (edit.ops_size() > 0 && edit.ops(0).kind() == wire::OP_KIND_FORGET) {
            keys.push_back({ edit.type(), *record::Uuid::fromRaw(edit.record()), read.change->scope });
        }
    }
    return keys;
}

} // namespace

/// Of a field, what those who deleted the record had before them, wherever it is now.
IdSet ServerActor::seenByItsDelete(const store::RecordKey &key, std::uint32_t field) const
{
    const auto &ledger = m_stage.ledger;
    IdSet lives;
    for (const auto id : ledger.standing(key, 0, m_known.now)) {
        lives.add(id);
        lives.add(ledger.edit(id).seen);
    }
    IdSet seen;
    for (const auto id : ledger.fields(key).at(field)) {
        for (const auto other : ledger.save(ledger.edit(id).save).edits) {
            if (ledger.edit(other).key == key && ledger.edit(other).field == 0 && lives.has(other)) {
                seen.add(id);
            }
        }
    }
    return seen;
}

std::optional<SaveId> ServerActor::adoptForgetting(const store::LoggedChange &entry)
{
    const auto keys = forgottenBy(entry);
    if (keys.empty()) {
        return std::nullopt;
    }
    SaveMade save { .author = -1, .scope = m_stage.academy.scopeOf(keys.front().scope) };
    std::vector<EditMade> edits;
    for (const auto &key : keys) {
        save.note += fmt::format("{}{}", save.note.empty() ? "forgotten: " : ", ", key.id.text().substr(28));
        for (const auto &[field, ids] : m_stage.ledger.fields(key)) {
            if (field == 0) {
                continue;
            }
            EditMade edit { .key = key, .field = field, .kind = m_stage.ledger.edit(ids.front()).kind };
            edit.forgets = true;
            edit.seen = seenByItsDelete(key, field);
            for (const auto id : m_stage.ledger.standing(key, field, m_known.now)) {
                edit.seen.add(id);
            }
            edits.push_back(std::move(edit));
        }
    }
    m_forgotten += keys.size();
    const auto id = m_stage.ledger.add(std::move(save), std::move(edits));
    m_stage.registry.note(entry.header, id);
    return id;
}

void ServerActor::noteSaid(const host::Caller &caller, const wire::PollRequest &request)
{
    auto &said = m_said[caller.site];
    said.person = caller.person;
    said.at = m_stage.now;
    for (const auto &cursor : request.cursors()) {
        auto &rev = said.revs[{ *merge::fromProto(cursor.scope()), cursor.epoch() }];
        rev = std::max(rev, cursor.rev());
    }
}

void ServerActor::requireStable(const record::ScopeId &scope, std::uint64_t after)
{
    for (const auto &entry : m_log->after(scope, after, SIZE_MAX)) {
        for (const auto &key : forgottenBy(entry)) {
            std::uint64_t deletedAt = 0;
            const auto state = m_records->state(key);
            for (const auto &sibling : merge::findField(state, 0)->siblings()) {
                const auto site = *record::Uuid::fromRaw(sibling.dot().site());
                const auto change = m_log->find(scope, { site, sibling.dot().seq() });
                deletedAt = std::max(deletedAt, change && sibling.kind() == wire::OP_KIND_LIFE ? change->rev : 0);
            }
            for (const auto &[site, said] : m_said) {
                const auto seen = said.revs.find({ scope, m_host->epoch() });
                const bool reads = m_rules.mayRead(said.person, scope) && said.at >= m_stage.now - lease;
                if (reads && (seen == said.revs.end() || seen->second < deletedAt)) {
                    m_broken.push_back({ Promise::Lost, "server",
                                         fmt::format("record {} is forgotten, and somebody has yet to see its delete",
                                                     key.id.text().substr(28)) });
                }
            }
        }
    }
}

} // namespace sim
