// SPDX-License-Identifier: Apache-2.0
#include "sync/server/id_token.h"

#include "sync/server/json_web_keys.h"
#include "sync/server/secrets.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace server {

namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

constexpr std::size_t mostTokenBytes = 64 * 1024;
constexpr std::size_t mostSubjectBytes = 255; // OpenID Connect Core 2
constexpr double leeway = 60;
constexpr double oldest = 600;

const Value *find(const Struct &object, const std::string &name)
{
    const auto found = object.fields().find(name);
    return found == object.fields().end() ? nullptr : &found->second;
}

std::optional<double> numberOf(const Struct &object, const std::string &name)
{
    const auto *value = find(object, name);
    return value != nullptr && value->kind_case() == Value::kNumberValue && std::isfinite(value->number_value())
        ? std::optional(value->number_value())
        : std::nullopt;
}

void require(bool holds, const char *what)
{
    if (!holds) {
        throw TokenRefused(what);
    }
}

Struct objectOf(const std::string &part)
{
    const auto bytes = bytesOfBase64Url(part);
    auto object = bytes ? parseObject(*bytes) : std::nullopt;
    require(object.has_value(), "it cannot be read");
    return std::move(*object);
}

void requireAudience(const Struct &claims, const std::string &clientId)
{
    const auto *audience = find(claims, "aud");
    require(audience != nullptr, "aud");
    bool isOurs = audience->string_value() == clientId;
    const auto &several = audience->list_value().values();
    for (const auto &one : several) {
        isOurs = isOurs || one.string_value() == clientId;
    }
    require(isOurs, "aud");
    require(several.size() < 2 || find(claims, "azp") != nullptr, "azp");
    require(find(claims, "azp") == nullptr || textOf(claims, "azp") == clientId, "azp");
}

void requireTimes(const Struct &claims, double now)
{
    const auto expires = numberOf(claims, "exp");
    require(expires && *expires + leeway > now, "exp");
    const auto issued = numberOf(claims, "iat");
    require(issued && *issued - leeway <= now && *issued + oldest >= now, "iat");
    require(find(claims, "nbf") == nullptr || numberOf(claims, "nbf").value_or(now + 2 * leeway) - leeway <= now,
            "nbf");
}

} // namespace

std::string subjectOf(const std::string &token, const Struct &keys, const ExpectedToken &expected)
{
    const auto first = token.find('.');
    const auto second = first == std::string::npos ? first : token.find('.', first + 1);
    require(second != std::string::npos && token.size() <= mostTokenBytes, "it cannot be read");
    const auto header = objectOf(token.substr(0, first));
    const auto algorithm = textOf(header, "alg");
    require(algorithm == "RS256" || algorithm == "ES256", "alg");
    require(find(header, "crit") == nullptr, "crit");
    const auto signature = bytesOfBase64Url(token.substr(second + 1));
    require(signature && isSignedByOneOf(keys, algorithm, textOf(header, "kid"), token.substr(0, second), *signature),
            "signature");

    const auto claims = objectOf(token.substr(first + 1, second - first - 1));
    require(!expected.issuer.empty() && textOf(claims, "iss") == expected.issuer, "iss");
    requireAudience(claims, expected.clientId);
    requireTimes(claims, static_cast<double>(expected.now) / 1000);
    require(sameSecret(textOf(claims, "nonce"), expected.nonce), "nonce");
    auto subject = textOf(claims, "sub");
    require(!subject.empty() && subject.size() <= mostSubjectBytes, "sub");
    return subject;
}

} // namespace server
