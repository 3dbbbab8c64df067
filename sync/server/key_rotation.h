// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace server {

class Academy;

/// The server signs with another key from now on, and anew what it signed before and still hands out. `recoveryCode` is
/// empty, or that of the recovery key, where the present one was lost. Durable when it returns; no other thread or
/// process has the store meanwhile. Throws Problem, store::Error, and then nothing was changed.
void rotateKey(Academy &academy, const std::string &recoveryCode);
/// The code to write down and lock away; there is no other copy. Throws Problem where there is one already.
[[nodiscard]] std::string nameRecoveryKey(Academy &academy);

} // namespace server
