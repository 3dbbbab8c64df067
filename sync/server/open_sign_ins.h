// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"
#include "sync/server/identity_provider.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace server {

/// The device that waits for a sign-in, as its browser told.
struct WaitingDevice {
    std::string challenge; ///< Of a verifier that only the device has.
    std::uint16_t port = 0; ///< Where it listens, on the browser's own machine.
    std::string state;
};

/// Sign-ins under way: at the provider, for ten minutes, and then a code for the device, for two. Each is good once.
/// Kept in memory, a bounded number of them and of each address a part of that. One thread at a time.
class OpenSignIns {
public:
    OpenSignIns(record::Clock clock, record::Entropy entropy);

    struct Begun {
        Authorization authorization;
        std::string cookie; ///< For the browser alone; it has to bring it back.
    };
    /// Nothing when there are too many.
    [[nodiscard]] std::optional<Begun> begin(const WaitingDevice &device, const std::string &address);

    struct Returned {
        WaitingDevice device;
        Authorization authorization;
    };
    /// The sign-in that a browser comes back with, once; nothing when there is none, or it is another browser's.
    [[nodiscard]] std::optional<Returned> comeBack(const std::string &state, const std::string &cookie);
    /// Once more for the answer to what was asked since; ends it.
    [[nodiscard]] std::optional<Returned> finish(const std::string &state);

    /// A code with which the device that knows the challenge's verifier signs in as that login.
    [[nodiscard]] std::string grant(const std::string &login, const std::string &challenge);
    /// The login. Wrong or right, the code ends.
    [[nodiscard]] std::optional<std::string> redeem(const std::string &code, const std::string &verifier);

private:
    struct Open {
        Returned content;
        std::string cookieHash;
        std::string address;
        std::int64_t until = 0;
        bool isBack = false;
    };
    struct Granted {
        std::string login;
        std::string challenge;
        std::int64_t until = 0;
    };
    void forgetOld();

    record::Clock m_clock;
    record::Entropy m_entropy;
    std::map<std::string, Open> m_open; ///< By state.
    std::map<std::string, Granted> m_granted; ///< By the code's hash.
};

} // namespace server
