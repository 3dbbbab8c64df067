// SPDX-License-Identifier: Apache-2.0
#include "sync/store/pin_lock.h"

#include "sync/store/database.h"
#include "sync/store/durable_file.h"
#include "sync/store/key_wrap.h"
#include "cadre/store/v1/pin.pb.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <sodium.h>

#include <fmt/format.h>

namespace store {

namespace {

constexpr std::uint32_t lockFormat = 1;
constexpr std::string_view pinDomain = "cadre.pin.key.v1";
constexpr std::string_view stretchedDomain = "cadre.pin.stretched.v1";
constexpr std::int64_t firstWait = 30'000;
constexpr std::int64_t clockDrift = 300'000; // What a network may correct.

/// What the PIN, stretched, and the secret make together.
SealKey mixed(const SealKey &fromPin, const DeviceSecret &secret)
{
    SealKey under {};
    crypto_generichash(under.data(), under.size(), fromPin.data(), fromPin.size(), secret.data(), secret.size());
    return under;
}

void wrapUnder(cadre::store::v1::PinLock &lock, const SealKey &key, const SealKey &fromPin, const DeviceSecret &secret)
{
    auto under = mixed(fromPin, secret);
    wrap(*lock.mutable_key(), key, under, pinDomain);
    forget(under);
}

void begin(cadre::store::v1::PinLock &lock, std::int64_t now)
{
    lock.set_passphrase_given_at(now);
    lock.set_latest_at(now);
    lock.set_next_try_at(0);
    lock.set_wrong_tries(0);
}

} // namespace

DeviceSecret newDeviceSecret()
{
    DeviceSecret secret {};
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

PinFlaw pinFlaw(const std::string &pin)
{
    const bool isDigits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isDigits || pin.size() < 4 || pin.size() > 8) {
        return PinFlaw::NotDigits;
    }
    for (const int step : { -1, 0, 1 }) {
        const auto breaks = [step](char a, char b) { return (b - a - step) % 10 != 0; };
        if (std::adjacent_find(pin.begin(), pin.end(), breaks) == pin.end()) {
            return PinFlaw::Common;
        }
    }
    return PinFlaw::None;
}

PinLock::State PinLock::state() const
{
    const auto lock = read();
    return lock ? stateOf(*lock) : State {};
}

PinLock::State PinLock::stateOf(const Message &lock) const
{
    const auto now = m_clock();
    State state { .standing = Standing::Ready, .triesLeft = mostTries - std::min(mostTries, lock.wrong_tries()) };
    if (state.triesLeft == 0 || lock.key().wrapped().empty() || now + clockDrift < lock.latest_at()
        || std::max(now, lock.latest_at()) >= lock.passphrase_given_at() + day) {
        state.standing = Standing::Spent;
    } else if (std::max(now, lock.latest_at()) < lock.next_try_at()) {
        state.standing = Standing::Waits;
        // While the clock is behind the latest time seen, no time passes.
        state.mayTryAt = lock.next_try_at();
    }
    return state;
}

std::string PinLock::secretName() const
{
    const auto lock = read();
    return lock ? lock->secret_name() : std::string();
}

void PinLock::set(const std::string &pin, const SealKey &key, const DeviceSecret &secret) const
{
    Message lock;
    lock.set_format(lockFormat);
    std::string name(16, '\0');
    randombytes_buf(name.data(), name.size());
    lock.set_secret_name(name);
    *lock.mutable_key() = newWrap();
    auto fromPin = stretched(pin, lock.key());
    wrapUnder(lock, key, fromPin, secret);
    *lock.mutable_stretched() = newWrap();
    wrap(*lock.mutable_stretched(), fromPin, key, stretchedDomain);
    forget(fromPin);
    begin(lock, m_clock());
    write(lock);
}

std::optional<SealKey> PinLock::open(const std::string &pin, const DeviceSecret &secret) const
{
    auto lock = read();
    if (!lock || stateOf(*lock).standing != Standing::Ready) {
        return std::nullopt;
    }
    // As if it were wrong, before it is known: a process that is killed meanwhile has had its try.
    const auto tried = *lock;
    const auto now = std::max(m_clock(), lock->latest_at());
    lock->set_latest_at(now);
    lock->set_wrong_tries(lock->wrong_tries() + 1);
    if (lock->wrong_tries() >= freeTries) {
        lock->set_next_try_at(now + (firstWait << (lock->wrong_tries() - freeTries)));
    }
    if (lock->wrong_tries() >= mostTries) {
        lock->mutable_key()->clear_wrapped();
    }
    write(*lock);
    auto fromPin = stretched(pin, tried.key());
    auto under = mixed(fromPin, secret);
    auto key = unwrap(tried.key(), under, pinDomain);
    forget(fromPin);
    forget(under);
    if (key) {
        auto right = tried;
        right.set_latest_at(now);
        right.set_next_try_at(0);
        right.set_wrong_tries(0);
        write(right);
    }
    return key;
}

void PinLock::renew(const SealKey &key, const DeviceSecret &secret) const
{
    auto lock = read();
    auto fromPin = lock ? unwrap(lock->stretched(), key, stretchedDomain) : std::nullopt;
    if (!fromPin) {
        return;
    }
    wrapUnder(*lock, key, *fromPin, secret);
    forget(*fromPin);
    begin(*lock, m_clock());
    write(*lock);
}

void PinLock::noteTime() const
{
    if (auto lock = read(); lock && m_clock() > lock->latest_at()) {
        lock->set_latest_at(m_clock());
        write(*lock);
    }
}

void PinLock::remove() const
{
    std::error_code problem;
    std::filesystem::remove(m_path, problem);
}

std::optional<PinLock::Message> PinLock::read() const
{
    Message lock;
    const auto isSoundEmptied = [](cadre::store::v1::WrappedKey key) {
        key.set_wrapped(std::string(SealKey().size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0'));
        return isSound(key);
    };
    if (sodium_init() < 0 || !lock.ParseFromString(bytesOfFile(m_path)) || lock.format() != lockFormat
        || lock.secret_name().size() != 16 || !isSound(lock.stretched())
        || !(isSound(lock.key()) || (lock.key().wrapped().empty() && isSoundEmptied(lock.key())))) {
        return std::nullopt;
    }
    // Times that can be counted with.
    const auto isTime = [](std::int64_t time) { return time >= 0 && time < (1LL << 52); };
    return isTime(lock.passphrase_given_at()) && isTime(lock.latest_at()) && isTime(lock.next_try_at())
        ? std::optional(lock)
        : std::nullopt;
}

void PinLock::write(const Message &lock) const
{
    if (const int problem = writeDurably(m_path, lock.SerializeAsString()); problem != 0) {
        throw Error(problem == ENOSPC ? Fault::Full : Fault::Unreadable,
                    fmt::format("What the PIN needs could not be written to {}. Nothing was changed. Open with the "
                                "passphrase.",
                                m_path));
    }
}

} // namespace store
