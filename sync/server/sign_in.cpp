// SPDX-License-Identifier: Apache-2.0
#include "sync/server/sign_in.h"

#include "sync/server/event_log.h"
#include "sync/server/form_text.h"
#include "sync/server/id_token.h"
#include "sync/server/secrets.h"
#include "sync/server/sign_in_pages.h"
#include "sync/server/slow_work.h"
#include "sync/host/protocol.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::int64_t endpointsKept = 10LL * 60 * 1000;
constexpr int cookieSeconds = 600;
constexpr int lowestPort = 1024;
/// Before a subject; what begins otherwise is none.
constexpr char isSubject = '=';

void logRefused(const std::string &reason)
{
    logEvent(spdlog::level::warn, "sign_in_refused", { { "reason", reason } });
}

/// Of what the device itself made: URL-safe base 64 of that length.
bool isSecretText(const std::string &text, std::size_t least, std::size_t most)
{
    return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'
                   || c == '_';
           });
}

std::string fieldOf(const FormFields &fields, const std::string &name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

std::optional<WaitingDevice> deviceOf(const std::string &query)
{
    constexpr std::size_t digestLetters = 43;
    constexpr std::size_t mostStateLetters = 128;
    const auto fields = parseForm(query);
    if (!fields) {
        return {};
    }
    WaitingDevice device { fieldOf(*fields, "challenge"), 0, fieldOf(*fields, "state") };
    const auto port = fieldOf(*fields, "port");
    const char *end = port.data() + port.size();
    const auto [stop, error] = std::from_chars(port.data(), end, device.port);
    if (error != std::errc {} || stop != end || device.port < lowestPort
        || !isSecretText(device.challenge, digestLetters, digestLetters)
        || !isSecretText(device.state, digestLetters, mostStateLetters)) {
        return {};
    }
    return device;
}

/// Asks the provider; what fails is for the log alone.
std::string askSubject(const IdentityProvider &provider, const std::string &code, const Authorization &authorization,
                       const ProviderEndpoints &endpoints, std::int64_t now)
{
    try {
        return isSubject + provider.subjectBehind(code, authorization, endpoints, now);
    } catch (const TokenRefused &refused) {
        return std::string("token: ") + refused.what();
    } catch (const std::exception &failed) {
        return std::string("provider: ") + failed.what();
    }
}

std::string askDiscovery(const IdentityProvider &provider)
{
    try {
        return provider.discover();
    } catch (const std::exception &failed) {
        return std::string("provider: ") + failed.what();
    }
}

} // namespace

SignIn::SignIn(Academy &academy, std::optional<IdentitySettings> settings)
    : m_academy(academy)
    , m_provider(settings ? std::make_shared<const IdentityProvider>(std::move(*settings)) : nullptr)
    , m_open([&academy] { return academy.now(); }, academy.entropy())
    , m_guesses([&academy] { return academy.now(); })
{
}

void SignIn::addTo(RpcTable &table)
{
    const std::string service = "cadre.sync.v1alpha.EnrollmentService";
    table.add<v1alpha::GetSignInOfferRequest, v1alpha::GetSignInOfferResponse>(
        service, "GetSignInOffer", [this](const RpcCall &, const v1alpha::GetSignInOfferRequest &) {
            v1alpha::GetSignInOfferResponse response;
            response.set_browser(m_provider != nullptr);
            return response;
        });
    table.add<v1alpha::ExchangeSignInRequest, v1alpha::ExchangeSignInResponse>(
        service, "ExchangeSignIn",
        [this](const RpcCall &call, const v1alpha::ExchangeSignInRequest &request) { return exchange(call, request); });
}

bool SignIn::hasPage(const std::string &target) const
{
    return m_provider && (target == signInPath || target == signInReturnPath);
}

std::string SignIn::cookieName() const
{
    return m_provider->settings().publicUrl.starts_with("https://") ? "__Host-cadre-sign-in" : "cadre-sign-in";
}

HttpResponse SignIn::withCookie(HttpResponse response, const std::string &value, int seconds) const
{
    const bool isSecure = cookieName().starts_with("__Host-");
    response.cookie = fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookieName(), value, seconds,
                                  isSecure ? "; Secure" : "");
    return response;
}

HttpResponse SignIn::answer(const HttpRequest &request, const std::optional<std::string> &prepared)
{
    if (request.target == signInPath) {
        return begin(request, prepared);
    }
    if (!prepared) {
        return comeBack(request);
    }
    const auto fields = parseForm(request.query);
    return withCookie(finish(fields ? fieldOf(*fields, "state") : std::string(), *prepared), {}, 0);
}

