// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/period.h"
#include "sync/record/id.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

/// A report before it is a file: what every writer writes, whatever its format.
namespace reports {

/// Nobody here knows it: an empty cell for machines, a dash for people. Never a 0.
struct Unknown {
    bool operator==(const Unknown &) const = default;
};
/// Known, and not told: of too few people.
struct Withheld {
    std::string code; ///< `fewer than 3`, for machines.
    QString words;
    bool operator==(const Withheld &) const = default;
};
struct Text {
    std::string code; ///< An id, a choice's code, or the words themselves: for machines.
    QString words; ///< For people; may have several lines.
    bool operator==(const Text &) const = default;
};
struct Count {
    std::int64_t value = 0;
    bool operator==(const Count &) const = default;
};
struct Percent {
    int value = 0; ///< Of a hundred, rounded.
    bool operator==(const Percent &) const = default;
};
using Cell = std::variant<Unknown, Withheld, Text, Count, Percent, domain::Day>;

struct Column {
    std::string name; ///< `teacher_id`: the same in every language.
    QString title;
};

struct Table {
    QString heading;
    QString caption; ///< One sentence: what a row is.
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< As long as `columns` each.
    std::size_t rowHeader = 0; ///< The column that names its row.
};

/// Something said once beside the tables: the period, who made it, how old its data are.
struct Detail {
    QString name;
    QString value;
};

/// A meeting or a due day in somebody's calendar, with nothing that tells whom or what it is about.
struct Appointment {
    std::string uid; ///< The same in every export.
    QString summary;
    domain::Day day;
    std::optional<std::int64_t> start; ///< UTC milliseconds; all day without it.
    int minutes = 0;
};

struct Document {
    QString language; ///< `en`, `es`.
    QString title;
    QString subtitle;
    std::vector<Detail> details;
    std::vector<Table> tables; ///< The first is the report; its names and rows are the CSV file.
    std::vector<QString> notes; ///< How it was counted, of how many, and what is left out.
    std::vector<Appointment> appointments;
    std::string madeBy;
    std::int64_t madeAt = 0; ///< UTC milliseconds.
    /// Places whose content it holds: to copy it out is told to whom they concern.
    std::set<record::ScopeId> sources;
};

} // namespace reports
