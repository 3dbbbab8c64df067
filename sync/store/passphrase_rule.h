// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace store {

inline constexpr std::size_t leastPassphraseCharacters = 10;

/// Why nobody should take a passphrase: too short, too long, or soon guessed (zxcvbn: words and passwords that many
/// take, names, rows of keys, dates, repetitions, and what is near at hand here).
enum class PassphraseFlaw { None, Short, Long, Common };

/// `login` is its owner's, where there is one. The same on the server and on a device.
[[nodiscard]] PassphraseFlaw passphraseFlaw(const std::string &passphrase, const std::string &login = {});

} // namespace store
