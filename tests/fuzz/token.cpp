// SPDX-License-Identifier: Apache-2.0
#include "sync/blind/voprf.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"
#include "cadre/sync/v1alpha/feedback.pb.h"

namespace fuzz {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr auto input = "what the token is over";

const blind::KeyPair &keys()
{
    static const auto pair = blind::deriveKeyPair(std::string(32, 'k'), "fuzz");
    return pair;
}

const blind::Blinded &asked()
{
    static const auto blinded = blind::blindedWith(input, std::string(31, '\3') + '\0');
    return *blinded;
}

/// A server's answer to somebody who asked for a token, and its parts as somebody asks with them.
void run(std::string_view bytes)
{
    v1alpha::IssueTokenResponse response;
    if (!response.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return;
    }
    const blind::Evaluation evaluation { response.evaluated_element(), response.proof() };
    (void)blind::finalized(input, asked(), evaluation, response.public_key());
    if (const auto token = blind::finalized(input, asked(), evaluation, keys().publicKey)) {
        require(token == blind::tokenOver(input, keys().secretKey), "what holds is this key's token");
    }
    const auto answer = blind::evaluatedWith(keys(), response.evaluated_element(), std::string(31, '\5') + '\0');
    if (answer) {
        require(answer->element.size() == blind::elementSize && answer->proof.size() == blind::proofSize,
                "an answer has its size");
    }
    (void)blind::tokenOver(response.public_key(), keys().secretKey);
}

std::vector<std::string> seeds()
{
    const auto answer = blind::evaluatedWith(keys(), asked().element, std::string(31, '\5') + '\0');
    v1alpha::IssueTokenResponse response;
    response.set_evaluated_element(answer->element);
    response.set_proof(answer->proof);
    response.set_public_key(keys().publicKey);
    return { response.SerializeAsString() };
}

} // namespace

const Target token { "token", &v1alpha::IssueTokenResponse::default_instance(), &run, &seeds };

} // namespace fuzz
