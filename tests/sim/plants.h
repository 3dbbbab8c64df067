// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace sim {

/// A bug that can be turned on: CADRE_PLANT("name") stands where it is made.
struct Plant {
    const char *name;
    const char *sentence;
};

[[nodiscard]] const std::vector<Plant> &plants();
[[nodiscard]] bool isPlant(const std::string &name);

} // namespace sim
