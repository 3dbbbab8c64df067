// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "records_read.h"
#include "value_list_model.h"

/// What is known of a check-in beside what it says now, on the worker thread.
namespace models {

/// What its parts said before they were put right, the latest first: recordId, text ("Minutes: 45 before"), byText.
[[nodiscard]] QList<ValueListModel::Row> amendmentsOf(const engine::Device &device, const std::string &checkIn,
                                                      const Names &names);
/// What was added after its month was closed, the first first: recordId, title, who, body.
[[nodiscard]] QList<ValueListModel::Row> addendaOf(const engine::Device &device, const std::string &checkIn,
                                                   const Names &names);
/// Adds one of this person's. `matchId` names the pair.
void addAddendum(engine::Device &device, const std::string &checkIn, const std::string &matchId,
                 const std::string &body);

} // namespace models
