// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/record/type.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace store {

/// How the fields of types merge, as a snapshot says it: for records of types, and fields of types,
/// that this catalogue does not know.
class SnapshotKinds {
public:
    /// cadre.sync.v1alpha.SnapshotType, encoded; empty where all of its fields are registers.
    [[nodiscard]] static std::string describe(const record::RecordType &type);

    /// Reads what describe() wrote. Throws Invalid when it is damaged.
    void add(std::string_view described);
    /// True when fields were described that this type, as it is known here, has not.
    [[nodiscard]] bool goBeyond(const record::RecordType &type) const;
    /// The state of a record that one change made whole, of a type described or of registers alone.
    [[nodiscard]] merge::RecordState stateOf(std::uint32_t type, std::string_view message,
                                             const merge::Sibling &made) const;

private:
    struct Field {
        std::uint32_t kind = 0; ///< An OpKind.
        std::optional<std::uint32_t> element; ///< The wire type of what may stand packed.
    };
    using Fields = std::map<std::uint32_t, Field>;

    std::map<std::uint32_t, Fields> m_types;
};

} // namespace store
