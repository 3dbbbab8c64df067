// SPDX-License-Identifier: Apache-2.0
#include "sync/server/http_session.h"

#include "sync/server/counters.h"
#include "sync/server/http_message.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>
#include <array>
#include <chrono>

#include <netinet/tcp.h>
#include <sys/socket.h>

namespace server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using std::chrono::seconds;
using std::chrono::steady_clock;

namespace {

using TlsStream = beast::ssl_stream<beast::tcp_stream>;

/// What another thread may ask of a connection. Touched on its strand only.
struct Ending {
    beast::tcp_stream *stream = nullptr; ///< Null once it has ended.
    bool isReading = false; ///< A request has begun to come.
    bool hasEnded = false;
};

/// One connection among the others, from its first byte to its last.
struct Session {
    Session(SessionShare &shared, Peer other, beast::tcp_stream &stream)
        : share(shared)
        , peer(std::move(other))
        , lowest(stream)
    {
        ending->stream = &stream;
        number =
            share.connections.enter(peer.network, [ending = ending, executor = stream.get_executor()](bool atOnce) {
                asio::post(executor, [ending, atOnce] {
                    if (ending->stream != nullptr && atOnce) {
                        ending->hasEnded = true;
                        ending->stream->close();
                    } else if (ending->stream != nullptr && !ending->isReading) {
                        ending->stream->cancel();
                    }
                });
            });
        if (share.counters != nullptr) {
            share.counters->endedConnections = share.connections.ended();
        }
    }
    ~Session()
    {
        ending->stream = nullptr;
        share.connections.leave(number);
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void allow(int most) const { lowest.expires_after(seconds(most)); }
    /// Until when so many bytes of a body or an answer that began at that time have to be through.
    void allow(steady_clock::time_point begin, std::uint64_t bytes) const
    {
        lowest.expires_at(begin + seconds(share.limits.graceSeconds)
                          + seconds(bytes / std::max<std::uint64_t>(share.limits.leastRate, 1)));
    }
    void note(const error_code &error) const
    {
        if (error == beast::error::timeout && share.counters != nullptr) {
            ++share.counters->slowConnections;
        }
    }

    SessionShare &share;
    Peer peer;
    beast::tcp_stream &lowest;
    std::shared_ptr<Ending> ending = std::make_shared<Ending>();
    std::uint64_t number = 0;
};

/// Memory of one body or answer on its way.
class Held {
public:
    explicit Held(SessionShare &share)
        : m_share(share)
    {
    }
    ~Held() { m_share.heldBytes -= m_bytes; }
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;

