// SPDX-License-Identifier: Apache-2.0
#include "sync/blind/voprf.h"

#include <sodium.h>

#include <initializer_list>
#include <stdexcept>

namespace blind {

namespace {

static_assert(elementSize == crypto_core_ristretto255_BYTES && scalarSize == crypto_core_ristretto255_SCALARBYTES);

constexpr std::size_t hashSize = crypto_hash_sha512_BYTES;
constexpr std::size_t hashBlock = 128;

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

/// contextString of mode 1 (VOPRF), section 3.1, after a word of its own.
std::string context(std::string_view word)
{
    return std::string(word) + "OPRFV1-" + '\1' + "-ristretto255-SHA512";
}

std::string inTwoBytes(std::size_t number)
{
    return { static_cast<char>(number >> 8), static_cast<char>(number & 0xff) };
}

/// Each after its length.
std::string transcript(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const auto part : parts) {
        text += inTwoBytes(part.size());
        text += part;
    }
    return text;
}

std::string hash(std::string_view text)
{
    if (sodium_init() < 0) {
        throw std::runtime_error("The library for signatures (libsodium) could not be started. Nothing was changed.");
    }
    std::string digest(hashSize, '\0');
    crypto_hash_sha512(bytesOf(digest), bytesOf(text), text.size());
    return digest;
}

/// expand_message_xmd of RFC 9380 with SHA-512, to 64 bytes.
std::string expanded(std::string_view message, const std::string &domain)
{
    const auto domainPrime = domain + static_cast<char>(domain.size());
    const auto first =
        hash(std::string(hashBlock, '\0') + std::string(message) + inTwoBytes(hashSize) + '\0' + domainPrime);
    return hash(first + '\1' + domainPrime);
}

std::string hashToElement(std::string_view input)
{
    std::string element(elementSize, '\0');
    crypto_core_ristretto255_from_hash(bytesOf(element), bytesOf(expanded(input, context("HashToGroup-"))));
    return element;
}

std::string hashToScalar(std::string_view input, std::string_view word = "HashToScalar-")
{
    std::string scalar(scalarSize, '\0');
    crypto_core_ristretto255_scalar_reduce(bytesOf(scalar), bytesOf(expanded(input, context(word))));
    return scalar;
}

std::string randomScalar(const record::Entropy &entropy)
{
    std::string scalar(scalarSize, '\0');
    do {
        std::string bytes(crypto_core_ristretto255_NONREDUCEDSCALARBYTES, '\0');
        entropy(bytesOf(bytes), bytes.size());
        crypto_core_ristretto255_scalar_reduce(bytesOf(scalar), bytesOf(bytes));
    } while (sodium_is_zero(bytesOf(scalar), scalar.size()) != 0);
    return scalar;
}

/// Nothing where that is no element, or comes to the neutral one.
std::optional<std::string> times(std::string_view scalar, std::string_view element)
{
    std::string product(elementSize, '\0');
    const bool fits = scalar.size() == scalarSize && element.size() == elementSize;
    if (!fits || crypto_scalarmult_ristretto255(bytesOf(product), bytesOf(scalar), bytesOf(element)) != 0) {
        return std::nullopt;
    }
    return product;
}

std::optional<std::string> timesGenerator(std::string_view scalar)
{
    std::string product(elementSize, '\0');
    if (scalar.size() != scalarSize || crypto_scalarmult_ristretto255_base(bytesOf(product), bytesOf(scalar)) != 0) {
        return std::nullopt;
    }
    return product;
}

std::optional<std::string> sum(const std::optional<std::string> &a, const std::optional<std::string> &b)
{
    std::string total(elementSize, '\0');
    if (!a || !b || crypto_core_ristretto255_add(bytesOf(total), bytesOf(*a), bytesOf(*b)) != 0) {
        return std::nullopt;
    }
    return total;
}

/// ComputeComposites of section 2.2.1 for one pair: the scalar by which both are multiplied.
std::string weightOf(std::string_view publicKey, std::string_view asked, std::string_view answered)
{
    const auto seed = hash(transcript({ publicKey, context("Seed-") }));
    return hashToScalar(transcript({ seed }) + inTwoBytes(0) + transcript({ asked, answered }) + "Composite");
}

std::string challenge(std::string_view publicKey, std::string_view m, std::string_view z, std::string_view t2,
                      std::string_view t3)
{
    return hashToScalar(transcript({ publicKey, m, z, t2, t3 }) + "Challenge");
}

/// GenerateProof of section 2.2.1.
std::optional<std::string> proofOf(const KeyPair &keys, std::string_view asked, std::string_view answered,
                                   std::string_view scalar)
{
    const auto m = times(weightOf(keys.publicKey, asked, answered), asked);
    const auto z = m ? times(keys.secretKey, *m) : std::nullopt;
    const auto t2 = timesGenerator(scalar);
    const auto t3 = m ? times(scalar, *m) : std::nullopt;
    if (!z || !t2 || !t3) {
        return std::nullopt;
    }
    const auto c = challenge(keys.publicKey, *m, *z, *t2, *t3);
    std::string product(scalarSize, '\0');
    std::string s(scalarSize, '\0');
    crypto_core_ristretto255_scalar_mul(bytesOf(product), bytesOf(c), bytesOf(keys.secretKey));
    crypto_core_ristretto255_scalar_sub(bytesOf(s), bytesOf(scalar), bytesOf(product));
    return c + s;
}

/// VerifyProof of section 2.2.2.
bool holds(std::string_view publicKey, std::string_view asked, std::string_view answered, std::string_view proof)
{
    if (proof.size() != proofSize) {
        return false;
    }
    const auto c = proof.substr(0, scalarSize);
    const auto s = proof.substr(scalarSize);
    const auto weight = weightOf(publicKey, asked, answered);
    const auto m = times(weight, asked);
    const auto z = times(weight, answered);
    if (!m || !z) {
        return false;
    }
    const auto t2 = sum(timesGenerator(s), times(c, publicKey));
    const auto t3 = sum(times(s, *m), times(c, *z));
    if (!t2 || !t3) {
        return false;
    }
    return sodium_memcmp(challenge(publicKey, *m, *z, *t2, *t3).data(), c.data(), scalarSize) == 0;
}

std::string outputOf(std::string_view input, std::string_view element)
{
    return hash(transcript({ input, element }) + "Finalize");
}

} // namespace

