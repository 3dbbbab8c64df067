// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/http_server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <functional>
#include <optional>

namespace server {

using RequestParser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using ResponseMessage = boost::beast::http::response<boost::beast::http::string_body>;

/// Who is at the other end, and whether that is this machine.
struct Peer {
    std::string network; ///< The address; of IPv6 its first 64 bits.
    bool isThisMachine = false;
};

/// Nothing when the connection is gone already.
[[nodiscard]] std::optional<Peer> peerOf(const boost::asio::ip::tcp::socket &socket);

/// Takes the body out of the parser.
[[nodiscard]] HttpRequest requestOf(RequestParser &parser, const Peer &peer);

/// What a request that could not be read is answered with; nothing when the peer has gone.
[[nodiscard]] std::optional<HttpResponse> refusalOf(const HttpServer::Refuse &refuse,
                                                    const boost::system::error_code &error);

/// zstd pays for what is not packed already, where the client reads it.
[[nodiscard]] bool mayPack(const HttpRequest &request);

/// The answer as it goes out; without a body for HEAD.
[[nodiscard]] ResponseMessage messageOf(HttpResponse response, bool keepAlive, bool mayPack, bool withBody);

} // namespace server
