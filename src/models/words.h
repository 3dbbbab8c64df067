// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/calendar.h"
#include "sync/record/type.h"

#include <QString>
#include <QVariantMap>

#include <google/protobuf/descriptor.h>

/// Days, times and choices as people read them, in the language of the interface.
namespace models {

/// "Tue 12 Nov"; empty for no day.
[[nodiscard]] QString weekdayText(const std::string &isoDay);
/// "12 Nov", with the year when it is another than `today`'s.
[[nodiscard]] QString shortDay(const std::string &isoDay, domain::Day today);
/// "Friday, 20 November".
[[nodiscard]] QString longDay(domain::Day day);
/// A day to choose by its usual name: {label, day}.
[[nodiscard]] QVariantMap dayChoice(const QString &label, domain::Day day);
/// "Fri 14:02".
[[nodiscard]] QString momentText(std::int64_t utcMilliseconds);
/// "6 minutes ago".
[[nodiscard]] QString agoText(std::int64_t then, std::int64_t now);
/// The translated label of a choice.
[[nodiscard]] QString choice(const google::protobuf::EnumDescriptor &choices, int number);
/// Why nobody should begin with this passphrase, or how the two that were typed differ; empty when it will do.
[[nodiscard]] QString newPassphraseProblem(const QString &passphrase, const QString &again);
/// The same of a PIN.
[[nodiscard]] QString newPinProblem(const QString &pin, const QString &again);

/// "B" of "Lena Brandt".
[[nodiscard]] QString initialOf(const QString &name);
/// What records of the type are called, translated.
[[nodiscard]] QString typeLabel(const record::RecordType &type);

} // namespace models
