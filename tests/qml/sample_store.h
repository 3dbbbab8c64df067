// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// The day that the sample store calls today: Friday, 20 November 2026, 10:15 UTC.
inline constexpr long long sampleNow = 1795169700000;

/// Writes a store as a mentor's tablet could hold it into `directory`/cadre.db: three teachers with
/// check-ins and promises, milestones of the district, and a date that two people moved. Lena Brandt
/// owns it; she mentors at Lincoln Middle and leads mentoring in the district. Made by devices that
/// exchange through a server in memory, so that everything in it has an author and a history. `directory`/teacher holds
/// the store of Ms Rivera, one of the teachers.
void writeSampleStore(const QString &directory);
