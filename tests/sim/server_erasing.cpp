// SPDX-License-Identifier: Apache-2.0
// What the host says is erased, as the oracle takes it down.
#include "tests/sim/server_actor.h"

#include "sync/merge/fields.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

namespace {

namespace wire = cadre::sync::v1;

/// The record that the change says is erased.
std::optional<store::RecordKey> erasedBy(const store::LoggedChange &entry)
{
    const auto read = merge::readChange(entry.header, entry.body);
    if (!read.change || !read.change->author.isNull() || !merge::erases(*read.change)) {
        return std::nullopt;
    }
    const auto &edit = read.change->edits.front();
    return store::RecordKey { edit.type(), *record::Uuid::fromRaw(edit.record()), read.change->scope };
}

/// A word of the host's own came before and is erased by this one: it was said once more, with what quotes the words.
bool isErasedBetween(const store::Log &log, const record::ScopeId &scope, std::uint64_t after, std::uint64_t before)
{
    const auto entries = log.after(scope, after, SIZE_MAX);
    return std::any_of(entries.begin(), entries.end(), [&](const store::LoggedChange &entry) {
        const auto read = merge::readChange(entry.header, entry.body);
        return entry.rev < before && read.change && read.change->author.isNull() && read.change->erasedParts > 0;
    });
}

} // namespace

void ServerActor::erase(int scope, std::uint32_t choice, bool isFull)
{
    if (!reopen()) {
        return;
    }
    const auto &ledger = m_stage.ledger;
    auto keys = ledger.begunIn(scope);
    std::erase_if(keys, [&](const store::RecordKey &key) {
        const auto &lives = ledger.fields(key).at(0);
        return std::none_of(lives.begin(), lives.end(),
                            [&](EditId id) { return m_known.now.delivered.has(ledger.edit(id).save); });
    });
    if (keys.empty()) {
        return;
    }
    const auto &key = choice == named ? keys.back() : keys[choice % keys.size()];
    try {
        (void)m_host->erase(key, "request");
        m_disk.setFull(isFull);
        m_host->removeLeftovers();
    } catch (const store::Error &problem) {
        m_stage.say(std::string("the server can't go on: ") + problem.what());
    }
    m_disk.setFull(false);
    if (m_disk.isStopped()) {
        m_stage.say("the server is killed while it erases");
        killNow(m_cut);
    }
    if (m_host != nullptr) {
        observe();
    }
}

void ServerActor::removeLeftovers()
{
    try {
        if (reopen()) {
            m_host->removeLeftovers();
        }
    } catch (const store::Error &) {
        // Still due: for want of room, or since it is killed.
    }
}

/// The record is deleted by somebody who had on screen all that the log holds of it, and that is gone.
std::optional<SaveId> ServerActor::adoptErasing(const store::LoggedChange &entry)
{
    const auto key = erasedBy(entry);
    if (!key) {
        return std::nullopt;
    }
    SaveMade save { .author = -1, .scope = m_stage.academy.scopeOf(key->scope), .erases = key };
    save.note = "erased: " + key->id.text().substr(28);
    std::vector<EditMade> edits;
    // Where it takes the place of a word that an earlier state of the server had said, it means what that one meant: a
    // copied device may have written something else since, under names that were lost.
    std::optional<IdSet> meant;
    for (const auto &placed : m_known.history[key->scope]) {
        const auto &earlier = m_stage.ledger.save(placed.save);
        if (earlier.erases == key) {
            meant = placed.isApplied || isErasedBetween(*m_log, key->scope, placed.rev, entry.rev)
                ? std::nullopt
                : std::optional(IdSet());
            for (const auto id : meant ? earlier.edits : std::vector<EditId>()) {
                meant->add(m_stage.ledger.edit(id).seen);
            }
        }
    }
    for (const auto &[field, ids] : m_stage.ledger.fields(*key)) {
        EditMade edit { .key = *key, .field = field, .kind = m_stage.ledger.edit(ids.front()).kind };
        edit.forgets = field != 0;
        if (field == 0) {
            edit.value = "deleted";
        }
        for (const auto id : ids) {
            const auto &one = m_stage.ledger.edit(id);
            if (meant && !meant->has(id)) {
                continue;
            }
            // What the earlier word meant may come back after this one.
            if (meant || m_known.now.delivered.has(one.save)) {
                edit.seen.add(id);
            }
            if (meant || m_known.now.counts(one.save)) {
                edit.seen.add(one.seen);
            }
        }
        edits.push_back(std::move(edit));
    }
    const auto id = m_stage.ledger.add(std::move(save), std::move(edits));
    m_stage.ledger.loosen(id);
    m_stage.registry.note(entry.header, id);
    return id;
}

void ServerActor::noteErasedBlindly(SaveId word, const record::ScopeId &scope)
{
    std::map<record::Uuid, std::uint64_t> covered;
    for (const auto said : m_stage.ledger.save(word).edits) {
        for (const auto id : m_stage.ledger.edit(said).seen.all()) {
            for (const auto &name : m_stage.ledger.save(m_stage.ledger.edit(id).save).names) {
                auto &highest = covered[name.site];
                highest = std::max(highest, name.seq);
            }
        }
    }
    for (const auto &[site, highest] : covered) {
        const auto head = m_log->head(scope, site).value_or(store::ChainHead {});
        for (auto seq = head.seq; head.seq < highest && seq > 0; --seq) {
            const auto there = m_stage.named.find({ m_stage.academy.scopeOf(scope), { site, seq } });
            for (const auto id :
                 there == m_stage.named.end() ? std::vector<EditId>() : m_stage.ledger.save(there->second).edits) {
                m_stage.ledger.alsoErases(word, id);
            }
        }
    }
}

} // namespace sim
