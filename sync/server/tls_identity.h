// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace server {

/// The certificate with which a server is known.
struct TlsIdentity {
    std::string certificateFile;
    std::string keyFile;
    std::string pin; ///< `sha256/` and the base 64 of the public key's hash (RFC 7469's SPKI pin).
};

/// Reads `tls.crt` and `tls.key` in the directory, or makes a self-signed pair for `host` that is
/// good for ten years. Throws store::Error with a sentence.
[[nodiscard]] TlsIdentity keptIdentity(const std::string &directory, const std::string &host);
/// A certificate of the operator's. Throws store::Error when it cannot be read.
[[nodiscard]] TlsIdentity givenIdentity(const std::string &certificateFile, const std::string &keyFile);

/// The pin of a DER-encoded public key.
[[nodiscard]] std::string pinOf(std::string_view subjectPublicKey);

} // namespace server
