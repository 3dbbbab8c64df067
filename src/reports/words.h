// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/indicator.h"
#include "src/reports/document.h"
#include "src/reports/window.h"

#include <QCoreApplication>

#include <google/protobuf/descriptor.h>

#include <string>

/// What reports say, in the language whose translator is installed (QCoreApplication) and whose locale is the default.
namespace reports {

/// The sentences of reports: Reports::tr().
struct Reports {
    Q_DECLARE_TR_FUNCTIONS(Reports)
};

/// Of what others wrote, only what every format can hold: line breaks and tabs stay, other control characters go.
[[nodiscard]] QString plain(const std::string &text);
/// A cell whose words are its code.
[[nodiscard]] Text textCell(const std::string &text);
/// `in_person` and "In person".
[[nodiscard]] Text choiceCell(const google::protobuf::EnumDescriptor &choices, int number);
/// Choices or words after one another: `a;b` and "A; B".
[[nodiscard]] Text joined(const std::vector<Text> &parts);
/// A day that is written as text; Unknown when there is none.
[[nodiscard]] Cell dayCell(const std::string &isoDay);
/// The indicator as a percentage, or Unknown.
[[nodiscard]] Cell percentCell(const domain::Indicator &share);

/// The day of that moment where this device is.
[[nodiscard]] domain::Day dayHere(std::int64_t utcMilliseconds);
/// "12 November 2026", in a language such as `es`.
[[nodiscard]] QString dayWords(domain::Day day, const QString &language);
/// "12 November 2026, 14:02 UTC".
[[nodiscard]] QString momentWords(std::int64_t utcMilliseconds, const QString &language);
/// "November 2026", "July to December 2026", "School year 2026/27".
[[nodiscard]] QString windowWords(const Window &window, const QString &language);
/// "I3: contact minutes / sanctioned minutes (n = 21)".
[[nodiscard]] QString formulaWords(const domain::Formula &formula, int n);
/// What people read in a cell.
[[nodiscard]] QString cellWords(const Cell &cell, const QString &language);
/// What a machine reads in a cell: ISO days, codes, bare numbers.
[[nodiscard]] std::string cellCode(const Cell &cell);
[[nodiscard]] bool isNumber(const Cell &cell);

} // namespace reports