const ProviderEndpoints *SignIn::endpoints(const std::optional<std::string> &prepared, const std::string &address)
{
    if (!prepared && (!m_endpoints || m_endpointsUntil < m_academy.now())) {
        throw NeedsSlowWork { address, [provider = m_provider] { return askDiscovery(*provider); } };
    }
    if (prepared) {
        m_endpoints = m_provider->endpointsOf(*prepared);
        m_endpointsUntil = m_academy.now() + endpointsKept;
        if (!m_endpoints) {
            logRefused(prepared->starts_with("provider: ") ? *prepared : "provider: its discovery document");
        }
    }
    return m_endpoints ? &*m_endpoints : nullptr;
}

HttpResponse SignIn::begin(const HttpRequest &request, const std::optional<std::string> &prepared)
{
    const auto device = deviceOf(request.query);
    if (!device) {
        return signInPage(SignInEnd::NotUnderstood);
    }
    const auto *found = endpoints(prepared, request.address);
    if (found == nullptr) {
        return signInPage(SignInEnd::ProviderAway);
    }
    const auto begun = m_open.begin(*device, request.address);
    if (!begun) {
        return signInPage(SignInEnd::Busy);
    }
    return withCookie(redirectTo(m_provider->addressFor(begun->authorization, *found)), begun->cookie, cookieSeconds);
}

HttpResponse SignIn::comeBack(const HttpRequest &request)
{
    const auto fields = parseForm(request.query);
    const auto returned =
        fields ? m_open.comeBack(fieldOf(*fields, "state"), cookieNamed(request.cookies, cookieName())) : std::nullopt;
    if (!returned || !m_endpoints) {
        return signInPage(SignInEnd::Lost);
    }
    const auto issuer = fieldOf(*fields, "iss");
    const auto code = fieldOf(*fields, "code");
    // Another provider's answer is none of this one's (RFC 9207).
    if (code.empty() || (!issuer.empty() && issuer != m_provider->settings().issuer)) {
        return withCookie(finish(fieldOf(*fields, "state"), "provider: no code came back"), {}, 0);
    }
    throw NeedsSlowWork { request.address,
                          [provider = m_provider, code, authorization = returned->authorization,
                           endpoints = *m_endpoints, now = m_academy.now()] {
                              return askSubject(*provider, code, authorization, endpoints, now);
                          } };
}

HttpResponse SignIn::finish(const std::string &state, const std::string &outcome)
{
    const auto returned = m_open.finish(state);
    if (!returned) {
        return signInPage(SignInEnd::Lost);
    }
    if (outcome.empty() || outcome.front() != isSubject) {
        logRefused(outcome);
        return signInPage(SignInEnd::ProviderRefused);
    }
    const auto account = m_academy.accounts().signedInAs(m_provider->settings().issuer, outcome.substr(1));
    if (!account || account->suspended) {
        logRefused(account ? "suspended" : "nobody is linked");
        return signInPage(account ? SignInEnd::Suspended : SignInEnd::Unknown);
    }
    const auto code = m_open.grant(account->login, returned->device.challenge);
    return redirectTo(fmt::format("http://127.0.0.1:{}/?{}", returned->device.port,
                                  formText({ { "code", code }, { "state", returned->device.state } })));
}

v1alpha::ExchangeSignInResponse SignIn::exchange(const RpcCall &call, const v1alpha::ExchangeSignInRequest &request)
{
    host::requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    const auto from = Guesses::keyOf(call.caller.address);
    const auto login = m_open.redeem(request.code(), request.verifier());
    // Nobody guesses 256 bits: who has a right code does not wait for what others behind one address try.
    if (const auto wait = m_guesses.wait(from); !login && wait > 0) {
        throw Problem(Code::ResourceExhausted, "There were many wrong codes. Wait a little, then sign in again.");
    }
    if (!login) {
        m_guesses.failed(from);
        throw Problem(Code::PermissionDenied,
                      "This sign-in has ended or was used already. Nothing was changed. Begin it again.");
    }
    m_guesses.succeeded(from);
    const auto invite = m_academy.accounts().inviteOfSignIn(*login);
    v1alpha::ExchangeSignInResponse response;
    response.set_invite(invite.text);
    response.set_expires_at(invite.expiresAt);
    return response;
}

} // namespace server
