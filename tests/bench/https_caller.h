// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/round.h"
#include "tests/bench/plain_tls.h"

#include <cstdint>
#include <memory>
#include <string>

namespace bench {

/// Calls a cadred on loopback over one TLS connection that stands from the beginning, in the calling
/// thread, and counts what HTTP sends either way, headers included.
class HttpsCaller {
public:
    /// `url` as `https://127.0.0.1:8443`. Whose certificate it is does not matter here.
    explicit HttpsCaller(const std::string &url);

    /// Throws std::runtime_error when the connection breaks.
    /// Signs the call as the device's, and once more where the server wants it over another challenge; an identity
    /// without a token calls as nobody.
    [[nodiscard]] engine::Reply post(const engine::Call &call, const engine::Identity &identity);
    /// One exchange with these headers, each with its line end.
    [[nodiscard]] engine::Reply send(const engine::Call &call, const std::string &headers);
    /// What the server wants calls to be signed over; empty until it said so.
    [[nodiscard]] const std::string &challenge() const { return m_challenge; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] const std::string &url() const { return m_url; }

private:
    [[nodiscard]] std::string readHead();

    std::string m_url;
    std::string m_challenge;
    std::unique_ptr<TlsEnd> m_line;
    std::uint64_t m_bytes = 0;
};

} // namespace bench
