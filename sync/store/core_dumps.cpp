// SPDX-License-Identifier: Apache-2.0
#include "sync/store/core_dumps.h"

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace store {

void leaveNoCoreDump()
{
    // Less than any dump needs, so there is no file; and where dumps go to a program, which is started whatever the
    // limit, Linux takes 1 for "not this one" (core(5) has 0 started all the same).
    const rlimit least { 1, 1 };
    (void)setrlimit(RLIMIT_CORE, &least);
}

void hideMemory()
{
    leaveNoCoreDump();
#ifdef __linux__
    (void)prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace store
