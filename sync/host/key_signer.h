// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/signer.h"

namespace host {

/// Signs with one key pair, which a host keeps.
class KeySigner : public Signer {
public:
    /// `clock` dates what certifies a person.
    KeySigner(merge::KeyPair keys, record::Clock clock);

    [[nodiscard]] const std::string &publicKey() const override { return m_keys.publicKey; }
    [[nodiscard]] const std::string &secretKey() const { return m_keys.secretKey; }

    [[nodiscard]] std::string sign(std::string_view domain, std::string_view bytes) const override;
    [[nodiscard]] bool isSigned(std::string_view domain, std::string_view bytes,
                                std::string_view signature) const override;
    [[nodiscard]] cadre::sync::v1::SignedCertificate certify(const record::Uuid &site, const std::string &publicKey,
                                                             const record::Uuid &person) const override;
    [[nodiscard]] std::optional<cadre::sync::v1::Certificate>
    verified(const cadre::sync::v1::SignedCertificate &certificate) const override;

protected:
    merge::KeyPair m_keys;
    record::Clock m_clock;
};

} // namespace host
