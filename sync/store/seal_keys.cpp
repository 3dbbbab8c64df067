// SPDX-License-Identifier: Apache-2.0
#include "sync/store/seal_keys.h"

#include "sync/store/database.h"
#include "cadre/store/v1/state.pb.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <fmt/format.h>

namespace store {

namespace {

using cadre::store::v1::SealedKeys;
using cadre::store::v1::WrappedKey;

constexpr std::uint32_t keysFormat = 1;
constexpr std::string_view keyDomain = "cadre.sealed.key.v1";
// What a file may ask for: more would only serve to stop the device.
constexpr std::uint64_t mostOperations = 16;
constexpr std::uint64_t mostMemory = 1ULL << 30;

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

/// Nothing where there is no room for what it takes.
std::optional<SealKey> stretched(const std::string &passphrase, const WrappedKey &wrap)
{
    SealKey key {};
    const bool could = crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(),
                                     bytesOf(std::string_view(wrap.salt())), wrap.operations(),
                                     static_cast<std::size_t>(wrap.memory_bytes()), crypto_pwhash_ALG_ARGON2ID13)
        == 0;
    return could ? std::optional(key) : std::nullopt;
}

SealKey stretchedOrFail(const std::string &passphrase, const WrappedKey &wrap)
{
    if (const auto key = stretched(passphrase, wrap)) {
        return *key;
    }
    throw Error(Fault::Other,
                "There is not enough memory to open the data with its passphrase. Close other programs "
                "and try again; nothing was changed.");
}

WrappedKey wrapped(const SealKey &key, const std::string &passphrase)
{
    WrappedKey wrap;
    wrap.set_salt(randomBytes(crypto_pwhash_SALTBYTES));
    wrap.set_operations(crypto_pwhash_OPSLIMIT_INTERACTIVE);
    wrap.set_memory_bytes(crypto_pwhash_MEMLIMIT_INTERACTIVE);
    wrap.set_nonce(randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES));
    auto under = stretchedOrFail(passphrase, wrap);
    std::string sealed(key.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed), nullptr, key.data(), key.size(), bytesOf(keyDomain),
                                               keyDomain.size(), nullptr, bytesOf(std::string_view(wrap.nonce())),
                                               under.data());
    sodium_memzero(under.data(), under.size());
    wrap.set_wrapped(sealed);
    return wrap;
}

std::optional<SealKey> unwrapped(const WrappedKey &wrap, const std::string &passphrase)
{
    auto under = stretchedOrFail(passphrase, wrap);
    SealKey key {};
    const bool opens =
        crypto_aead_xchacha20poly1305_ietf_decrypt(
            key.data(), nullptr, nullptr, bytesOf(std::string_view(wrap.wrapped())), wrap.wrapped().size(),
            bytesOf(keyDomain), keyDomain.size(), bytesOf(std::string_view(wrap.nonce())), under.data())
        == 0;
    sodium_memzero(under.data(), under.size());
    return opens ? std::optional(key) : std::nullopt;
}

bool isSound(const WrappedKey &wrap)
{
    return wrap.salt().size() == crypto_pwhash_SALTBYTES
        && wrap.nonce().size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        && wrap.wrapped().size() == SealKey().size() + crypto_aead_xchacha20poly1305_ietf_ABYTES
        && wrap.operations() >= 1 && wrap.operations() <= mostOperations
        && wrap.memory_bytes() >= crypto_pwhash_MEMLIMIT_MIN && wrap.memory_bytes() <= mostMemory;
}

/// Writes all of it, or nothing that anybody finds under that name. Returns errno.
int writeDurably(const std::string &path, const std::string &bytes)
{
    const auto next = path + ".new";
    const int file = ::open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return errno;
    }
    const bool isWritten =
        ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
    int problem = isWritten ? 0 : errno == 0 ? ENOSPC : errno;
    (void)::close(file);
    if (problem == 0 && ::rename(next.c_str(), path.c_str()) != 0) {
        problem = errno;
    }
    const auto folder = std::filesystem::path(path).parent_path().string();
    const int directory = problem == 0 ? ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (directory >= 0) {
        problem = ::fsync(directory) == 0 ? 0 : errno;
        (void)::close(directory);
    }
    return problem;
}

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
    SealedKeys keys;
    keys.set_format(keysFormat);
    *keys.add_keys() = wrapped(key, passphrase);
    if (const int problem = writeDurably(m_path, keys.SerializeAsString()); problem != 0) {
        throw Error(
            problem == ENOSPC ? Fault::Full : Fault::Unreadable,
            fmt::format("The key of this device's data could not be written to {}. Nothing was changed.", m_path));
    }
    return key;
}

std::optional<SealKey> SealKeys::open(const std::string &passphrase) const
{
    std::ifstream file(m_path, std::ios::binary);
    const std::string bytes { std::istreambuf_iterator<char>(file), {} };
    SealedKeys keys;
    if (sodium_init() < 0 || !keys.ParseFromString(bytes) || keys.format() != keysFormat || keys.keys_size() != 1
        || !isSound(keys.keys(0))) {
        throw Error(Fault::Damaged,
                    fmt::format("The file {}, which holds the key of this device's data, can't be read. Nothing was "
                                "changed. Put it back from a copy; without it the data can't be opened.",
                                m_path));
    }
    return unwrapped(keys.keys(0), passphrase);
}

} // namespace store
