// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/self_test.h"

namespace sim {

int testOracle()
{
    return 0;
}

} // namespace sim
