// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/log.h"
#include "sync/store/record_store.h"

// What a store does when the server says that parts of changes are erased. All of it inside a transaction.
namespace store {

/// The change without the parts that are erased already, as it may be kept here.
void takeErased(const RecordStore &records, merge::Change &change);

/// True when the change tells what it was made from, and that is erased.
[[nodiscard]] bool tellsErased(const RecordStore &records, const merge::Change &change);

/// Takes the bytes away that this word, which stands in the records and in the log, says are erased. Returns of
/// how many parts.
int obeyErasure(Log &log, RecordStore &records, const merge::Change &word);

/// The same for all that the records of a scope say, as after a snapshot of it.
void obeyErasures(Log &log, RecordStore &records, const record::ScopeId &scope);

} // namespace store
