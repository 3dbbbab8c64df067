// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace domain {

/// The text of assets/reference/policy.textproto as it was when the library was built.
[[nodiscard]] const char *policyText();
/// The same of assets/reference/retention.textproto.
[[nodiscard]] const char *retentionText();

} // namespace domain
