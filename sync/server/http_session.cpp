// SPDX-License-Identifier: Apache-2.0
#include "sync/server/http_session.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <chrono>
#include <optional>
#include <type_traits>

#include <netinet/tcp.h>
#include <sys/socket.h>
#include <zstd.h>

namespace server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

namespace {

using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using Parser = http::request_parser<http::string_body>;

std::string textOf(beast::string_view view)
{
    return { view.data(), view.size() };
}

/// Who is at the other end, and whether that is this machine.
struct Peer {
    asio::ip::address address;
    bool isThisMachine = false;
};

Peer peerOf(const asio::ip::tcp::socket &socket, error_code &error)
{
    const auto plain = [](asio::ip::address address) {
        return address.is_v6() && address.to_v6().is_v4_mapped()
            ? asio::ip::address(asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()))
            : address;
    };
    Peer peer;
    peer.address = plain(socket.remote_endpoint(error).address());
    if (!error) {
        // Nobody else can hold a connection from this machine's own address.
        peer.isThisMachine =
            peer.address.is_loopback() || peer.address == plain(socket.local_endpoint(error).address());
    }
    return peer;
}

HttpRequest requestOf(Parser &parser, const Peer &peer)
{
    auto &message = parser.get();
    HttpRequest request;
    request.method = textOf(message.method_string());
    request.target = textOf(message.target());
    request.target = request.target.substr(0, request.target.find('?'));
    request.contentType = textOf(message[http::field::content_type]);
    request.contentEncoding = textOf(message[http::field::content_encoding]);
    request.acceptEncoding = textOf(message[http::field::accept_encoding]);
    const std::string authorization = textOf(message[http::field::authorization]);
    if (authorization.compare(0, 7, "Bearer ") == 0) {
        request.bearer = authorization.substr(7);
    }
    request.signature = textOf(message["Cadre-Signature"]);
    request.body = std::move(message.body());
    request.address = peer.address.to_string();
    request.loopback = peer.isThisMachine;
    return request;
}

asio::awaitable<HttpResponse> ask(const SessionShare &share, HttpRequest request, asio::any_io_executor executor)
{
    auto initiate = [&share, executor](auto handler, HttpRequest asked) {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        share.handler(std::move(asked), [waiting, executor](HttpResponse response) {
            asio::post(executor,
                       [waiting, response = std::move(response)]() mutable { (*waiting)(std::move(response)); });
        });
    };
    return asio::async_initiate<const asio::use_awaitable_t<> &, void(HttpResponse)>(
        std::move(initiate), asio::use_awaitable, std::move(request));
}

/// What a request that could not be read is answered with; nothing when the peer has gone.
std::optional<HttpResponse> refusalOf(const SessionShare &share, const error_code &error)
{
    if (error == http::error::body_limit) {
        return share.refuse(413, "The request is larger than this server takes. Send it in smaller parts.");
    }
    if (error == http::error::header_limit) {
        return share.refuse(431, "The request's headers are larger than this server takes.");
    }
    if (error == http::error::end_of_stream
        || error.category() != make_error_code(http::error::bad_method).category()) {
        return {};
    }
    return share.refuse(400, "The request could not be read as HTTP.");
}

/// zstd pays for what is not small and not packed already.
bool shouldPack(const HttpRequest &request)
{
    return request.acceptEncoding.find("zstd") != std::string::npos && !request.target.ends_with("/Fetch");
}

/// Replaces the body by its zstd form where that is smaller.
bool pack(std::string &body)
{
    constexpr std::size_t leastBody = 400;
    constexpr int level = 3;
    if (body.size() < leastBody) {
        return false;
    }
    std::string packed(ZSTD_compressBound(body.size()), '\0');
    const auto size = ZSTD_compress(packed.data(), packed.size(), body.data(), body.size(), level);
    if (ZSTD_isError(size) != 0 || size >= body.size()) {
        return false;
    }
    packed.resize(size);
    body = std::move(packed);
    return true;
}

http::response<http::string_body> messageOf(HttpResponse response, unsigned version, bool keepAlive, bool mayPack)
{
    http::response<http::string_body> message(static_cast<http::status>(response.status), version);
    message.set(http::field::server, "cadred");
    message.set(http::field::cache_control, "no-store");
    if (!response.contentType.empty()) {
        message.set(http::field::content_type, response.contentType);
    }
    if (!response.allow.empty()) {
        message.set(http::field::allow, response.allow);
    }
    if (!response.challenge.empty()) {
        message.set("Cadre-Challenge", response.challenge);
    }
    if (mayPack && pack(response.body)) {
        message.set(http::field::content_encoding, "zstd");
    }
    message.body() = std::move(response.body);
    message.keep_alive(keepAlive);
    message.prepare_payload();
    return message;
}

/// Whether a connection waits for a request, and how to end that. Touched on its strand only.
struct Rest {
    bool idle = false;
    std::function<void()> cancel;
};

/// What any thread may call to end a connection that rests.
std::function<void()> endRest(const std::shared_ptr<Rest> &rest, beast::tcp_stream &stream)
{
    rest->cancel = [&stream] { stream.cancel(); };
    return [rest, executor = stream.get_executor()] {
        asio::post(executor, [rest] {
            if (rest->idle && rest->cancel) {
                rest->cancel();
            }
        });
    };
}

