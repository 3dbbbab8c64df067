// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/sealed_files.h"
#include "cadre/store/v1/state.pb.h"

#include <optional>
#include <string>
#include <string_view>

/// A key under another one (XChaCha20-Poly1305), which Argon2id makes of what a person knows.
namespace store {

/// Random salt and nonce, and what Argon2id costs: a tenth of a second and 64 MiB.
[[nodiscard]] cadre::store::v1::WrappedKey newWrap();
/// Throws Error{Other} where there is no room for what it takes.
[[nodiscard]] SealKey stretched(const std::string &words, const cadre::store::v1::WrappedKey &wrap);
/// Draws another nonce. `domain` tells apart what keys are wrapped for.
void wrap(cadre::store::v1::WrappedKey &wrap, const SealKey &key, const SealKey &under, std::string_view domain);
/// Nothing when it is under another key, or for something else.
[[nodiscard]] std::optional<SealKey> unwrap(const cadre::store::v1::WrappedKey &wrap, const SealKey &under,
                                            std::string_view domain);
/// Sizes are right, and it asks for no more than a device can give.
[[nodiscard]] bool isSound(const cadre::store::v1::WrappedKey &wrap);
/// Overwrites it.
void forget(SealKey &key);

} // namespace store
