// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/booklet.h"

#include <string>
#include <vector>

namespace server {

class Academy;

/// All that a person may read or wrote, what stands in the places of her matches, and what the audit log tells of her.
/// That it was made is noted there. Throws Problem for a login without an account.
[[nodiscard]] std::vector<record::BookletFile> exportPerson(Academy &academy, const std::string &login);

} // namespace server