/// Acknowledges what comes at once, until the next answer. A client that holds its last small packet back until then
/// (Nagle's algorithm, RFC 1122 4.2.3.4; Qt's does) would wait for the system's delayed acknowledgement: 40 ms a call.
void acknowledgeAtOnce(asio::ip::tcp::socket &socket)
{
    const int yes = 1;
    (void)::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
}

template <class Stream>
asio::awaitable<void> serveRequests(SessionShare &share, Stream &stream, Peer peer, std::shared_ptr<Rest> rest)
{
    auto &lowest = beast::get_lowest_layer(stream);
    auto executor = lowest.get_executor();
    beast::flat_buffer buffer;
    error_code error;
    for (;;) {
        Parser parser;
        parser.body_limit(share.limits.bodyBytes);
        parser.header_limit(share.limits.headerBytes);
        lowest.expires_after(std::chrono::seconds(share.limits.readSeconds));
        rest->idle = true;
        if (share.draining) {
            co_return;
        }
        acknowledgeAtOnce(lowest.socket());
        co_await http::async_read_header(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
        rest->idle = false;
        if (!error) {
            if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
                http::response<http::empty_body> go(http::status::continue_, parser.get().version());
                co_await http::async_write(stream, go, asio::redirect_error(asio::use_awaitable, error));
            }
            co_await http::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
        }
        std::optional<HttpResponse> response;
        bool keepAlive = false;
        bool mayPack = false;
        if (error) {
            response = refusalOf(share, error);
            if (!response) {
                co_return;
            }
        } else {
            keepAlive = parser.get().keep_alive();
            // A call may wait for news; its handler ends it.
            lowest.expires_never();
            HttpRequest request = requestOf(parser, peer);
            mayPack = shouldPack(request);
            response = co_await ask(share, std::move(request), executor);
            keepAlive = keepAlive && !share.draining;
        }
        lowest.expires_after(std::chrono::seconds(share.limits.readSeconds));
        auto message = messageOf(std::move(*response), 11, keepAlive, mayPack);
        co_await http::async_write(stream, message, asio::redirect_error(asio::use_awaitable, error));
        if (error || !keepAlive) {
            co_return;
        }
    }
}

/// The peer may still be sending what was refused: takes a little of it, so that the answer arrives.
template <class Stream>
asio::awaitable<void> lingerOn(Stream &stream)
{
    auto &lowest = beast::get_lowest_layer(stream);
    error_code error;
    lowest.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    lowest.expires_after(std::chrono::seconds(2));
    std::array<char, 16384> bytes {};
    for (int reads = 0; reads < 2048 && !error; ++reads) {
        co_await lowest.async_read_some(asio::buffer(bytes), asio::redirect_error(asio::use_awaitable, error));
    }
    lowest.socket().close(error);
}

asio::awaitable<void> servePlain(SessionShare &share, asio::ip::tcp::socket socket, Peer peer)
{
    beast::tcp_stream stream(std::move(socket));
    const auto rest = std::make_shared<Rest>();
    {
        const SessionShare::Guard guard(share, endRest(rest, stream));
        co_await serveRequests(share, stream, peer, rest);
        rest->cancel = nullptr;
    }
    co_await lingerOn(stream);
}

asio::awaitable<void> serveTls(SessionShare &share, asio::ip::tcp::socket socket, Peer peer, asio::ssl::context &tls)
{
    TlsStream stream(beast::tcp_stream(std::move(socket)), tls);
    auto &lowest = beast::get_lowest_layer(stream);
    error_code error;
    lowest.expires_after(std::chrono::seconds(share.limits.readSeconds));
    co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error));
    if (error) {
        co_return;
    }
    const auto rest = std::make_shared<Rest>();
    {
        const SessionShare::Guard guard(share, endRest(rest, lowest));
        co_await serveRequests(share, stream, peer, rest);
        rest->cancel = nullptr;
    }
    lowest.expires_after(std::chrono::seconds(2));
    co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    co_await lingerOn(stream);
}

} // namespace

SessionShare::Guard::Guard(SessionShare &share, std::function<void()> closeIdle)
    : m_share(share)
{
    const std::lock_guard lock(share.m_mutex);
    m_number = share.m_next++;
    share.m_sessions.emplace(m_number, std::move(closeIdle));
}

SessionShare::Guard::~Guard()
{
    const std::lock_guard lock(m_share.m_mutex);
    m_share.m_sessions.erase(m_number);
}

void SessionShare::closeIdle()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[number, close] : m_sessions) {
        close();
    }
}

asio::awaitable<void> serveConnection(std::shared_ptr<SessionShare> share, asio::ip::tcp::socket socket,
                                      asio::ssl::context *tls)
{
    struct Count {
        explicit Count(SessionShare &counted)
            : share(counted)
        {
            ++share.open;
            share.connectionsChanged(1);
        }
        ~Count()
        {
            --share.open;
            share.connectionsChanged(-1);
        }
        SessionShare &share;
    };
    const Count count(*share);
    error_code error;
    const Peer peer = peerOf(socket, error);
    if (error) {
        co_return;
    }
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    if (tls == nullptr) {
        co_await servePlain(*share, std::move(socket), peer);
    } else {
        co_await serveTls(*share, std::move(socket), peer, *tls);
    }
}

} // namespace server
