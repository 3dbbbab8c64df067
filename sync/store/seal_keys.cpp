// SPDX-License-Identifier: Apache-2.0
#include "sync/store/seal_keys.h"

#include "sync/store/database.h"
#include "sync/store/durable_file.h"
#include "sync/store/key_wrap.h"

#include <cerrno>
#include <filesystem>

#include <sodium.h>

#include <fmt/format.h>

namespace store {

namespace {

using cadre::store::v1::SealedKeys;

constexpr std::uint32_t keysFormat = 1;
constexpr std::string_view keyDomain = "cadre.sealed.key.v1";

} // namespace

bool SealKeys::exist() const
{
    std::error_code problem;
    return std::filesystem::exists(m_path, problem);
}

SealKey SealKeys::make(const std::string &passphrase) const
{
    if (sodium_init() < 0) {
        throw Error(Fault::Other, "The library for ciphers (libsodium) could not be started. Nothing was changed.");
    }
    SealKey key {};
    randombytes_buf(key.data(), key.size());
    write(key, passphrase);
    return key;
}

std::optional<SealKey> SealKeys::open(const std::string &passphrase) const
{
    SealedKeys keys;
    if (sodium_init() < 0 || !keys.ParseFromString(bytesOfFile(m_path)) || keys.format() != keysFormat
        || keys.keys_size() != 1 || !isSound(keys.keys(0))) {
        throw Error(Fault::Damaged,
                    fmt::format("The file {}, which holds the key of this device's data, can't be read. Nothing was "
                                "changed. Put it back from a copy; without it the data can't be opened.",
                                m_path));
    }
    auto under = stretched(passphrase, keys.keys(0));
    auto key = unwrap(keys.keys(0), under, keyDomain);
    forget(under);
    return key;
}

bool SealKeys::change(const std::string &passphrase, const std::string &to) const
{
    auto key = open(passphrase);
    if (key) {
        write(*key, to);
        forget(*key);
    }
    return key.has_value();
}

void SealKeys::write(const SealKey &key, const std::string &passphrase) const
{
    SealedKeys keys;
    keys.set_format(keysFormat);
    auto &wrapped = *keys.add_keys() = newWrap();
    auto under = stretched(passphrase, wrapped);
    wrap(wrapped, key, under, keyDomain);
    forget(under);
    if (const int problem = writeDurably(m_path, keys.SerializeAsString()); problem != 0) {
        throw Error(
            problem == ENOSPC ? Fault::Full : Fault::Unreadable,
            fmt::format("The key of this device's data could not be written to {}. Nothing was changed.", m_path));
    }
}

} // namespace store
