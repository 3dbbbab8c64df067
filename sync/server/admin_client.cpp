// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "sync/server/admin_client.h"

#include "sync/server/open_store.h"
#include "sync/server/tls_identity.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <openssl/x509.h>

namespace server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr std::uint64_t mostAnswerBytes = 64ULL * 1024 * 1024;

struct Url {
    bool tls = false;
    std::string host;
    std::string port;
};

Url parseUrl(const std::string &text)
{
    Url url;
    url.tls = text.rfind("https://", 0) == 0;
    std::string rest = text.substr(text.find("//") + 2);
    const auto colon = rest.rfind(':');
    url.host = rest.substr(0, colon);
    url.port = rest.substr(colon + 1);
    if (url.host.size() > 2 && url.host.front() == '[') {
        url.host = url.host.substr(1, url.host.size() - 2);
    }
    return url;
}

template <class Stream>
RpcReply exchange(Stream &stream, const Url &url, const std::string &path, const std::string &bearer,
                  const std::string &body, const std::string &proof)
{
    http::request<http::string_body> request(http::verb::post, path, 11);
    request.set(http::field::host, url.host);
    request.set(http::field::content_type, "application/proto");
    request.set(http::field::authorization, "Bearer " + bearer);
    if (!proof.empty()) {
        request.set("Cadre-Signature", proof);
    }
    request.body() = body;
    request.prepare_payload();
    request.keep_alive(false);
    http::write(stream, request);
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(mostAnswerBytes);
    http::read(stream, buffer, parser);
    RpcReply reply;
    reply.status = static_cast<int>(parser.get().result_int());
    reply.body = std::move(parser.get().body());
    reply.challenge = std::string(parser.get()["Cadre-Challenge"]);
    return reply;
}

std::string pinOfPeer(SSL *handle)
{
    X509 *certificate = SSL_get1_peer_certificate(handle);
    if (certificate == nullptr) {
        return {};
    }
    unsigned char *bytes = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &bytes);
    const std::string key(reinterpret_cast<const char *>(bytes), length > 0 ? static_cast<std::size_t>(length) : 0);
    OPENSSL_free(bytes);
    X509_free(certificate);
    return pinOf(key);
}

[[noreturn]] void throwProblem(const RpcReply &reply)
{
    google::protobuf::Struct error;
    std::string sentence = "The running server did not answer as expected.";
    std::string name;
    if (google::protobuf::util::JsonStringToMessage(reply.body, &error).ok()) {
        const auto found = error.fields().find("message");
        const auto code = error.fields().find("code");
        sentence = found == error.fields().end() ? sentence : found->second.string_value();
        name = code == error.fields().end() ? name : code->second.string_value();
    }
    throw Problem(name == codeName(Code::InvalidArgument) ? Code::InvalidArgument : Code::FailedPrecondition, sentence);
}

} // namespace

RpcReply post(const Place::Address &address, const std::string &path, const std::string &bearer,
              const std::string &body, const std::string &proof)
{
    const Url url = parseUrl(address.url);
    try {
        asio::io_context context;
        asio::ip::tcp::resolver resolver(context);
        beast::tcp_stream tcp(context);
        tcp.connect(resolver.resolve(url.host, url.port));
        if (!url.tls) {
            return exchange(tcp, url, path, bearer, body, proof);
        }
        asio::ssl::context tls(asio::ssl::context::tls_client);
        // The pin, which stands beside the store, says whether it is the right server.
        beast::ssl_stream<beast::tcp_stream> stream(std::move(tcp), tls);
        stream.handshake(asio::ssl::stream_base::client);
        if (pinOfPeer(stream.native_handle()) != address.pin) {
            throw Problem(Code::Unavailable, "Another server than this store's answers at " + address.url + ".");
        }
        return exchange(stream, url, path, bearer, body, proof);
    } catch (const boost::system::system_error &) {
        throw Problem(Code::Unavailable,
                      "The running server at " + address.url + " does not answer. Try again, or stop it first.");
    }
}

AdminClient::AdminClient(const Place &place)
    : m_place(place)
{
    try {
        m_store = std::make_unique<OpenStore>(place);
    } catch (const store::Error &error) {
        const auto address = place.address();
        if (error.fault() != store::Fault::InUse || !address) {
            throw;
        }
        m_address = *address;
        m_secret = place.secret();
    }
}

AdminClient::~AdminClient() = default;

std::string AdminClient::send(const std::string &method, const std::string &body)
{
    RpcCall call;
    call.path = "/cadre.sync.v1alpha." + method;
    RpcReply reply;
    if (m_store) {
        call.body = body;
        call.caller = { m_store->secret(), "127.0.0.1", true };
        reply = m_store->table().answer(call);
    } else {
        reply = post(m_address, call.path, m_secret, body);
    }
    if (reply.status != 200) {
        throwProblem(reply);
    }
    return reply.body;
}

} // namespace server
