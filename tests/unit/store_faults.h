// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

/// What the store said was wrong; Other when it said nothing.
inline store::Fault faultOf(const auto &action)
{
    try {
        action();
    } catch (const store::Error &error) {
        return error.fault();
    }
    return store::Fault::Other;
}
