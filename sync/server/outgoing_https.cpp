// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "sync/server/outgoing_https.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>
#include <chrono>
#include <exception>

namespace server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr std::uint64_t mostAnswerBytes = 256 * 1024;
constexpr std::uint32_t mostHeaderBytes = 16 * 1024;
constexpr std::chrono::seconds longestCall { 10 };

http::request<http::string_body> messageOf(const OutgoingRequest &request, const HttpsUrl &url)
{
    http::request<http::string_body> message(request.form.empty() ? http::verb::get : http::verb::post, url.path, 11);
    message.set(http::field::host, url.port == "443" ? url.host : url.host + ":" + url.port);
    message.set(http::field::accept, "application/json");
    message.set(http::field::user_agent, "cadred");
    if (!request.authorization.empty()) {
        message.set(http::field::authorization, request.authorization);
    }
    if (!request.form.empty()) {
        message.set(http::field::content_type, "application/x-www-form-urlencoded");
        message.body() = request.form;
    }
    message.prepare_payload();
    message.keep_alive(false);
    return message;
}

asio::awaitable<void> exchange(const OutgoingRequest &request, const HttpsUrl &url, asio::ssl::context &tls,
                               http::response_parser<http::string_body> &parser)
{
    const auto executor = co_await asio::this_coro::executor;
    asio::ip::tcp::resolver resolver(executor);
    beast::ssl_stream<beast::tcp_stream> stream(executor, tls);
    stream.set_verify_callback(asio::ssl::host_name_verification(url.host));
    if (SSL_set_tlsext_host_name(stream.native_handle(), url.host.c_str()) != 1) {
        throw OutgoingFailed("the name " + url.host + " cannot be asked for");
    }
    const auto found = co_await resolver.async_resolve(url.host, url.port, asio::use_awaitable);
    co_await beast::get_lowest_layer(stream).async_connect(found, asio::use_awaitable);
    co_await stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
    const auto message = messageOf(request, url);
    co_await http::async_write(stream, message, asio::use_awaitable);
    beast::flat_buffer buffer;
    co_await http::async_read(stream, buffer, parser, asio::use_awaitable);
}

asio::ssl::context contextOf(const std::string &authorities)
{
    asio::ssl::context tls(asio::ssl::context::tls_client);
    if (authorities.empty()) {
        tls.set_default_verify_paths();
    } else {
        tls.load_verify_file(authorities);
    }
    tls.set_verify_mode(asio::ssl::verify_peer);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    return tls;
}

} // namespace

std::optional<HttpsUrl> parseHttpsUrl(const std::string &text)
{
    constexpr std::string_view scheme = "https://";
    const bool isPlain = std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c > 0x20 && c < 0x7F && c != '#' && c != '\\' && c != '"';
    });
    if (text.compare(0, scheme.size(), scheme) != 0 || !isPlain) {
        return {};
    }
    const auto end = std::min(text.find_first_of("/?", scheme.size()), text.size());
    std::string authority = text.substr(scheme.size(), end - scheme.size());
    HttpsUrl url { {}, "443", text.substr(end) };
    if (url.path.empty() || url.path.front() != '/') {
        url.path.insert(0, "/");
    }
    const auto closing = authority.rfind(']');
    const auto colon = authority.rfind(':');
    if (colon != std::string::npos && (closing == std::string::npos || colon > closing)) {
        url.port = authority.substr(colon + 1);
        authority.resize(colon);
    }
    if (authority.size() > 2 && authority.front() == '[' && authority.back() == ']') {
        authority = authority.substr(1, authority.size() - 2);
    }
    url.host = authority;
    const bool isPort = !url.port.empty() && url.port.size() <= 5
        && std::all_of(url.port.begin(), url.port.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
    if (url.host.empty() || !isPort || url.host.find('@') != std::string::npos) {
        return {};
    }
    return url;
}

OutgoingHttps::OutgoingHttps(std::string authorities)
    : m_authorities(std::move(authorities))
{
}

std::string OutgoingHttps::bodyOf(const OutgoingRequest &request) const
{
    const auto url = parseHttpsUrl(request.url);
    if (!url) {
        throw OutgoingFailed("not an https address");
    }
    http::response_parser<http::string_body> parser;
    parser.body_limit(mostAnswerBytes);
    parser.header_limit(mostHeaderBytes);
    bool isDone = false;
    try {
        auto tls = contextOf(m_authorities);
        std::exception_ptr problem;
        asio::io_context context;
        asio::co_spawn(context, exchange(request, *url, tls, parser), [&](const std::exception_ptr &thrown) {
            problem = thrown;
            isDone = true;
        });
        context.run_for(longestCall);
        if (problem) {
            std::rethrow_exception(problem);
        }
    } catch (const boost::system::system_error &error) {
        throw OutgoingFailed(url->host + ": " + error.code().message());
    }
    if (!isDone) {
        throw OutgoingFailed(url->host + " took too long");
    }
    if (parser.get().result_int() != 200) {
        throw OutgoingFailed(url->host + " answered " + std::to_string(parser.get().result_int()));
    }
    return std::move(parser.get().body());
}

} // namespace server
