// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace server {

/// Why nobody should take this passphrase, as a sentence; empty when it will do. `login` is its owner's.
[[nodiscard]] std::string passphraseProblem(const std::string &passphrase, const std::string &login);

/// By Argon2id with 64 MiB, in libsodium's own text form. Takes about 50 ms. Throws std::bad_alloc.
[[nodiscard]] std::string passphraseHash(const std::string &passphrase);
[[nodiscard]] bool isPassphrase(const std::string &passphrase, const std::string &hash);

} // namespace server
