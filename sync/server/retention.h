// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/calendar.h"
#include "sync/store/records.h"
#include "cadre/sync/v1alpha/rights.pb.h"

#include <vector>

namespace server {

class Academy;

/// A record that has been kept as long as the rules say.
struct DueRecord {
    store::RecordKey key;
    std::string type;
    domain::Day since; ///< It became due.
    bool isHeld = false; ///< By a legal hold: it stays.
};

/// All of them, place by place. Deleted records count: their values still stand in the log.
[[nodiscard]] std::vector<DueRecord> dueRecords(Academy &academy);

/// By kind of place and type.
[[nodiscard]] std::vector<cadre::sync::v1alpha::RetentionCount> countsOf(const std::vector<DueRecord> &records);

/// Erases due records that no hold keeps, place by place in a transaction each, until about 500 are gone: the rest at
/// the next call. When none is left the file is written anew.
[[nodiscard]] cadre::sync::v1alpha::ApplyRetentionResponse applyRetention(Academy &academy);

} // namespace server
