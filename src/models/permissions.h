// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "records_read.h"

#include <string>
#include <vector>

#include "src/domain/facts.h"

namespace models {

/// What this device knows of who is who, where and with whom.
[[nodiscard]] domain::Facts factsOf(const engine::Device &device);

/// Whether this person may change these fields of a record, or make a new one in a place, as far
/// as this device knows. The server decides; this only spares people a refusal.
class Permissions {
public:
    explicit Permissions(const engine::Device &device);

    [[nodiscard]] bool mayEdit(const store::StoredRecord &stored, const std::vector<std::string> &fields) const;
    [[nodiscard]] bool mayAdd(const std::string &typeName, const record::ScopeId &scope,
                              const std::vector<std::string> &fields) const;

private:
    struct Knowledge;
    std::shared_ptr<const Knowledge> m_knowledge;
};

/// The open conflicts that concern this person: of her own edits, and of what she may change.
[[nodiscard]] std::vector<store::Conflict> conflictsFor(const engine::Device &device);

} // namespace models
