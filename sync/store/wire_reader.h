// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace store {

/// Reads an encoded message's values from the front, without copying. It looks at bytes that its
/// maker keeps.
class WireReader {
public:
    static constexpr std::uint32_t varint = 0;
    static constexpr std::uint32_t fixed64 = 1;
    static constexpr std::uint32_t withLength = 2;
    static constexpr std::uint32_t fixed32 = 5;

    explicit WireReader(std::string_view message)
        : m_at(message.data())
        , m_end(message.data() + message.size())
    {
    }

    /// Moves to the next value; false at the end and at the first malformed one.
    bool next();
    /// True once a malformed value was met.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }

    /// A field's tag with a wire type, to compare with `tag`.
    [[nodiscard]] static constexpr std::uint32_t tagOf(std::uint32_t field, std::uint32_t wireType)
    {
        return field << 3 | wireType;
    }
    [[nodiscard]] std::uint32_t field() const { return tag >> 3; }
    [[nodiscard]] std::uint32_t wireType() const { return tag & 7; }

    std::uint32_t tag = 0;
    std::uint64_t number = 0; ///< Of a varint or a fixed value, as its bits.
    std::string_view bytes; ///< Of a value with a length.

private:
    bool readValue();
    bool readVarint(std::uint64_t &value);
    bool readFixed(std::size_t size);

    const char *m_at;
    const char *m_end;
    bool m_isDamaged = false;
};

inline bool WireReader::next()
{
    std::uint64_t read = 0;
    if (m_at == m_end || m_isDamaged) {
        return false;
    }
    m_isDamaged = !readVarint(read) || read >> 3 == 0 || read >> 32 != 0;
    tag = static_cast<std::uint32_t>(read);
    m_isDamaged = m_isDamaged || !readValue();
    return !m_isDamaged;
}

inline bool WireReader::readValue()
{
    std::uint64_t size = 0;
    switch (wireType()) {
    case varint:
        return readVarint(number);
    case fixed64:
        return readFixed(8);
    case fixed32:
        return readFixed(4);
    case withLength:
        if (!readVarint(size) || size > static_cast<std::uint64_t>(m_end - m_at)) {
            return false;
        }
        bytes = { m_at, static_cast<std::size_t>(size) };
        m_at += size;
        return true;
    default:
        return false;
    }
}

inline bool WireReader::readVarint(std::uint64_t &value)
{
    value = 0;
    for (int shift = 0; shift < 70 && m_at != m_end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*m_at++);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80) {
            return true;
        }
    }
    return false;
}

inline bool WireReader::readFixed(std::size_t size)
{
    if (static_cast<std::size_t>(m_end - m_at) < size) {
        return false;
    }
    number = 0;
    for (std::size_t i = 0; i < size; ++i) {
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_at[i])) << (8 * i);
    }
    m_at += size;
    return true;
}

inline void appendVarint(std::string &message, std::uint64_t number)
{
    for (; number > 0x7f; number >>= 7) {
        message += static_cast<char>((number & 0x7f) | 0x80);
    }
    message += static_cast<char>(number);
}

/// A number with its tag.
inline void appendNumber(std::string &message, std::uint32_t field, std::uint64_t number)
{
    appendVarint(message, WireReader::tagOf(field, WireReader::varint));
    appendVarint(message, number);
}

/// Bytes with their tag and length.
inline void appendBytes(std::string &message, std::uint32_t field, std::string_view bytes)
{
    appendVarint(message, WireReader::tagOf(field, WireReader::withLength));
    appendVarint(message, bytes.size());
    message += bytes;
}

} // namespace store
