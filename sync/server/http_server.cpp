// SPDX-License-Identifier: Apache-2.0
#include "sync/server/http_session.h"

#include "sync/server/place.h"
#include "sync/store/database.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <fmt/format.h>
#include <openssl/ssl.h>
#include <spdlog/spdlog.h>

#include <thread>
#include <vector>

namespace server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr const char *tls12Ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr const char *tls13Ciphers = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr const char *groups = "X25519:P-256:P-384";

std::unique_ptr<asio::ssl::context> tlsContext(const HttpOptions &options)
{
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX *handle = context->native_handle();
    SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION);
    SSL_CTX_set_options(handle, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_cipher_list(handle, tls12Ciphers);
    SSL_CTX_set_ciphersuites(handle, tls13Ciphers);
    SSL_CTX_set1_groups_list(handle, groups);
    // A connection that waits for news needs no buffers meanwhile; who comes again brings a ticket.
    SSL_CTX_set_mode(handle, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF);
    error_code error;
    context->use_certificate_chain_file(options.certificateFile, error);
    if (!error) {
        context->use_private_key_file(options.keyFile, asio::ssl::context::pem, error);
    }
    if (error || SSL_CTX_check_private_key(handle) != 1) {
        throw store::Error(
            store::Fault::Unreadable,
            fmt::format("The certificate {} or its key {} cannot be read, or they don't belong together. "
                        "Name two PEM files that do.",
                        options.certificateFile, options.keyFile));
    }
    return context;
}

} // namespace

struct HttpServer::Parts {
    explicit Parts(const HttpOptions &options)
        : context(4)
        , share(std::make_shared<SessionShare>(options.limits, options.counters))
        , acceptor(asio::make_strand(context))
        , drainTimer(acceptor.get_executor())
    {
    }

    asio::awaitable<void> accept();

    asio::io_context context;
    std::shared_ptr<SessionShare> share;
    tcp::acceptor acceptor;
    asio::steady_timer drainTimer;
    std::unique_ptr<asio::ssl::context> tls;
    std::vector<std::thread> threads;
};

asio::awaitable<void> HttpServer::Parts::accept()
{
    while (acceptor.is_open()) {
        asio::any_io_executor strand = asio::make_strand(context);
        tcp::socket socket(strand);
        error_code error;
        co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (error == asio::error::operation_aborted || !acceptor.is_open()) {
            co_return;
        }
        if (error) {
            // Such as no file descriptor left: the pause lets some come free.
            asio::steady_timer pause(acceptor.get_executor(), std::chrono::milliseconds(50));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        if (share->open >= static_cast<std::int64_t>(2 * share->limits.connections)) {
            // So many are about to end, but have not yet.
            socket.close(error);
            continue;
        }
        asio::co_spawn(strand, serveConnection(share, std::move(socket), tls.get()), [](std::exception_ptr failure) {
            try {
                if (failure) {
                    std::rethrow_exception(failure);
                }
            } catch (const std::exception &reason) {
                spdlog::debug("A connection ended: {}", reason.what());
            }
        });
    }
}

HttpServer::HttpServer(const HttpOptions &options, Handler handler, Refuse refuse,
                       std::function<void(int)> connectionsChanged)
    : m(std::make_unique<Parts>(options))
{
    m->share->handler = std::move(handler);
    m->share->refuse = std::move(refuse);
    m->share->connectionsChanged = std::move(connectionsChanged);

    error_code error;
    tcp::resolver resolver(m->context);
    const auto found = resolver.resolve(options.host, std::to_string(options.port), tcp::resolver::passive, error);
    if (error || found.empty()) {
        throw store::Error(
            store::Fault::Other,
            fmt::format("There is no address {} on this machine. Name another one with --listen HOST:PORT.",
                        options.host));
    }
    const tcp::endpoint endpoint = found.begin()->endpoint();
    if (options.certificateFile.empty() && !endpoint.address().is_loopback()) {
        throw WrongUse(
            "Without TLS this server listens on loopback only. Leave out --plaintext, or listen on 127.0.0.1.");
    }
    if (!options.certificateFile.empty()) {
        m->tls = tlsContext(options);
    }
    m->acceptor.open(endpoint.protocol(), error);
    if (!error) {
        m->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        m->acceptor.bind(endpoint, error);
    }
    if (!error) {
        m->acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        throw store::Error(
            store::Fault::InUse,
            fmt::format(
                "{}:{} cannot be listened on: {}. Choose another port with --listen HOST:PORT, or port 0 for any.",
                options.host, options.port, error.message()));
    }
}

HttpServer::~HttpServer()
{
    stop();
}

std::uint16_t HttpServer::port() const
{
    error_code error;
    return m->acceptor.local_endpoint(error).port();
}

void HttpServer::start(int threads)
{
    asio::co_spawn(m->acceptor.get_executor(), m->accept(), asio::detached);
    for (int i = 0; i < threads; ++i) {
        m->threads.emplace_back([this] { m->context.run(); });
    }
}

void HttpServer::stop()
{
    if (m->threads.empty()) {
        return;
    }
    m->share->draining = true;
    asio::post(m->acceptor.get_executor(), [this] {
        error_code error;
        m->acceptor.close(error);
        m->share->connections.closeWaiting();
        m->drainTimer.expires_after(std::chrono::seconds(m->share->limits.drainSeconds));
        m->drainTimer.async_wait([this](error_code stopped) {
            if (!stopped) {
                m->context.stop();
            }
        });
    });
    // Without connections nothing keeps the threads but the timer: end it with the last one.
    while (m->share->open > 0 && !m->context.stopped()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    asio::post(m->acceptor.get_executor(), [this] { m->drainTimer.cancel(); });
    for (auto &thread : m->threads) {
        thread.join();
    }
    m->threads.clear();
}

} // namespace server
