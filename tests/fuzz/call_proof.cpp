// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/call_proof.h"

#include "sync/merge/change.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include <sodium.h>

namespace fuzz {

namespace {

constexpr auto path = "/cadre.sync.v1.SyncService/Push";
constexpr auto challenge = "a-challenge-of-the-server";
constexpr auto body = "what is asked";

/// The header that goes with every call of a device.
void run(std::string_view header)
{
    const auto proof = merge::readCallProof(header);
    if (!proof) {
        return;
    }
    require(proof->signature.size() == crypto_sign_BYTES, "a signature has its size");
    const auto content = merge::callContent("POST", path, proof->challenge, proof->nonce, body);
    const bool holds =
        merge::isSigned(merge::callDomain, content, proof->signature, academy::colleagueKeys().publicKey);
    // Every one that is made has a nonce of its own, and the fuzzer has no key.
    require(!holds || proof->challenge == challenge, "nobody proves a call over a challenge that was never given");
}

std::vector<std::string> seeds()
{
    return { merge::proveCall("POST", path, challenge, body, academy::colleagueKeys().secretKey) };
}

} // namespace

const Target callProof { "call_proof", nullptr, &run, &seeds };

} // namespace fuzz
