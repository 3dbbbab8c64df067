// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/cursors.h"

#include "sync/record/plant.h"

#include <map>

namespace merge {

namespace {

std::map<record::ScopeId, const cadre::sync::v1::Cursor *> byPlace(const Cursors &cursors)
{
    std::map<record::ScopeId, const cadre::sync::v1::Cursor *> places;
    for (const auto &cursor : cursors) {
        if (const auto scope = fromProto(cursor.scope())) {
            places[*scope] = &cursor;
        }
    }
    return places;
}

} // namespace

bool isSame(const cadre::sync::v1::Cursor &a, const cadre::sync::v1::Cursor &b)
{
    return a.rev() == b.rev()
        && (CADRE_PLANT("poll_compares_revs") || (a.epoch() == b.epoch() && a.log_hash() == b.log_hash()));
}

Cursors changedCursors(const Cursors &before, const Cursors &after)
{
    auto gone = byPlace(before);
    Cursors changed;
    for (const auto &[scope, cursor] : byPlace(after)) {
        const auto known = gone.find(scope);
        if (known == gone.end() || !isSame(*known->second, *cursor)) {
            changed.push_back(*cursor);
        }
        if (known != gone.end()) {
            gone.erase(known);
        }
    }
    for (const auto &[scope, cursor] : gone) {
        *changed.emplace_back().mutable_scope() = cursor->scope();
    }
    return changed;
}

Cursors withChanged(const Cursors &before, const Cursors &changed)
{
    auto places = byPlace(before);
    for (const auto &[scope, cursor] : byPlace(changed)) {
        places[scope] = cursor;
    }
    Cursors after;
    for (const auto &[scope, cursor] : places) {
        if (cursor->rev() != 0) {
            after.push_back(*cursor);
        }
    }
    return after;
}

} // namespace merge
