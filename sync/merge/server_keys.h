// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/sync/v1/sync_service.pb.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace merge {

inline constexpr std::string_view keyChangeDomain = "cadre.key-change.v1";

/// What somebody knows of the keys of one server. Values; any thread may read them.
struct ServerKeys {
    /// 32 bytes each, one behind the other: those that count, and last the one that it signs with.
    std::string keys;
    std::string recoveryKey; ///< Empty where there is none.
    std::int64_t changedAt = 0; ///< UTC milliseconds, of the last change.

    [[nodiscard]] std::string_view present() const;

    /// What is known after the server's word that it signs with another key. Nothing where the word doesn't hold:
    /// forged, repeated, older than the last one, or said by a key that had been exchanged before.
    [[nodiscard]] std::optional<ServerKeys> after(const cadre::sync::v1::SignedKeyChange &change) const;
};

/// True when one of the server's keys made the signature. `keys` as in ServerKeys.
[[nodiscard]] bool isSignedByServer(std::string_view domain, std::string_view bytes, std::string_view signature,
                                    std::string_view keys);

} // namespace merge
