// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/sanctioned_time.pb.h"
#include "src/domain/sanctioned_time.h"

namespace domain {

/// What a record promises, as I2 reads it. No value while it is incomplete, and where it names a unit that this version
/// does not know: what is not understood is not counted.
[[nodiscard]] std::optional<SanctionedTimePolicy> promiseOf(const cadre::v1::SanctionedTimePolicy &record);

} // namespace domain
