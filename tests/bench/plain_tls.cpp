// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/plain_tls.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <stdexcept>

namespace bench {

namespace {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Connection = std::unique_ptr<SSL, Freed<SSL_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

void require(bool good, const char *what)
{
    if (!good)
        throw std::runtime_error(what);
}

class End : public TlsEnd {
public:
    End(SSL_CTX *context, int socket)
        : m_socket(socket)
        , m_connection(SSL_new(context))
    {
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        SSL_set_fd(m_connection.get(), socket);
    }
    ~End() override { close(m_socket); }

    void accept() { require(SSL_accept(m_connection.get()) == 1, "TLS was not accepted."); }
    void connect() { require(SSL_connect(m_connection.get()) == 1, "TLS did not connect."); }

    void write(const std::string &bytes) override
    {
        std::size_t written = 0;
        if (!bytes.empty())
            require(SSL_write_ex(m_connection.get(), bytes.data(), bytes.size(), &written) == 1, "TLS did not write.");
    }

    std::string read(std::size_t count) override
    {
        std::string bytes(count, '\0');
        for (std::size_t have = 0; have < count;) {
            std::size_t got = 0;
            require(SSL_read_ex(m_connection.get(), bytes.data() + have, count - have, &got) == 1, "TLS did not read.");
            have += got;
        }
        return bytes;
    }

private:
    int m_socket;
    Connection m_connection;
};

Context serverContext()
{
    Context context(SSL_CTX_new(TLS_server_method()));
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    require(SSL_CTX_use_certificate(context.get(), certificate.get()) == 1, "The certificate was not taken.");
    require(SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1, "The key was not taken.");
    return context;
}

/// A connected pair of TCP sockets on 127.0.0.1.
std::pair<int, int> connectedSockets()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    require(bind(listener, plain, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, plain, &size) == 0,
            "No port on loopback.");
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    require(connect(client, plain, size) == 0, "Loopback did not connect.");
    const int server = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    close(listener);
    require(server >= 0, "Loopback did not accept.");
    return { server, client };
}

int socketTo(std::uint16_t port)
{
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    require(connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0, "Loopback did not connect.");
    return client;
}

} // namespace

std::unique_ptr<TlsEnd> connectTo(std::uint16_t port)
{
    const Context context(SSL_CTX_new(TLS_client_method()));
    auto client = std::make_unique<End>(context.get(), socketTo(port));
    client->connect();
    return client;
}

TlsPair connectLoopback()
{
    const auto forServer = serverContext();
    const Context forClient(SSL_CTX_new(TLS_client_method()));
    const auto [serverSocket, clientSocket] = connectedSockets();
    auto server = std::make_unique<End>(forServer.get(), serverSocket);
    auto client = std::make_unique<End>(forClient.get(), clientSocket);
    auto accepted = std::async(std::launch::async, [&] { server->accept(); });
    client->connect();
    accepted.get();
    return { std::move(server), std::move(client) };
}

} // namespace bench
