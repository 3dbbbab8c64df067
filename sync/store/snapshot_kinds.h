// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/record/type.h"

#include <map>
#include <string>
#include <string_view>

namespace store {

/// How the fields of types merge, as a snapshot says it: for records of types that this catalogue
/// does not know.
class SnapshotKinds {
public:
    /// cadre.sync.v1alpha.SnapshotType, encoded; empty where all of its fields are registers.
    [[nodiscard]] static std::string describe(const record::RecordType &type);

    /// Reads what describe() wrote. Throws Invalid when it is damaged.
    void add(std::string_view described);
    /// The state of a record that one change made whole, of a type described or of registers alone.
    [[nodiscard]] merge::RecordState stateOf(std::uint32_t type, std::string_view message,
                                             const merge::Sibling &made) const;

private:
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> m_kinds; ///< OpKind by type and field.
};

} // namespace store
