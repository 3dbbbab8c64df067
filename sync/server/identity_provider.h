// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/outgoing_https.h"

#include <cstdint>
#include <optional>
#include <string>

namespace server {

/// How this server is known to an OpenID provider, as its client.
struct IdentitySettings {
    std::string publicUrl; ///< This server's, as browsers and the provider reach it; without a slash at its end.
    std::string issuer;
    std::string clientId;
    std::string secret;
    std::string authorities; ///< PEM file of those that may certify the provider; empty: the system's.
};

/// What the provider's discovery document says of it.
struct ProviderEndpoints {
    std::string authorization;
    std::string token;
    std::string keys;
    bool takesBasic = true; ///< The client's secret in a header; else in the form.
};

/// One authorization, as this server asked for it.
struct Authorization {
    std::string state;
    std::string nonce;
    std::string verifier;
};

/// The academy's OpenID provider: authorization code with PKCE. Its calls block for up to ten seconds each and throw
/// OutgoingFailed. Any thread.
class IdentityProvider {
public:
    explicit IdentityProvider(IdentitySettings settings);

    [[nodiscard]] const IdentitySettings &settings() const { return m_settings; }
    /// Asks for the discovery document, as it came.
    [[nodiscard]] std::string discover() const;
    /// Reads it; nothing unless it is that issuer's and all that it names is reached over HTTPS.
    [[nodiscard]] std::optional<ProviderEndpoints> endpointsOf(const std::string &document) const;
    /// Where the browser is sent.
    [[nodiscard]] std::string addressFor(const Authorization &authorization, const ProviderEndpoints &endpoints) const;
    /// Turns the code that the browser brought back into the subject who signed in. Throws TokenRefused, too.
    [[nodiscard]] std::string subjectBehind(const std::string &code, const Authorization &authorization,
                                            const ProviderEndpoints &endpoints, std::int64_t now) const;

private:
    [[nodiscard]] std::string returnAddress() const;

    IdentitySettings m_settings;
    OutgoingHttps m_https;
};

} // namespace server
