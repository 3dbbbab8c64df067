// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/call_proof.h"

#include "sync/merge/change.h"

#include <sodium.h>

#include <array>
#include <vector>

namespace merge {

namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view format = "1";
constexpr std::size_t longestHeader = 300;

std::string encoded(const unsigned char *bytes, std::size_t size)
{
    std::string result(sodium_base64_encoded_len(size, variant), '\0');
    sodium_bin2base64(result.data(), result.size(), bytes, size, variant);
    result.pop_back();
    return result;
}

} // namespace

std::string callContent(std::string_view method, std::string_view path, std::string_view challenge,
                        std::string_view nonce, std::string_view body)
{
    std::string content;
    for (const auto word : { method, path, challenge, nonce }) {
        content.append(word).push_back('\n');
    }
    return content + hash("cadre.call-body.v1", { body });
}

std::string proveCall(std::string_view method, std::string_view path, std::string_view challenge, std::string_view body,
                      const std::string &secretKey)
{
    std::array<unsigned char, 16> random {};
    randombytes_buf(random.data(), random.size());
    const auto nonce = encoded(random.data(), random.size());
    const auto signature = sign(callDomain, callContent(method, path, challenge, nonce, body), secretKey);
    std::string header(format);
    for (const auto &word : { std::string(challenge), nonce,
                              encoded(reinterpret_cast<const unsigned char *>(signature.data()), signature.size()) }) {
        header.append(".").append(word);
    }
    return header;
}

std::optional<CallProof> readCallProof(std::string_view header)
{
    std::vector<std::string> words(1);
    for (const char c : header.substr(0, longestHeader + 1)) {
        if (c == '.') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    if (header.size() > longestHeader || words.size() != 4 || words[0] != format || words[2].size() < 22) {
        return std::nullopt;
    }
    CallProof proof { words[1], words[2], std::string(crypto_sign_BYTES, '\0') };
    std::size_t size = 0;
    const bool read =
        sodium_base642bin(reinterpret_cast<unsigned char *>(proof.signature.data()), proof.signature.size(),
                          words[3].data(), words[3].size(), nullptr, &size, nullptr, variant)
        == 0;
    return read && size == crypto_sign_BYTES ? std::optional(std::move(proof)) : std::nullopt;
}

} // namespace merge
