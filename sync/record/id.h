// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace record {

/// 128 bits that name a record, a person, a site; UUIDv7 where made on a device (RFC 9562).
struct Uuid {
    std::array<std::uint8_t, 16> bytes {};

    /// Reads the 36-character text form; nothing on any other input.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
    /// Reads 16 raw bytes; nothing on another length.
    [[nodiscard]] static std::optional<Uuid> fromRaw(std::string_view raw);
    /// UUIDv7 of a UTC millisecond and ten random bytes.
    [[nodiscard]] static Uuid version7(std::int64_t utcMilliseconds, const std::array<std::uint8_t, 10> &random);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string raw() const;
    [[nodiscard]] bool isNull() const;

    bool operator==(const Uuid &) const = default;
    /// By the bytes, from the first on.
    std::strong_ordering operator<=>(const Uuid &other) const
    {
        return std::memcmp(bytes.data(), other.bytes.data(), bytes.size()) <=> 0;
    }
};

/// A place: kind (cadre.v1.ScopeKind, an open number), what it belongs to, purpose of a drop-box.
struct ScopeId {
    std::uint32_t kind = 0;
    Uuid key;
    std::uint32_t purpose = 0;

    /// Reads `pair/UUID`, `academy`, `inbox/UUID/PURPOSE`; nothing on any other input.
    [[nodiscard]] static std::optional<ScopeId> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    auto operator<=>(const ScopeId &) const = default;
};

/// `pair-log` for 12; `kind-99` for a kind that this version does not know.
[[nodiscard]] std::string scopeKindName(std::uint32_t kind);

} // namespace record
