// SPDX-License-Identifier: Apache-2.0
#include "sync/record/id.h"

#include <algorithm>
#include <charconv>

namespace record {

namespace {

constexpr std::string_view kindNames[] = {
    "",
    "reference",
    "academy",
    "state",
    "state-work",
    "district",
    "district-work",
    "district-team",
    "selection",
    "school",
    "school-team",
    "school-admin",
    "pair-log",
    "pair",
    "reason",
    "teacher",
    "access",
    "share",
    "person",
    "inbox",
    "match-request",
    "people",
    "meeting",
    "ta",
    "support",
    "workplan",
    "expectations",
};

constexpr std::string_view unknownKind = "kind-";

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    if (digit >= 'A' && digit <= 'F') {
        return digit - 'A' + 10;
    }
    return -1;
}

bool isDash(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

template <class Number>
std::optional<Number> number(std::string_view text)
{
    Number value {};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::uint32_t> kindNumber(std::string_view name)
{
    const auto *found = std::find(std::begin(kindNames) + 1, std::end(kindNames), name);
    if (found != std::end(kindNames)) {
        return static_cast<std::uint32_t>(found - std::begin(kindNames));
    }
    if (name.substr(0, unknownKind.size()) == unknownKind) {
        return number<std::uint32_t>(name.substr(unknownKind.size()));
    }
    return std::nullopt;
}

} // namespace

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36) {
        return std::nullopt;
    }
    Uuid id;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDash(i)) {
            if (text[i] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0) {
            return std::nullopt;
        }
        auto &byte = id.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? value << 4 : byte | value);
        ++nibble;
    }
    return id;
}

std::optional<Uuid> Uuid::fromRaw(std::string_view raw)
{
    if (raw.size() != 16) {
        return std::nullopt;
    }
    Uuid id;
    std::copy(raw.begin(), raw.end(), id.bytes.begin());
    return id;
}

Uuid Uuid::version7(std::int64_t utcMilliseconds, const std::array<std::uint8_t, 10> &random)
{
    Uuid id;
    for (int i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(utcMilliseconds >> (8 * (5 - i)));
    }
    std::copy(random.begin(), random.end(), id.bytes.begin() + 6);
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x70);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

std::string Uuid::text() const
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (const auto byte : bytes) {
        if (isDash(text.size())) {
            text += '-';
        }
        text += digits[byte >> 4];
        text += digits[byte & 0x0f];
    }
    return text;
}

std::string Uuid::raw() const
{
    return { reinterpret_cast<const char *>(bytes.data()), bytes.size() };
}

bool Uuid::isNull() const
{
    return *this == Uuid {};
}

std::string scopeKindName(std::uint32_t kind)
{
    if (kind > 0 && kind < std::size(kindNames)) {
        return std::string(kindNames[kind]);
    }
    return std::string(unknownKind) + std::to_string(kind);
}

std::optional<ScopeId> ScopeId::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto kind = kindNumber(text.substr(0, slash));
    if (!kind) {
        return std::nullopt;
    }
    ScopeId scope { .kind = *kind };
    if (slash == std::string_view::npos) {
        return scope;
    }
    const auto rest = text.substr(slash + 1);
    const auto key = Uuid::parse(rest.substr(0, 36));
    if (!key) {
        return std::nullopt;
    }
    scope.key = *key;
    if (rest.size() == 36) {
        return scope;
    }
    const auto purpose = rest[36] == '/' ? number<std::uint32_t>(rest.substr(37)) : std::nullopt;
    if (!purpose) {
        return std::nullopt;
    }
    scope.purpose = *purpose;
    return scope;
}

std::string ScopeId::text() const
{
    auto text = scopeKindName(kind);
    if (!key.isNull()) {
        text += "/" + key.text();
    }
    if (purpose != 0) {
        text += "/" + std::to_string(purpose);
    }
    return text;
}

} // namespace record
