// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"
#include "sync/store/sealed_files.h"

#include <optional>
#include <string>

namespace cadre::store::v1 {
class PinLock;
}

namespace store {

/// 256 random bits that lie in no data directory: in the system's keychain, or in a process's memory until it ends.
using DeviceSecret = SealKey;
[[nodiscard]] DeviceSecret newDeviceSecret();

enum class PinFlaw { None, NotDigits, Common };
/// A PIN has 4 to 8 digits, and is not a row of them or one digit over and over.
[[nodiscard]] PinFlaw pinFlaw(const std::string &pin);

/// The file beside a store that lets a PIN open it for a day after its passphrase (cadre.store.v1.PinLock).
///
/// A PIN is guessed in a moment where nothing slows the guessing down. So it opens the key only together with a
/// DeviceSecret: whoever has the directory alone can't begin to guess. Wrong tries are counted on disk before each is
/// looked at; a clock that is set back shortens no wait. Nothing is ever deleted but the file itself. A file that can't
/// be read is none: the passphrase opens as ever.
class PinLock {
public:
    static constexpr std::int64_t day = 86'400'000; ///< Milliseconds.
    static constexpr unsigned mostTries = 10; ///< In a row; then only the passphrase opens.
    static constexpr unsigned freeTries = 3; ///< Without a wait; then 30 seconds, doubled each time.

    enum class Standing { Unset, Ready, Waits, Spent };
    struct State {
        Standing standing = Standing::Unset;
        std::int64_t mayTryAt = 0; ///< UTC milliseconds, when it waits.
        unsigned triesLeft = 0;
    };

    PinLock(std::string path, record::Clock clock)
        : m_path(std::move(path))
        , m_clock(std::move(clock))
    {
    }

    /// Spent: a day has passed since the passphrase, the tries are used up, or the clock was set back by minutes.
    [[nodiscard]] State state() const;
    /// What the device's secret is kept under; empty while no PIN is set.
    [[nodiscard]] std::string secretName() const;

    /// Sets a PIN for this key, as if the passphrase had been given now. The secret must be kept under the name that
    /// secretName() says afterwards. Throws Error{Unreadable, Full}.
    void set(const std::string &pin, const SealKey &key, const DeviceSecret &secret) const;
    /// The key, where the PIN is ready and it is this one. Takes about a tenth of a second. Throws as set() does: a try
    /// that can't be counted is none.
    [[nodiscard]] std::optional<SealKey> open(const std::string &pin, const DeviceSecret &secret) const;
    /// The passphrase was given: the PIN opens for another day, also under a new secret, and has all its tries.
    /// Changes nothing where no PIN is set, or one of another key.
    void renew(const SealKey &key, const DeviceSecret &secret) const;
    /// Remembers how late it is, so that a clock set back while this device is locked is noticed.
    void noteTime() const;
    void remove() const;

private:
    using Message = cadre::store::v1::PinLock;
    [[nodiscard]] std::optional<Message> read() const;
    void write(const Message &lock) const;
    [[nodiscard]] State stateOf(const Message &lock) const;

    std::string m_path;
    record::Clock m_clock;
};

} // namespace store
