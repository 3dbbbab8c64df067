// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Marks a mistake that the simulator can turn on to see whether it is found: `false` in the
/// product. tests/sim/plants.cpp lists them.
#ifdef CADRE_PLANTS

#include <string>
#include <string_view>

namespace record {

/// The one bug that is turned on in this process; empty for none.
inline std::string &plantedBug()
{
    static std::string name;
    return name;
}
inline void plantBug(std::string_view name)
{
    plantedBug() = name;
}

} // namespace record

#define CADRE_PLANT(name) (record::plantedBug() == (name))

#else

#define CADRE_PLANT(name) false

#endif
