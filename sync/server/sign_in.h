// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/guesses.h"
#include "sync/server/http_server.h"
#include "sync/server/identity_provider.h"
#include "sync/server/open_sign_ins.h"
#include "sync/server/rpc.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

#include <memory>
#include <optional>
#include <string>

namespace server {

inline constexpr const char *signInPath = "/sign-in";
inline constexpr const char *signInReturnPath = "/sign-in/callback";

/// Signing in with the academy's identity provider, in a browser: two pages that lead there and back, and the calls
/// with which a device turns what came of it into an invite. It proves a person once; enrolment stays what it is.
/// One thread at a time.
class SignIn {
public:
    /// Without settings nothing is offered. `academy` outlives this.
    SignIn(Academy &academy, std::optional<IdentitySettings> settings);

    /// Adds the methods to a table; the sign-in outlives it.
    void addTo(RpcTable &table);

    /// True for the pages that answer() knows.
    [[nodiscard]] bool hasPage(const std::string &target) const;
    /// Throws NeedsSlowWork for what the provider has to be asked; `prepared` is what that gave. Throws store::Error.
    [[nodiscard]] HttpResponse answer(const HttpRequest &request, const std::optional<std::string> &prepared);

private:
    [[nodiscard]] HttpResponse begin(const HttpRequest &request, const std::optional<std::string> &prepared);
    [[nodiscard]] HttpResponse comeBack(const HttpRequest &request);
    [[nodiscard]] HttpResponse finish(const std::string &state, const std::string &outcome);
    [[nodiscard]] const ProviderEndpoints *endpoints(const std::optional<std::string> &prepared,
                                                     const std::string &address);
    [[nodiscard]] HttpResponse withCookie(HttpResponse response, const std::string &value, int seconds) const;
    [[nodiscard]] std::string cookieName() const;

    [[nodiscard]] cadre::sync::v1alpha::ExchangeSignInResponse
    exchange(const RpcCall &call, const cadre::sync::v1alpha::ExchangeSignInRequest &request);

    Academy &m_academy;
    std::shared_ptr<const IdentityProvider> m_provider; ///< Null when nothing is offered. Slow work holds it, too.
    OpenSignIns m_open;
    Guesses m_guesses;
    std::optional<ProviderEndpoints> m_endpoints;
    std::int64_t m_endpointsUntil = 0;
};

} // namespace server
