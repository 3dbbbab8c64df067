// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace bench {

/// One end of a TLS connection; throws std::runtime_error where it fails.
class TlsEnd {
public:
    virtual ~TlsEnd() = default;
    virtual void write(const std::string &bytes) = 0;
    /// Exactly that many bytes.
    [[nodiscard]] virtual std::string read(std::size_t count) = 0;
};

/// Two ends of one TLS 1.3 connection over a TCP socket on loopback, with a certificate made for it.
struct TlsPair {
    std::unique_ptr<TlsEnd> server;
    std::unique_ptr<TlsEnd> client;
};
[[nodiscard]] TlsPair connectLoopback();
/// A TLS 1.3 connection to a port on 127.0.0.1, whoever's certificate is shown.
[[nodiscard]] std::unique_ptr<TlsEnd> connectTo(std::uint16_t port);

} // namespace bench
