// SPDX-License-Identifier: Apache-2.0
#include "src/reports/report.h"

#include <algorithm>

namespace reports {

const std::vector<Report> &allReports()
{
    static const std::vector<Report> reports {
        { .name = "mentoring-statement", .number = "D1", .make = mentoringStatement },
        { .name = "check-in-register", .number = "D2", .make = checkInRegister },
        { .name = "my-record", .number = "D4", .make = myRecord },
        { .name = "my-calendar", .number = "", .make = myCalendar, .hasAppointments = true },
    };
    return reports;
}

const Report *reportNamed(std::string_view name)
{
    const auto &reports = allReports();
    const auto found = std::find_if(reports.begin(), reports.end(), [&](const Report &report) {
        return !name.empty() && (report.name == name || report.number == name);
    });
    return found == reports.end() ? nullptr : &*found;
}

} // namespace reports
