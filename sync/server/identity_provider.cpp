// SPDX-License-Identifier: Apache-2.0
#include "sync/server/identity_provider.h"

#include "sync/server/form_text.h"
#include "sync/server/id_token.h"
#include "sync/server/json_web_keys.h"
#include "sync/server/secrets.h"
#include "sync/server/sign_in.h"

#include <algorithm>
#include <utility>

namespace server {

IdentityProvider::IdentityProvider(IdentitySettings settings)
    : m_settings(std::move(settings))
    , m_https(m_settings.authorities)
{
}

std::string IdentityProvider::returnAddress() const
{
    return m_settings.publicUrl + signInReturnPath;
}

std::string IdentityProvider::discover() const
{
    const bool hasSlash = m_settings.issuer.ends_with('/');
    return m_https.bodyOf({ m_settings.issuer + (hasSlash ? "" : "/") + ".well-known/openid-configuration", {}, {} });
}

std::optional<ProviderEndpoints> IdentityProvider::endpointsOf(const std::string &document) const
{
    const auto said = parseObject(document);
    if (!said || textOf(*said, "issuer") != m_settings.issuer) {
        return {};
    }
    ProviderEndpoints endpoints { textOf(*said, "authorization_endpoint"), textOf(*said, "token_endpoint"),
                                  textOf(*said, "jwks_uri") };
    for (const auto &url : { endpoints.authorization, endpoints.token, endpoints.keys }) {
        if (!parseHttpsUrl(url)) {
            return {};
        }
    }
    // Basic is what a provider takes that says nothing.
    if (const auto methods = said->fields().find("token_endpoint_auth_methods_supported");
        methods != said->fields().end()) {
        const auto &named = methods->second.list_value().values();
        endpoints.takesBasic = std::any_of(named.begin(), named.end(), [](const auto &method) {
            return method.string_value() == "client_secret_basic";
        });
    }
    return endpoints;
}

std::string IdentityProvider::addressFor(const Authorization &authorization, const ProviderEndpoints &endpoints) const
{
    const char mark = endpoints.authorization.find('?') == std::string::npos ? '?' : '&';
    return endpoints.authorization + mark
        + formText({ { "response_type", "code" },
                     { "client_id", m_settings.clientId },
                     { "redirect_uri", returnAddress() },
                     { "scope", "openid" },
                     { "state", authorization.state },
                     { "nonce", authorization.nonce },
                     { "code_challenge", challengeOf(authorization.verifier) },
                     { "code_challenge_method", "S256" } });
}

std::string IdentityProvider::subjectBehind(const std::string &code, const Authorization &authorization,
                                            const ProviderEndpoints &endpoints, std::int64_t now) const
{
    FormFields form { { "grant_type", "authorization_code" },
                      { "code", code },
                      { "redirect_uri", returnAddress() },
                      { "code_verifier", authorization.verifier } };
    OutgoingRequest request { endpoints.token, {}, {} };
    if (endpoints.takesBasic) {
        request.authorization =
            "Basic " + base64(percentEncoded(m_settings.clientId) + ":" + percentEncoded(m_settings.secret));
    } else {
        form.emplace("client_id", m_settings.clientId);
        form.emplace("client_secret", m_settings.secret);
    }
    request.form = formText(form);
    const auto answer = parseObject(m_https.bodyOf(request));
    if (!answer) {
        throw OutgoingFailed("the token endpoint's answer cannot be read");
    }
    const auto keys = parseObject(m_https.bodyOf({ endpoints.keys, {}, {} }));
    if (!keys) {
        throw OutgoingFailed("the provider's keys cannot be read");
    }
    return subjectOf(textOf(*answer, "id_token"), *keys,
                     { m_settings.issuer, m_settings.clientId, authorization.nonce, now });
}

} // namespace server
