// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/problem.h"

namespace server {

using host::Code;
using host::Problem;

} // namespace server
