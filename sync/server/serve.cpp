// SPDX-License-Identifier: Apache-2.0
#include "sync/server/serve.h"

#include "sync/server/event_log.h"
#include "sync/server/gateway.h"
#include "sync/server/notify.h"
#include "sync/server/open_store.h"
#include "sync/server/outgoing_https.h"
#include "sync/server/sign_in.h"
#include "sync/server/tls_identity.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <fstream>
#include <memory>
#include <optional>
#include <thread>

#include <sys/resource.h>

namespace server {

namespace {

struct Endpoint {
    std::string host;
    std::uint16_t port = 0;
};

Endpoint parseEndpoint(const std::string &text)
{
    const auto colon = text.rfind(':');
    Endpoint endpoint;
    if (colon != std::string::npos && colon > 0) {
        endpoint.host = text.substr(0, colon);
        const char *end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, endpoint.port);
        if (error == std::errc {} && stop == end) {
            if (endpoint.host.size() > 2 && endpoint.host.front() == '[' && endpoint.host.back() == ']') {
                endpoint.host = endpoint.host.substr(1, endpoint.host.size() - 2);
            }
            return endpoint;
        }
    }
    throw WrongUse("An address to listen on is HOST:PORT, such as --listen 127.0.0.1:8443; port 0 picks one.");
}

/// Where this machine itself reaches a server that listens on `host`.
std::string localUrl(const std::string &host, std::uint16_t port, bool plaintext)
{
    std::string name = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host;
    if (name.find(':') != std::string::npos) {
        name = "[" + name + "]";
    }
    return fmt::format("{}://{}:{}", plaintext ? "http" : "https", name, port);
}

/// Room for so many connections beside the store's files; as much of it as the system gives.
void makeRoomForFiles(std::size_t connections)
{
    rlimit files {};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = std::clamp<rlim_t>(2 * connections + 200, files.rlim_cur, files.rlim_max);
        (void)::setrlimit(RLIMIT_NOFILE, &files);
    }
}

GatewayLimits limitsOf(const ServeOptions &options)
{
    GatewayLimits limits;
    limits.asking.ofAddress = { options.requestsOfAddress, 10 * options.requestsOfAddress };
    limits.slow.threads = std::clamp(std::thread::hardware_concurrency() / 2, 1U, 4U);
    return limits;
}

/// Nothing when no provider is named. Throws WrongUse when half of it is.
std::optional<IdentitySettings> identityOf(const ServeOptions &options)
{
    const auto &issuer = options.oidcIssuer;
    if (issuer.empty() && options.oidcClient.empty() && options.oidcSecretFile.empty()) {
        return {};
    }
    std::string url = options.publicUrl;
    while (url.ends_with('/')) {
        url.pop_back();
    }
    const bool isLocal = url.starts_with("http://127.0.0.1:") && options.plaintext;
    if (issuer.empty() || options.oidcClient.empty() || options.oidcSecretFile.empty() || !parseHttpsUrl(issuer)
        || (!parseHttpsUrl(url) && !isLocal)) {
        throw WrongUse("Signing in with a provider needs --public-url, --oidc-issuer (both https), --oidc-client and "
                       "--oidc-secret-file.");
    }
    std::ifstream file(options.oidcSecretFile);
    std::string secret;
    if (!std::getline(file, secret) || secret.empty()) {
        throw WrongUse("The first line of the file " + options.oidcSecretFile
                       + " is the provider's secret, and it "
                         "could not be read.");
    }
    return IdentitySettings { url, issuer, options.oidcClient, secret, options.oidcAuthorities };
}

} // namespace

int serve(const Place &place, const ServeOptions &options)
{
    const Endpoint endpoint = parseEndpoint(options.listen);
    if (options.certificateFile.empty() != options.keyFile.empty()) {
        throw WrongUse("A certificate and its key go together: name both --tls-cert and --tls-key.");
    }
    auto identitySettings = identityOf(options);
    logAsJson(spdlog::level::from_str(options.logLevel));
    OpenStore store(place);
    HttpOptions http;
    http.host = endpoint.host;
    http.port = endpoint.port;
    http.limits.connections = options.connections;
    http.limits.connectionsOfNetwork = options.connectionsOfAddress;
    http.counters = &store.counters();
    makeRoomForFiles(options.connections);
    TlsIdentity identity;
    if (!options.plaintext) {
        identity = options.certificateFile.empty() ? keptIdentity(place.directory, endpoint.host)
                                                   : givenIdentity(options.certificateFile, options.keyFile);
        http.certificateFile = identity.certificateFile;
        http.keyFile = identity.keyFile;
    }

    // Before the threads, so that none of them takes the signal.
    boost::asio::io_context signals;
    boost::asio::signal_set ends(signals, SIGTERM, SIGINT);
    std::signal(SIGPIPE, SIG_IGN);

    // The gateway ends first: what it still answers goes to a listener that is there.
    std::unique_ptr<HttpServer> listener;
    SignIn signIn(store.academy(), std::move(identitySettings));
    signIn.addTo(store.table());
    Gateway gateway(store.academy(), store.table(), store.counters(), limitsOf(options), &signIn);
    listener = std::make_unique<HttpServer>(
        http,
        [&gateway](HttpRequest request, HttpServer::Respond respond) {
            gateway.handle(std::move(request), std::move(respond));
        },
        &Gateway::refuse, [&store](int change) { store.counters().connections += change; });
    listener->start(static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 2U, 8U)));

    const std::string url = localUrl(endpoint.host, listener->port(), options.plaintext);
    place.writeAddress({ url, identity.pin });
    if (!identity.pin.empty()) {
        fmt::print("pin {}\n", identity.pin);
    }
    fmt::print("cadred listens on {}\n", url);
    std::fflush(stdout);
    if (!options.portFile.empty()) {
        writeWhole(options.portFile, std::to_string(listener->port()) + "\n", 0644);
    }

    logEvent(spdlog::level::info, "started",
             { { "version", CADRE_VERSION },
               { "port", std::int64_t { listener->port() } },
               { "tls", std::int64_t { options.plaintext ? 0 : 1 } },
               { "connections", static_cast<std::int64_t>(options.connections) } });
    tellServiceManager("READY=1");
    ends.async_wait([](const boost::system::error_code &, int) {});
    signals.run();
    tellServiceManager("STOPPING=1");
    logEvent(
        spdlog::level::info, "stopping",
        { { "connections", store.counters().connections.load() }, { "waiting", store.counters().waiting.load() } });
    place.removeAddress();
    gateway.release();
    listener->stop();
    logEvent(spdlog::level::info, "stopped");
    return 0;
}

} // namespace server
