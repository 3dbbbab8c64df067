// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"

#include <optional>
#include <string>
#include <string_view>

/// Tokens that their giver does not know again: the verifiable oblivious pseudorandom function of RFC 9497 over
/// ristretto255 with SHA-512, without batches. Pure functions of bytes; elements and scalars are 32 bytes each.
namespace blind {

inline constexpr std::size_t elementSize = 32;
inline constexpr std::size_t scalarSize = 32;
inline constexpr std::size_t proofSize = 64;
inline constexpr std::size_t outputSize = 64;
/// Of what a token is over (RFC 9497, 5.1: at most 2^16 - 1 bytes).
inline constexpr std::size_t longestInput = 65535;

struct KeyPair {
    std::string secretKey;
    std::string publicKey;
};
/// DeriveKeyPair of section 3.2.1: the same pair from the same 32 bytes and the same words.
[[nodiscard]] KeyPair deriveKeyPair(std::string_view seed, std::string_view info);

/// What is sent to be evaluated, and the scalar that is kept to take the blinding off.
struct Blinded {
    std::string blind;
    std::string element;
};
/// Blind of section 3.3.1. Nothing for an input that no token can be over.
[[nodiscard]] std::optional<Blinded> blinded(std::string_view input, const record::Entropy &entropy);
/// The same with a scalar of the caller's.
[[nodiscard]] std::optional<Blinded> blindedWith(std::string_view input, std::string_view blind);

struct Evaluation {
    std::string element;
    std::string proof; ///< That it was made with the key pair's secret.
};
/// BlindEvaluate of section 3.3.2. Nothing when the bytes are no element.
[[nodiscard]] std::optional<Evaluation> evaluated(const KeyPair &keys, std::string_view blindedElement,
                                                  const record::Entropy &entropy);
/// The same with the proof's scalar of the caller's.
[[nodiscard]] std::optional<Evaluation> evaluatedWith(const KeyPair &keys, std::string_view blindedElement,
                                                      std::string_view proofScalar);

/// Finalize of section 3.3.2: the token's 64 bytes. Nothing when it was not made with that public key's secret.
[[nodiscard]] std::optional<std::string> finalized(std::string_view input, const Blinded &blinded,
                                                   const Evaluation &evaluation, std::string_view publicKey);

/// Evaluate of section 3.3.2: what a token over the input comes to, for who holds the secret.
[[nodiscard]] std::optional<std::string> tokenOver(std::string_view input, std::string_view secretKey);

} // namespace blind
