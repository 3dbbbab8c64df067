// SPDX-License-Identifier: Apache-2.0
#include "sync/host/key_signer.h"

namespace host {

namespace {

std::string keyIdOf(const std::string &publicKey)
{
    return merge::hash("cadre.key.v1", { publicKey }).substr(0, 8);
}

} // namespace

KeySigner::KeySigner(merge::KeyPair keys, record::Clock clock)
    : m_keys(std::move(keys))
    , m_clock(std::move(clock))
{
}

std::string KeySigner::sign(std::string_view domain, std::string_view bytes) const
{
    return merge::sign(domain, bytes, m_keys.secretKey);
}

bool KeySigner::isSigned(std::string_view domain, std::string_view bytes, std::string_view signature) const
{
    return merge::isSigned(domain, bytes, signature, m_keys.publicKey);
}

cadre::sync::v1::SignedCertificate KeySigner::certify(const record::Uuid &site, const std::string &publicKey,
                                                      const record::Uuid &person) const
{
    cadre::sync::v1::Certificate certificate;
    certificate.set_format(1);
    certificate.set_site(site.raw());
    certificate.set_key_algorithm(1);
    certificate.set_public_key(publicKey);
    certificate.set_person(person.raw());
    certificate.set_issued_at(person.isNull() ? 0 : m_clock());
    cadre::sync::v1::SignedCertificate result;
    result.set_certificate(certificate.SerializeAsString());
    result.set_signature(sign(merge::certificateDomain, result.certificate()));
    result.set_key_id(keyIdOf(m_keys.publicKey));
    return result;
}

std::optional<cadre::sync::v1::Certificate>
KeySigner::verified(const cadre::sync::v1::SignedCertificate &certificate) const
{
    cadre::sync::v1::Certificate content;
    const bool holds = isSigned(merge::certificateDomain, certificate.certificate(), certificate.signature())
        && content.ParseFromString(certificate.certificate());
    return holds ? std::optional(content) : std::nullopt;
}

} // namespace host
