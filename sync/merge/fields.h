// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "cadre/store/v1/state.pb.h"

namespace merge {

using RecordState = cadre::store::v1::RecordState;
using FieldState = cadre::store::v1::FieldState;
using Sibling = cadre::store::v1::Sibling;

/// Merges one record's share of a change into its state: a pure function of both. Order between
/// sites does not matter; the changes of one site come in order and without a hole.
/// Returns true when a field of the edit now has alternatives that differ.
bool mergeEdit(RecordState &state, const cadre::sync::v1::RecordEdit &edit, const Change &change);

/// True of the ops by which the server says that something is gone.
[[nodiscard]] bool isGoneByRule(std::uint32_t kind);
/// The field's values, in the same order on every replica: latest hybrid time first, then dot.
[[nodiscard]] const FieldState *findField(const RecordState &state, std::uint32_t field);
/// True when two siblings of a register hold different values, or two of a text that can't be merged.
[[nodiscard]] bool isConflicted(const FieldState &field);
/// The sibling that a lattice shows; null when there is none.
[[nodiscard]] const Sibling *highest(const FieldState &field);
/// Everything that the field's siblings are or have seen: the context of a form opened now. What was refused is in it
/// only where one of them says so.
[[nodiscard]] Context seenBy(const FieldState *field, const std::vector<Dot> &refused = {});
/// False when a delete stands alone in field 0.
[[nodiscard]] bool isAlive(const RecordState &state);
/// True when the server's word to forget or erase what it covers lies beside the record's life.
[[nodiscard]] bool wasForgotten(const RecordState &state);
/// Which changes' parts of the record are erased; nothing when none was ever.
[[nodiscard]] std::optional<Context> erasedIn(const RecordState &state);
/// True when nothing is left of the record but that it was deleted and forgotten.
[[nodiscard]] bool isTombstone(const RecordState &state);

} // namespace merge
