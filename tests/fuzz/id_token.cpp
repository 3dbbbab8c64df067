// SPDX-License-Identifier: Apache-2.0
#include "sync/server/id_token.h"
#include "sync/server/json_web_keys.h"
#include "tests/fuzz/target.h"

#include "sync/server/secrets.h"

namespace fuzz {

namespace {

const server::ExpectedToken expected { "https://id.example.org", "cadre", "a-nonce", 1'795'000'000'000 };

constexpr auto claims = R"({"iss":"https://id.example.org","aud":"cadre","sub":"a","nonce":"a-nonce",)"
                        R"("iat":1795000000,"exp":1795000300})";

/// What a school's identity service answers: a token, a line feed, and its keys.
void run(std::string_view input)
{
    const auto end = input.find('\n');
    const std::string token(input.substr(0, end));
    const auto keys = server::parseObject(end == std::string_view::npos ? "{}" : std::string(input.substr(end + 1)));
    if (!keys) {
        return;
    }
    try {
        const auto subject = server::subjectOf(token, *keys, expected);
        require(!subject.empty(), "a token that holds names somebody");
    } catch (const server::TokenRefused &refused) {
        require(*refused.what() != '\0', "it says why");
    }
}

std::vector<std::string> seeds()
{
    std::vector<std::string> seeds;
    const std::string modulus(256, '\xc5');
    const std::string coordinate(32, '\x11');
    const auto rsa =
        R"({"keys":[{"kty":"RSA","kid":"1","use":"sig","n":")" + server::base64Url(modulus) + R"(","e":"AQAB"}]})";
    const auto curve = R"({"keys":[{"kty":"EC","kid":"1","crv":"P-256","x":")" + server::base64Url(coordinate)
        + R"(","y":")" + server::base64Url(coordinate) + R"("}]})";
    for (const auto &[algorithm, keys, size] : { std::tuple { "RS256", rsa, 256 }, { "ES256", curve, 64 } }) {
        const auto head = server::base64Url(std::string(R"({"alg":")") + algorithm + R"(","kid":"1"})");
        seeds.push_back(head + "." + server::base64Url(claims) + "."
                        + server::base64Url(std::string(static_cast<std::size_t>(size), 's')) + "\n" + keys);
    }
    return seeds;
}

} // namespace

const Target idToken { "id_token", nullptr, &run, &seeds };

} // namespace fuzz
