// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

namespace server {

/// A call of ours had no usable answer. What it says is for the log.
class OutgoingFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct HttpsUrl {
    std::string host;
    std::string port;
    std::string path; ///< With the query; `/` at least.
};

/// Nothing unless it is an `https://` address without credentials and fragment.
[[nodiscard]] std::optional<HttpsUrl> parseHttpsUrl(const std::string &text);

struct OutgoingRequest {
    std::string url;
    std::string form; ///< application/x-www-form-urlencoded, sent by POST; empty: a GET.
    std::string authorization;
};

/// Calls of the server's own to another server: over TLS whose certificate is verified, within ten seconds, for
/// answers of up to 256 KiB, without following redirects. Blocks. Any thread.
class OutgoingHttps {
public:
    /// `authorities` is a PEM file; empty: those that the system trusts.
    explicit OutgoingHttps(std::string authorities);

    /// The body of a 200. Throws OutgoingFailed.
    [[nodiscard]] std::string bodyOf(const OutgoingRequest &request) const;

private:
    std::string m_authorities;
};

} // namespace server
