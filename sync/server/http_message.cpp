// SPDX-License-Identifier: Apache-2.0
#include "sync/server/http_message.h"

#include "sync/server/guesses.h"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>

#include <zstd.h>

namespace server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

namespace {

std::string textOf(beast::string_view view)
{
    return { view.data(), view.size() };
}

/// 192.0.2.7 of ::ffff:192.0.2.7.
asio::ip::address plain(const asio::ip::address &address)
{
    return address.is_v6() && address.to_v6().is_v4_mapped()
        ? asio::ip::address(asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()))
        : address;
}

/// `application/json; charset=utf-8` without its parameters, in lower case.
std::string mediaType(const std::string &contentType)
{
    std::string type = contentType.substr(0, contentType.find(';'));
    type.erase(std::remove(type.begin(), type.end(), ' '), type.end());
    std::transform(type.begin(), type.end(), type.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
    return type;
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

} // namespace

std::optional<Peer> peerOf(const asio::ip::tcp::socket &socket)
{
    error_code error;
    const auto address = plain(socket.remote_endpoint(error).address());
    const auto own = error ? asio::ip::address() : plain(socket.local_endpoint(error).address());
    if (error) {
        return {};
    }
    // Nobody else can hold a connection from this machine's own address.
    return Peer { Guesses::keyOf(address.to_string()), address.is_loopback() || address == own };
}

HttpRequest requestOf(RequestParser &parser, const Peer &peer)
{
    auto &message = parser.get();
    HttpRequest request;
    request.method = textOf(message.method_string());
    request.target = textOf(message.target());
    if (const auto mark = request.target.find('?'); mark != std::string::npos) {
        request.query = request.target.substr(mark + 1);
        request.target.resize(mark);
    }
    request.cookies = textOf(message[http::field::cookie]);
    request.contentType = mediaType(textOf(message[http::field::content_type]));
    request.contentEncoding = textOf(message[http::field::content_encoding]);
    request.acceptEncoding = textOf(message[http::field::accept_encoding]);
    const std::string authorization = textOf(message[http::field::authorization]);
    if (authorization.compare(0, 7, "Bearer ") == 0) {
        request.bearer = authorization.substr(7);
    }
    request.signature = textOf(message["Cadre-Signature"]);
    request.body = std::move(message.body());
    request.address = peer.network;
    request.loopback = peer.isThisMachine;
    return request;
}

std::optional<HttpResponse> refusalOf(const HttpServer::Refuse &refuse, const error_code &error)
{
    if (error == http::error::body_limit) {
        return refuse(413, "The request is larger than this server takes. Send it in smaller parts.");
    }
    if (error == http::error::header_limit) {
        return refuse(431, "The request's headers are larger than this server takes.");
    }
    if (error == http::error::end_of_stream
        || error.category() != make_error_code(http::error::bad_method).category()) {
        return {};
    }
    return refuse(400, "The request could not be read as HTTP.");
}

bool mayPack(const HttpRequest &request)
{
    return request.acceptEncoding.find("zstd") != std::string::npos && !request.target.ends_with("/Fetch");
}

ResponseMessage messageOf(HttpResponse response, bool keepAlive, bool mayPack, bool withBody)
{
    ResponseMessage message(static_cast<http::status>(response.status), 11);
    message.set(http::field::server, "cadred");
    message.set(http::field::cache_control, "no-store");
    message.set(http::field::strict_transport_security, "max-age=31536000");
    if (!response.contentType.empty()) {
        message.set(http::field::content_type, response.contentType);
        message.set("X-Content-Type-Options", "nosniff");
    }
    if (!response.allow.empty()) {
        message.set(http::field::allow, response.allow);
    }
    if (!response.location.empty()) {
        message.set(http::field::location, response.location);
    }
    if (!response.cookie.empty()) {
        message.set(http::field::set_cookie, response.cookie);
    }
    if (!response.location.empty() || response.contentType.compare(0, 9, "text/html") == 0) {
        // What stands in these addresses is nobody else's, and the pages need nothing from anywhere.
        message.set("Referrer-Policy", "no-referrer");
        message.set("Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
    }
    if (!response.challenge.empty()) {
        message.set("Cadre-Challenge", response.challenge);
    }
    if (response.retryAfter > 0) {
        message.set(http::field::retry_after, std::to_string(response.retryAfter));
    }
    if (mayPack && pack(response.body)) {
        message.set(http::field::content_encoding, "zstd");
    }
    message.body() = std::move(response.body);
    message.keep_alive(keepAlive);
    message.prepare_payload();
    if (!withBody) {
        message.body().clear();
    }
    return message;
}

} // namespace server
