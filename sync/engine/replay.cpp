// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/replay.h"

#include "sync/record/plant.h"

#include <limits>

namespace engine {

using cadre::store::v1::Undo;

Records recordsOf(const std::string &undo, std::int64_t row)
{
    Undo read;
    (void)read.ParseFromString(undo);
    Records records;
    for (auto &one : *read.mutable_records()) {
        const RecordName name { one.type(), one.record() };
        records.try_emplace(name, Before { row, std::move(one) });
    }
    return records;
}

Records asTheyAre(const Device::Parts &m, const merge::Change &change)
{
    Records records;
    for (const auto &edit : change.edits) {
        const store::RecordKey key { edit.type(), record::Uuid::fromRaw(edit.record()).value_or(record::Uuid {}),
                                     change.scope };
        records.try_emplace({ edit.type(), edit.record() },
                            Before { std::numeric_limits<std::int64_t>::max(), m.records.before(key) });
    }
    return records;
}

namespace {

/// What this one of the records is now, in the undo that a waiting change keeps.
void renew(Device::Parts &m, const record::ScopeId &scope, const cadre::sync::v1::RecordEdit &edit, Undo &undo)
{
    const store::RecordKey key { edit.type(), record::Uuid::fromRaw(edit.record()).value_or(record::Uuid {}), scope };
    for (auto &one : *undo.mutable_records()) {
        if (one.type() == edit.type() && one.record() == edit.record()) {
            one = m.records.before(key);
            return;
        }
    }
    *undo.add_records() = m.records.before(key);
}

} // namespace

namespace {

/// `back` is a row of which the change was not merged until now: what its undo says is of another time. 0 for none.
void replay(Device::Parts &m, const record::ScopeId &scope, const Records &records, std::int64_t row, std::int64_t back)
{
    if (m.hides(scope)) {
        return;
    }
    auto changes = m.log.metFrom(scope, row);
    if (const auto cursor = m.log.cursor(scope); cursor.epoch() == 0 && cursor.rev() == 0) {
        // The place was left and let in again: what waited meanwhile comes back with its snapshot, not before.
        std::erase_if(changes, [](const store::MetChange &met) { return met.change.waits && met.change.undo.empty(); });
    }
    Records earliest = records;
    for (const auto &[metRow, met] : changes) {
        // What was met before one of them is merged again as well, onto what was there before that.
        for (auto &[name, before] : recordsOf(metRow == back ? std::string() : met.undo, metRow)) {
            const auto known = earliest.find(name);
            if (known != earliest.end() && metRow < known->second.row) {
                known->second = std::move(before);
            }
        }
    }
    for (const auto &[name, before] : earliest) {
        m.records.restore(scope, before.record);
    }
    for (const auto &[metRow, met] : changes) {
        const auto read = merge::readChange(met.header, met.body);
        if (!read.change) {
            continue;
        }
        Undo undo;
        (void)undo.ParseFromString(met.undo);
        bool touched = false;
        for (const auto &edit : read.change->edits) {
            if (!records.contains({ edit.type(), edit.record() })) {
                continue;
            }
            if ((met.waits || !met.undo.empty()) && !CADRE_PLANT("undo_is_not_renewed")) {
                renew(m, scope, edit, undo);
                touched = true;
            }
            (void)m.records.applyEdit(edit, *read.change);
        }
        if (touched) {
            m.log.keepUndo(metRow, undo.SerializeAsString());
        }
    }
}

} // namespace

void replay(Device::Parts &m, const record::ScopeId &scope, const Records &records, std::int64_t row)
{
    replay(m, scope, records, row, 0);
}

void mergeAtItsPlace(Device::Parts &m, const merge::Change &change, std::int64_t row)
{
    if (CADRE_PLANT("taken_after_all_is_merged_last")) {
        (void)m.records.apply(change);
        return;
    }
    replay(m, change.scope, asTheyAre(m, change), row, row);
}

} // namespace engine
