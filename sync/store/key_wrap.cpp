// SPDX-License-Identifier: Apache-2.0
#include "sync/store/key_wrap.h"

#include "sync/store/database.h"

#include <sodium.h>

namespace store {

namespace {

using cadre::store::v1::WrappedKey;

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

} // namespace

WrappedKey newWrap()
{
    WrappedKey wrap;
    wrap.set_salt(randomBytes(crypto_pwhash_SALTBYTES));
    wrap.set_operations(crypto_pwhash_OPSLIMIT_INTERACTIVE);
    wrap.set_memory_bytes(crypto_pwhash_MEMLIMIT_INTERACTIVE);
    return wrap;
}

SealKey stretched(const std::string &words, const WrappedKey &wrap)
{
    SealKey key {};
    if (crypto_pwhash(key.data(), key.size(), words.data(), words.size(), bytesOf(std::string_view(wrap.salt())),
                      wrap.operations(), static_cast<std::size_t>(wrap.memory_bytes()), crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        throw Error(Fault::Other,
                    "There is not enough memory to open the data with its passphrase. Close other programs "
                    "and try again; nothing was changed.");
    }
    return key;
}

void wrap(WrappedKey &wrap, const SealKey &key, const SealKey &under, std::string_view domain)
{
    wrap.set_nonce(randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES));
    std::string sealed(key.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed), nullptr, key.data(), key.size(), bytesOf(domain),
                                               domain.size(), nullptr, bytesOf(std::string_view(wrap.nonce())),
                                               under.data());
    wrap.set_wrapped(sealed);
}

std::optional<SealKey> unwrap(const WrappedKey &wrap, const SealKey &under, std::string_view domain)
{
    SealKey key {};
    const bool opens = crypto_aead_xchacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr,
                                                                  bytesOf(std::string_view(wrap.wrapped())),
                                                                  wrap.wrapped().size(), bytesOf(domain), domain.size(),
                                                                  bytesOf(std::string_view(wrap.nonce())), under.data())
        == 0;
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

void forget(SealKey &key)
{
    sodium_memzero(key.data(), key.size());
}

} // namespace store