    /// False when all together hold too much.
    [[nodiscard]] bool holds(std::uint64_t bytes)
    {
        m_share.heldBytes += bytes - m_bytes;
        m_bytes = bytes;
        return m_share.heldBytes <= m_share.limits.heldBytes;
    }

private:
    SessionShare &m_share;
    std::uint64_t m_bytes = 0;
};

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

template <class Stream>
asio::awaitable<error_code> readHeader(Session &session, Stream &stream, beast::flat_buffer &buffer,
                                       RequestParser &parser, bool isFirst)
{
    error_code error;
    const auto &limits = session.share.limits;
    session.ending->isReading = buffer.size() > 0;
    session.allow(isFirst ? limits.openSeconds : session.ending->isReading ? limits.headerSeconds : limits.restSeconds);
    while (!parser.is_header_done() && !error) {
        co_await http::async_read_some(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
        if (!session.ending->isReading && !isFirst) {
            session.allow(limits.headerSeconds);
        }
        session.ending->isReading = true;
    }
    co_return error;
}

/// Reads the body, no slower than is allowed; `tooMuch` when there is no memory left for it.
template <class Stream>
asio::awaitable<error_code> readBody(Session &session, Stream &stream, beast::flat_buffer &buffer,
                                     RequestParser &parser, Held &held, bool &tooMuch)
{
    error_code error;
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> go(http::status::continue_, 11);
        co_await http::async_write(stream, go, asio::redirect_error(asio::use_awaitable, error));
    }
    parser.eager(true);
    const auto begin = steady_clock::now();
    std::uint64_t bytes = 0;
    while (!parser.is_done() && !error && !tooMuch) {
        session.allow(begin, bytes);
        bytes +=
            co_await http::async_read_some(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
        tooMuch = !held.holds(bytes);
    }
    co_return error;
}

/// Acknowledges what comes at once, until the next answer. A client that holds its last small packet back until then
/// (Nagle's algorithm, RFC 1122 4.2.3.4; Qt's does) would wait for the system's delayed acknowledgement: 40 ms a call.
void acknowledgeAtOnce(asio::ip::tcp::socket &socket)
{
    const int yes = 1;
    (void)::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
}

template <class Stream>
asio::awaitable<error_code> write(Session &session, Stream &stream, ResponseMessage &message)
{
    error_code error;
    http::response_serializer<http::string_body> serializer(message);
    const auto begin = steady_clock::now();
    std::uint64_t bytes = 0;
    while (!serializer.is_done() && !error) {
        session.allow(begin, bytes);
        bytes += co_await http::async_write_some(stream, serializer, asio::redirect_error(asio::use_awaitable, error));
    }
    co_return error;
}

template <class Stream>
asio::awaitable<void> serveRequests(Session &session, Stream &stream)
{
    SessionShare &share = session.share;
    const auto executor = session.lowest.get_executor();
    beast::flat_buffer buffer;
    bool isFirst = true;
    for (bool keepAlive = true; keepAlive && !share.draining && !session.ending->hasEnded; isFirst = false) {
        RequestParser parser;
        parser.body_limit(share.limits.bodyBytes);
        parser.header_limit(share.limits.headerBytes);
        Held held(share);
        bool tooMuch = false;
        acknowledgeAtOnce(session.lowest.socket());
        error_code error = co_await readHeader(session, stream, buffer, parser, isFirst);
        if (!error) {
            error = co_await readBody(session, stream, buffer, parser, held, tooMuch);
        }
        if (isFirst || session.ending->isReading) {
            session.note(error);
        }
        std::optional<HttpResponse> response;
        bool pack = false;
        bool withBody = true;
        if (tooMuch) {
            response = share.refuse(503, "The server is busy. What is saved on this device is safe and is sent again.");
            keepAlive = false;
        } else if (error) {
            response = refusalOf(share.refuse, error);
            keepAlive = false;
        } else {
            // A call may wait for news; its handler ends it.
            session.lowest.expires_never();
            session.share.connections.busy(session.number);
            keepAlive = parser.get().keep_alive();
            HttpRequest request = requestOf(parser, session.peer);
            pack = mayPack(request);
            withBody = request.method != "HEAD";
            response = co_await ask(share, std::move(request), executor);
            keepAlive = keepAlive && !share.draining;
        }
        if (!response) {
            co_return;
        }
        auto message = messageOf(std::move(*response), keepAlive, pack, withBody);
        (void)held.holds(message.body().size());
        error = co_await write(session, stream, message);
        session.note(error);
        if (error) {
            co_return;
        }
        session.share.connections.resting(session.number);
    }
}

/// The peer may still be sending what was refused: takes a little of it, so that the answer arrives.
template <class Stream>
asio::awaitable<void> lingerOn(Stream &stream)
{
    auto &lowest = beast::get_lowest_layer(stream);
    error_code error;
    lowest.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    lowest.expires_after(seconds(2));
    std::array<char, 16384> bytes {};
    for (int reads = 0; reads < 2048 && !error; ++reads) {
        co_await lowest.async_read_some(asio::buffer(bytes), asio::redirect_error(asio::use_awaitable, error));
    }
    lowest.socket().close(error);
}

void refused(SessionShare &share)
{
    if (share.counters != nullptr) {
        ++share.counters->refusedConnections;
    }
}

asio::awaitable<void> servePlain(SessionShare &share, asio::ip::tcp::socket socket, Peer peer)
{
    beast::tcp_stream stream(std::move(socket));
    {
        Session session(share, std::move(peer), stream);
        if (session.number == 0) {
            refused(share);
            co_return;
        }
        co_await serveRequests(session, stream);
    }
    co_await lingerOn(stream);
}

asio::awaitable<void> serveTls(SessionShare &share, asio::ip::tcp::socket socket, Peer peer, asio::ssl::context &tls)
{
    TlsStream stream(beast::tcp_stream(std::move(socket)), tls);
    auto &lowest = beast::get_lowest_layer(stream);
    error_code error;
    {
        Session session(share, std::move(peer), lowest);
        if (session.number == 0) {
            refused(share);
            co_return;
        }
        session.allow(share.limits.openSeconds);
        co_await stream.async_handshake(asio::ssl::stream_base::server,
                                        asio::redirect_error(asio::use_awaitable, error));
        session.note(error);
        if (error) {
            co_return;
        }
        co_await serveRequests(session, stream);
    }
    lowest.expires_after(seconds(2));
    co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    co_await lingerOn(stream);
}

} // namespace

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
    auto peer = peerOf(socket);
    if (!peer) {
        co_return;
    }
    error_code error;
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    if (tls == nullptr) {
        co_await servePlain(*share, std::move(socket), std::move(*peer));
    } else {
        co_await serveTls(*share, std::move(socket), std::move(*peer), *tls);
    }
}

} // namespace server
