// SPDX-License-Identifier: Apache-2.0
#include "src/roster/reading.h"
#include "sync/record/validation.h"

#include <algorithm>

namespace roster {

void readSessions(Reading &reading)
{
    auto file = reading.open("academicSessions", { "sourcedId", "status", "title", "type", "startDate", "endDate" });
    const auto mode = reading.roster.manifest.mode("academicSessions");
    auto &years = reading.roster.schoolYears;
    while (file && file->next()) {
        if (!file->problem().empty()) {
            reading.note(*file, file->problem());
            continue;
        }
        const auto leaves = reading.leaves(*file, mode);
        if (!leaves || *leaves || file->text("type") != "schoolYear") {
            continue;
        }
        AcademicSession session { file->text("title"), file->text("startDate"), file->text("endDate") };
        if (record::isDay(session.start) && record::isDay(session.end) && session.start <= session.end) {
            years.push_back(std::move(session));
        } else {
            reading.note(*file, "Its dates are no days in order, such as 2026-08-10 and 2027-06-04.");
        }
    }
    std::sort(years.begin(), years.end(),
              [](const AcademicSession &one, const AcademicSession &other) { return one.start < other.start; });
}

} // namespace roster
