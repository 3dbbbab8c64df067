// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace server {

struct Counters;

/// One HTTP request, read whole.
struct HttpRequest {
    std::string method;
    std::string target; ///< Without a query.
    std::string query; ///< What stood behind the `?`, as it came.
    std::string cookies; ///< `Cookie`, as it came.
    std::string contentType; ///< In lower case, without parameters.
    std::string contentEncoding;
    std::string acceptEncoding;
    std::string bearer;
    std::string signature; ///< `Cadre-Signature`.
    std::string body;
    std::string address; ///< The peer's, without the port; of IPv6 the network (/64), which one person has whole.
    bool loopback = false; ///< The peer is this machine.
};

struct HttpResponse {
    int status = 200;
    std::string contentType;
    std::string body;
    std::string allow; ///< For 405: the methods that are allowed.
    std::string challenge; ///< `Cadre-Challenge`: what the caller's next calls are to be signed over.
    int retryAfter = 0; ///< Seconds; 0 for none.
    std::string location {}; ///< Where a browser is sent.
    std::string cookie {}; ///< `Set-Cookie`.
};

/// What a listener keeps to. Times are seconds.
struct HttpLimits {
    std::uint64_t bodyBytes = 8 * 1024 * 1024;
    std::uint32_t headerBytes = 16 * 1024;
    std::uint64_t heldBytes = 256 * 1024 * 1024; ///< Of bodies and answers on their way, in all.
    int openSeconds = 10; ///< For TLS to begin, and then for the headers of the first request.
    int headerSeconds = 10; ///< For the headers of each later one, from their first byte.
    int restSeconds = 60; ///< Between two requests.
    int graceSeconds = 20; ///< For a body, or an answer; one more for each `leastRate` bytes that went through.
    std::uint64_t leastRate = 4096;
    int drainSeconds = 10; ///< From stop() until open requests are cut off.
    std::size_t connections = 4000;
    std::size_t connectionsOfNetwork = 2000; ///< A school's devices may share one address.
};

struct HttpOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0; ///< 0 picks one.
    std::string certificateFile; ///< PEM chain; empty: plain HTTP, which only loopback addresses allow.
    std::string keyFile;
    HttpLimits limits;
    Counters *counters = nullptr; ///< Outlives the server; may be null.
};

/// An HTTP/1.1 server over TLS 1.2 or 1.3 with a few threads of its own. Who sends or reads too slowly is cut off.
class HttpServer {
public:
    using Respond = std::function<void(HttpResponse)>;
    /// Called on any of the server's threads; answers by Respond, once, from any thread.
    using Handler = std::function<void(HttpRequest, Respond)>;
    /// The answer to a request that could not be read: its status and why.
    using Refuse = std::function<HttpResponse(int status, const std::string &sentence)>;

    /// Binds the address. Throws store::Error with a sentence when that fails, WrongUse for plain
    /// HTTP on another address than loopback.
    HttpServer(const HttpOptions &options, Handler handler, Refuse refuse,
               std::function<void(int change)> connectionsChanged);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Starts to accept, on `threads` threads.
    void start(int threads);
    /// Takes no more connections, lets open requests end, and returns when they have.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace server
