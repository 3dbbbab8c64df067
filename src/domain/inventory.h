// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/policy.h"
#include "src/domain/retention.h"

#include <string>
#include <vector>

namespace domain {

/// One field of one record type in one kind of place, in words for a privacy officer.
struct InventoryRow {
    std::string type; ///< `CheckIn`.
    std::string typeLabel;
    std::string field; ///< `minutes`; of a message in a field `money.amount`.
    std::string meaning;
    std::string place; ///< `pair-log`.
    std::string confidentiality; ///< `P2`.
    std::string readers;
    std::string writers;
    std::string kept; ///< "3 years after the match has ended".
};

/// Every field of every type that the catalogue holds, in each place that the policy gives it.
[[nodiscard]] std::vector<InventoryRow> inventory(const record::Catalogue &catalogue, const Policy &policy,
                                                  const Retention &retention);
[[nodiscard]] std::string inventoryMarkdown(const std::vector<InventoryRow> &rows);
/// RFC 4180, with a line of headings.
[[nodiscard]] std::string inventoryCsv(const std::vector<InventoryRow> &rows);

} // namespace domain
