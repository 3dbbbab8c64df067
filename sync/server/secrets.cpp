// SPDX-License-Identifier: Apache-2.0
#include "sync/server/secrets.h"

#include "sync/merge/change.h"

#include <sodium.h>

namespace server {

namespace {

// Crockford's base 32: no I, L, O, U.
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string encoded(std::string_view bytes, int variant)
{
    std::string result(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(result.data(), result.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                      variant);
    result.resize(result.size() - 1);
    return result;
}

} // namespace

std::string newCode(const record::Entropy &entropy, std::size_t count)
{
    std::string random(count, '\0');
    entropy(reinterpret_cast<std::uint8_t *>(random.data()), random.size());
    std::string result;
    for (std::size_t i = 0; i < random.size(); ++i) {
        if (i > 0 && i % 4 == 0) {
            result += '-';
        }
        result += letters[static_cast<unsigned char>(random[i]) % letters.size()];
    }
    return result;
}

std::string plainCode(std::string_view code)
{
    std::string plain;
    for (char c : code) {
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
        if (c == 'O')
            c = '0';
        if (c == 'I' || c == 'L') {
            c = '1';
        }
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    return plain;
}

std::string inviteHash(std::string_view code)
{
    return merge::hash("cadre.invite.v1", { plainCode(code) });
}

std::string tokenText(std::string_view secret)
{
    return "cadre1_" + encoded(secret, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string tokenHash(std::string_view token)
{
    return merge::hash("cadre.token-hash.v1", { token });
}

bool sameSecret(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && !one.empty() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string base64(std::string_view bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string base64Url(std::string_view bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> bytesOfBase64Url(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    const char *end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &length, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
            != 0
        || end != text.data() + text.size()) {
        return {};
    }
    bytes.resize(length);
    return bytes;
}

std::string randomText(const record::Entropy &entropy, std::size_t bytes)
{
    std::string random(bytes, '\0');
    entropy(reinterpret_cast<std::uint8_t *>(random.data()), random.size());
    return base64Url(random);
}

std::string challengeOf(std::string_view verifier)
{
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char *>(digest.data()),
                       reinterpret_cast<const unsigned char *>(verifier.data()), verifier.size());
    return base64Url(digest);
}

} // namespace server
