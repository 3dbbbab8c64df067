// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/record/type.h"

namespace server {

/// Does to the message what the op says; an element that is removed stays. False when the op's kind
/// or its value does not fit the field.
[[nodiscard]] bool applyOp(const cadre::sync::v1::Op &op, const record::FieldDescriptor &field,
                           record::Message &message);

/// Does all ops of an edit to an empty message at once. False, and the message is as it was, where they have to be
/// done one by one: one of them takes something away, or does not fit.
[[nodiscard]] bool makeOf(const cadre::sync::v1::RecordEdit &edit, const record::RecordType &type,
                          record::Message &message);

/// The edit that makes a record in `state` equal to `desired`, as of everything that state has seen.
/// Without ops when it is equal already. `current` is null for a new record.
[[nodiscard]] cadre::sync::v1::RecordEdit editTowards(const record::RecordType &type, const record::Uuid &id,
                                                      const merge::RecordState &state, const record::Message *current,
                                                      const record::Message &desired);
/// The edit that deletes it.
[[nodiscard]] cadre::sync::v1::RecordEdit editAway(const record::RecordType &type, const record::Uuid &id,
                                                   const merge::RecordState &state);
/// True when the op deletes a record.
[[nodiscard]] bool isDelete(const cadre::sync::v1::Op &op);

} // namespace server
