// SPDX-License-Identifier: Apache-2.0
#include "opened.h"

#include "src/domain/policy.h"

namespace models {

void noteOpened(engine::Device &device, const store::RecordKey &key)
{
    if (device.isEnrolled() && domain::Policy::builtIn().isAboutSomebody(key.scope.kind)
        && key.scope.key != device.identity().person)
        device.noteOpened(key);
}

} // namespace models
