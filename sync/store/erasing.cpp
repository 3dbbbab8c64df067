// SPDX-License-Identifier: Apache-2.0
#include "sync/store/erasing.h"

#include "sync/record/plant.h"

#include <algorithm>

namespace store {

namespace {

namespace wire = cadre::sync::v1;

bool isErased(const RecordStore &records, const merge::Change &change, const wire::RecordEdit &edit)
{
    const auto id = record::Uuid::fromRaw(edit.record());
    return id && records.isErased({ edit.type(), *id, change.scope }, change.dot);
}

bool isOf(const wire::RecordEdit &edit, const wire::RecordEdit &other)
{
    return edit.type() == other.type() && edit.record() == other.record();
}

} // namespace

void takeErased(const RecordStore &records, merge::Change &change)
{
    if (records.hasErased(change.scope) && !CADRE_PLANT("late_bytes_are_kept")) {
        (void)merge::eraseParts(change, [&](const auto &edit) { return isErased(records, change, edit); });
    }
}

bool tellsErased(const RecordStore &records, const merge::Change &change)
{
    return records.hasErased(change.scope) && !CADRE_PLANT("bases_tell_what_is_erased")
        && std::any_of(change.edits.begin(), change.edits.end(), [&](const wire::RecordEdit &edit) {
               return std::any_of(edit.ops().begin(), edit.ops().end(), [&](const wire::Op &op) {
                   if (op.base().empty() && op.base_hash().empty()) {
                       return false;
                   }
                   const RecordKey key { edit.type(), *record::Uuid::fromRaw(edit.record()), change.scope };
                   return records.isErased(key, merge::Context::fromProto(op.context()));
               });
           });
}

int obeyErasure(Log &log, RecordStore &records, const merge::Change &word)
{
    const auto count =
        log.erase(word.scope, [&](const merge::Change &change, const wire::RecordEdit &edit, bool aside) {
            const auto named =
                std::any_of(word.edits.begin(), word.edits.end(), [&](const auto &gone) { return isOf(gone, edit); });
            return named && change.dot != word.dot
                && (aside || isErased(records, change, edit) || CADRE_PLANT("erasing_takes_what_it_had_not_seen"));
        });
    if (!CADRE_PLANT("erasing_forgets_the_undo")) {
        log.eraseUndo(word);
    }
    records.erasures().noteLeftovers();
    return count;
}

void obeyErasures(Log &log, RecordStore &records, const record::ScopeId &scope)
{
    if (!records.hasErased(scope) || CADRE_PLANT("erasing_in_a_snapshot_is_of_records_alone")) {
        return;
    }
    (void)log.erase(scope, [&](const merge::Change &change, const wire::RecordEdit &edit, bool aside) {
        const auto id = record::Uuid::fromRaw(edit.record());
        return isErased(records, change, edit) || (aside && id && records.wasErased({ edit.type(), *id, scope }));
    });
    records.erasures().noteLeftovers();
}

bool RecordStore::hasErased(const record::ScopeId &scope) const
{
    const auto place = m_places.find(scope);
    return place && m_erasures.any(*place);
}

bool RecordStore::wasErased(const RecordKey &key) const
{
    const auto place = m_places.find(key.scope);
    return place && m_erasures.find(*place, Tombstones::nameOf(key)).has_value();
}

bool RecordStore::isErased(const RecordKey &key, const merge::Dot &dot) const
{
    const auto place = m_places.find(key.scope);
    const auto erased = place ? m_erasures.find(*place, Tombstones::nameOf(key)) : std::nullopt;
    return erased && erased->covers(dot);
}

bool RecordStore::isErased(const RecordKey &key, const merge::Context &seen) const
{
    const auto place = m_places.find(key.scope);
    const auto erased = place ? m_erasures.find(*place, Tombstones::nameOf(key)) : std::nullopt;
    return erased && erased->meets(seen);
}

bool RecordStore::mayBeErased(const record::ScopeId &scope, const merge::Dot &dot) const
{
    const auto place = m_places.find(scope);
    return place && m_erasures.covers(*place, dot);
}

bool Log::anyPart(const record::ScopeId &scope,
                  const std::function<bool(const merge::Change &, const wire::RecordEdit &)> &isMeant) const
{
    Statement find(m_database, "SELECT header, body FROM change WHERE scope = ? AND length(body) > 0");
    find.bind(1, m_places.find(scope).value_or(-1));
    while (find.step()) {
        const auto read = merge::readChange(find.blob(0), find.blob(1));
        if (read.change
            && std::any_of(read.change->edits.begin(), read.change->edits.end(),
                           [&](const wire::RecordEdit &edit) { return isMeant(*read.change, edit); })) {
            return true;
        }
    }
    return false;
}

int Log::erase(const record::ScopeId &scope, const IsErased &isErased)
{
    int count = 0;
    std::vector<std::pair<std::int64_t, std::string>> bodies;
    Statement find(m_database,
                   "SELECT rowid, header, body, verdict, site FROM change WHERE scope = ? AND length(body) > 0");
    find.bind(1, m_places.find(scope).value_or(-1));
    while (find.step()) {
        auto read = merge::readChange(find.blob(1), find.blob(2));
        if (!read.change || (CADRE_PLANT("erasing_skips_what_was_set_aside") && find.integer(3) == 3)) {
            continue;
        }
        auto &change = *read.change;
        // What was put aside stands under a name of its own: the words came to the server under another one.
        const bool aside = m_places.siteOf(find.integer(4)) != change.dot.site;
        const auto erased = merge::eraseParts(change, [&](const auto &edit) { return isErased(change, edit, aside); });
        if (erased > 0) {
            bodies.emplace_back(find.integer(0), std::move(change.bodyBytes));
            count += erased;
        }
    }
    find.reset();
    Statement update(m_database, "UPDATE change SET body = ? WHERE rowid = ?");
    for (const auto &[row, body] : bodies) {
        update.bindBlob(1, body).bind(2, row).run();
    }
    return count;
}

void Log::eraseUndo(const merge::Change &word)
{
    std::vector<std::pair<std::int64_t, std::string>> undos;
    Statement find(m_database, "SELECT rowid, undo FROM change WHERE scope = ? AND length(undo) > 0");
    find.bind(1, m_places.find(word.scope).value_or(-1));
    while (find.step()) {
        cadre::store::v1::Undo undo;
        (void)undo.ParseFromString(find.blob(1));
        bool touched = false;
        for (auto &before : *undo.mutable_records()) {
            for (const auto &gone : word.edits) {
                if (before.existed() && gone.type() == before.type() && gone.record() == before.record()) {
                    (void)merge::mergeEdit(*before.mutable_state(), gone, word);
                    touched = true;
                }
            }
        }
        if (touched) {
            undos.emplace_back(find.integer(0), undo.SerializeAsString());
        }
    }
    find.reset();
    for (const auto &[row, undo] : undos) {
        keepUndo(row, undo);
    }
}

} // namespace store
