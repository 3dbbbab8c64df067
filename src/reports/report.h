// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/reports/document.h"
#include "src/reports/holdings.h"
#include "src/reports/window.h"

#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace reports {

/// This device does not hold what the report is made of; says who does, in a sentence.
class NotHere : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What somebody asks of a report.
struct Request {
    std::optional<Window> window; ///< Each report has its own when nobody said.
    QString language = QStringLiteral("en"); ///< Whose translator is installed: `en`, `es`.
};

/// D1: one row a pair and month, for the school, the district and payroll: dates, minutes and in whose time, and
/// nothing of what was said. Of the month before today's unless asked. Throws NotHere where no pair's minutes are held,
/// and std::invalid_argument for a window that is no month.
[[nodiscard]] Document mentoringStatement(const Holdings &held, const Request &request);
/// D2: one row a school: counts, minutes, and rates of groups large enough. Of the month before today's unless asked.
/// Throws NotHere on a device of nobody who leads there.
[[nodiscard]] Document checkInRegister(const Holdings &held, const Request &request);
/// D4: what she and her mentors wrote for one another, for the teacher herself. Of all time unless asked. Throws
/// NotHere for anybody who is nobody's mentee here.
[[nodiscard]] Document myRecord(const Holdings &held, const Request &request);
/// Her own meetings and the days on which her steps are due, without a name, a focus or a word of them. From the
/// first day of today's month on, unless asked.
[[nodiscard]] Document myCalendar(const Holdings &held, const Request &request);

/// A report by its name.
struct Report {
    std::string_view name; ///< `mentoring-statement`.
    std::string_view number; ///< `D1` in the reference; empty for none.
    Document (*make)(const Holdings &held, const Request &request);
    bool hasAppointments = false; ///< It can be an iCalendar file.
};

[[nodiscard]] const std::vector<Report> &allReports();
/// By its name or its number; null when there is none.
[[nodiscard]] const Report *reportNamed(std::string_view name);

} // namespace reports
