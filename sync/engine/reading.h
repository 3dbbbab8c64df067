// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

namespace engine {

/// What a device shows of what it holds. While the person's grant is good that is everything; where a place is closed
/// (Grants::closed()) it is what she wrote herself, alone, and what the server alone writes and names her, such as her
/// match: without it she could not go on writing.
class Reading {
public:
    explicit Reading(Device::Parts &parts)
        : m(parts)
    {
    }
    [[nodiscard]] std::vector<store::StoredRecord> list(const store::Query &query) const;
    /// In whatever places it lies.
    [[nodiscard]] std::vector<store::StoredRecord> get(const std::string &type, const record::Uuid &id) const;
    [[nodiscard]] bool shows(const store::StoredRecord &stored) const;
    [[nodiscard]] bool shows(const store::RecordKey &key) const;

private:
    [[nodiscard]] bool showsClosed(const ClosedPlace &place, const store::StoredRecord &stored) const;
    /// Nothing that stands in it is another person's.
    [[nodiscard]] bool isHers(const store::RecordKey &key) const;

    Device::Parts &m;
};

} // namespace engine
