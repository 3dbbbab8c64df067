// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

namespace server {

/// A command line that cannot be done as written: exit status 2. what() is one sentence.
class WrongUse : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Where a server's store is, and what stands beside it in a directory of its own: lock, TLS key,
/// the secret of the administrative commands, the address of the running server.
struct Place {
    std::string file;
    std::string directory;

    /// Reads `sqlite:PATH`. Throws WrongUse on anything else.
    [[nodiscard]] static Place parse(const std::string &store);
    /// `sqlite:` and the file in the user's data directory.
    [[nodiscard]] static std::string standard();

    /// The secret that administrative calls carry; made at first use, readable by this user alone.
    [[nodiscard]] std::string secret() const;

    struct Address {
        std::string url;
        std::string pin; ///< Empty for plain HTTP.
    };
    void writeAddress(const Address &address) const;
    void removeAddress() const;
    /// Where the running server is; nothing when it left no word.
    [[nodiscard]] std::optional<Address> address() const;
};

/// Writes a file whole or not at all. Throws store::Error.
void writeWhole(const std::string &path, const std::string &content, unsigned mode);

} // namespace server
