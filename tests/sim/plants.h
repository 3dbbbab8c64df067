// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace sim {

enum class PlantedBy {
    Author, ///< Of the engine or of what judges it.
    Outsider, ///< Somebody who had not read how the simulator looks for mistakes.
};

/// A bug that can be turned on: CADRE_PLANT("name") stands where it is made.
struct Plant {
    const char *name;
    const char *sentence;
    PlantedBy plantedBy = PlantedBy::Author;
};

[[nodiscard]] const std::vector<Plant> &plants();
[[nodiscard]] bool isPlant(const std::string &name);

} // namespace sim
