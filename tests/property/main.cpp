// SPDX-License-Identifier: Apache-2.0
#include "tests/property/history.h"

#include <sodium.h>

#include <algorithm>

// RC_PARAMS="seed=1 max_success=500 reproduce=…" chooses the cases; a failure prints what to reproduce.
int main()
{
    if (sodium_init() < 0) {
        return 1;
    }
    const bool holds[] { property::checkContexts(), property::checkChanges(), property::checkHashes(),
                         property::checkMerge(), property::checkWholeRecords() };
    return std::all_of(std::begin(holds), std::end(holds), [](bool one) { return one; }) ? 0 : 1;
}
