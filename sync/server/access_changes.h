// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/facts.h"
#include "sync/merge/change.h"
#include "sync/store/record_store.h"
#include "cadre/sync/v1alpha/audit.pb.h"

#include <vector>

namespace server {

/// What the audit log is told of a change that has been applied: roles, matches, services, enrollments and shares that
/// it gave, changed or ended, each with whom it is about.
[[nodiscard]] std::vector<cadre::sync::v1alpha::AuditEntry> accessChanges(const merge::Change &change,
                                                                          const store::RecordStore &records,
                                                                          const domain::Facts &facts,
                                                                          domain::Day today);

} // namespace server