KeyPair deriveKeyPair(std::string_view seed, std::string_view info)
{
    const auto input = std::string(seed) + transcript({ info });
    for (int counter = 0; counter < 256; ++counter) {
        auto secret = hashToScalar(input + static_cast<char>(counter), "DeriveKeyPair");
        if (auto publicKey = timesGenerator(secret)) {
            return { std::move(secret), std::move(*publicKey) };
        }
    }
    throw std::runtime_error("A key for feedback could not be made. Nothing was changed.");
}

std::optional<Blinded> blinded(std::string_view input, const record::Entropy &entropy)
{
    return blindedWith(input, randomScalar(entropy));
}

std::optional<Blinded> blindedWith(std::string_view input, std::string_view blind)
{
    auto element = input.size() <= longestInput ? times(blind, hashToElement(input)) : std::nullopt;
    return element ? std::optional(Blinded { std::string(blind), std::move(*element) }) : std::nullopt;
}

std::optional<Evaluation> evaluated(const KeyPair &keys, std::string_view blindedElement,
                                    const record::Entropy &entropy)
{
    return evaluatedWith(keys, blindedElement, randomScalar(entropy));
}

std::optional<Evaluation> evaluatedWith(const KeyPair &keys, std::string_view blindedElement,
                                        std::string_view proofScalar)
{
    auto element = times(keys.secretKey, blindedElement);
    auto proof = element ? proofOf(keys, blindedElement, *element, proofScalar) : std::nullopt;
    return proof ? std::optional(Evaluation { std::move(*element), std::move(*proof) }) : std::nullopt;
}

std::optional<std::string> finalized(std::string_view input, const Blinded &blinded, const Evaluation &evaluation,
                                     std::string_view publicKey)
{
    std::string inverse(scalarSize, '\0');
    if (!holds(publicKey, blinded.element, evaluation.element, evaluation.proof) || blinded.blind.size() != scalarSize
        || crypto_core_ristretto255_scalar_invert(bytesOf(inverse), bytesOf(blinded.blind)) != 0) {
        return std::nullopt;
    }
    const auto element = times(inverse, evaluation.element);
    return element ? std::optional(outputOf(input, *element)) : std::nullopt;
}

std::optional<std::string> tokenOver(std::string_view input, std::string_view secretKey)
{
    const auto element = input.size() <= longestInput ? times(secretKey, hashToElement(input)) : std::nullopt;
    return element ? std::optional(outputOf(input, *element)) : std::nullopt;
}

} // namespace blind
