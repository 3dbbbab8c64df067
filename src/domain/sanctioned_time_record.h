// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/sanctioned_time.pb.h"
#include "src/domain/sanctioned_time.h"

namespace domain {

/// What a record promises, as I2 reads it. No value while it is incomplete, and where it names a unit that this version
/// does not know: what is not understood is not counted.
[[nodiscard]] std::optional<SanctionedTimePolicy> promiseOf(const cadre::v1::SanctionedTimePolicy &record);

/// What a pair is promised on a day: what the two agreed on for a month, where they did; else the policy in force, of
/// several the one that began last. No value where nobody chose one, and where it is one that promiseOf() cannot read.
[[nodiscard]] std::optional<SanctionedTimePolicy>
promiseFor(int monthlyMinutes, const std::vector<cadre::v1::SanctionedTimePolicy> &policies, Day day);

} // namespace domain
