// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <optional>
#include <string>

namespace host {

/// What a host signs with.
class Signer {
public:
    virtual ~Signer() = default;

    /// 32 bytes (Ed25519).
    [[nodiscard]] virtual const std::string &publicKey() const = 0;

    /// 64 bytes (Ed25519).
    [[nodiscard]] virtual std::string sign(std::string_view domain, std::string_view bytes) const = 0;
    [[nodiscard]] virtual bool isSigned(std::string_view domain, std::string_view bytes,
                                        std::string_view signature) const = 0;
    /// Certifies that the site belongs to the person and signs with the key.
    [[nodiscard]] virtual cadre::sync::v1::SignedCertificate
    certify(const record::Uuid &site, const std::string &publicKey, const record::Uuid &person) const = 0;
    /// The certificate's content when this host signed it; nothing otherwise.
    [[nodiscard]] virtual std::optional<cadre::sync::v1::Certificate>
    verified(const cadre::sync::v1::SignedCertificate &certificate) const = 0;
};

} // namespace host
