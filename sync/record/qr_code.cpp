// SPDX-License-Identifier: Apache-2.0
#include "sync/record/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace record {

namespace {

constexpr int quiet = 4;
constexpr int pixels = 8;

std::string bigEndian(std::uint32_t number)
{
    return { static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
             static_cast<char>(number) };
}

std::uint32_t checkOf(const std::string &bytes)
{
    std::uint32_t check = 0xFFFFFFFF;
    for (const unsigned char byte : bytes) {
        check ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            check = (check & 1) != 0 ? check >> 1 ^ 0xEDB88320 : check >> 1;
        }
    }
    return ~check;
}

std::string chunk(const std::string &type, const std::string &content)
{
    return bigEndian(static_cast<std::uint32_t>(content.size())) + type + content + bigEndian(checkOf(type + content));
}

/// As zlib wants it, in blocks that are stored and not packed: a code is a few kilobytes.
std::string stored(const std::string &bytes)
{
    constexpr std::size_t block = 0xFFFF;
    std::string result("\x78\x01", 2);
    std::uint32_t low = 1;
    std::uint32_t high = 0;
    for (const unsigned char byte : bytes) {
        low = (low + byte) % 65521;
        high = (high + low) % 65521;
    }
    for (std::size_t at = 0; at < bytes.size(); at += block) {
        const auto size = std::min(block, bytes.size() - at);
        const auto length = static_cast<std::uint16_t>(size);
        const auto inverse = static_cast<std::uint16_t>(~length);
        result += at + size == bytes.size() ? '\1' : '\0';
        for (const auto number : { length, inverse }) {
            result += static_cast<char>(number & 0xFF);
            result += static_cast<char>(number >> 8);
        }
        result.append(bytes, at, size);
    }
    return result + bigEndian(high << 16 | low);
}

std::string escaped(const std::string &text)
{
    std::string result;
    for (const unsigned char c : text) {
        const bool plain = std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == '~';
        result += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
    }
    return result;
}

} // namespace

QrCode QrCode::of(const std::string &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char *>(text.data()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!made) {
        throw std::invalid_argument("This is too long for a QR code.");
    }
    QrCode code;
    code.size = made->width;
    for (int i = 0; i < made->width * made->width; ++i) {
        code.dark += static_cast<char>(made->data[i] & 1);
    }
    return code;
}

bool QrCode::isDark(int x, int y) const
{
    return x >= 0 && y >= 0 && x < size && y < size
        && dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)] != 0;
}

std::string QrCode::asText() const
{
    // Light squares are drawn: a scanner reads the code on a dark terminal, and most on a light one.
    constexpr std::array<const char *, 4> blocks { "█", "▀", "▄", " " };
    std::string text;
    for (int y = -quiet; y < size + quiet; y += 2) {
        for (int x = -quiet; x < size + quiet; ++x) {
            text += blocks[(isDark(x, y) ? 2U : 0U) + (isDark(x, y + 1) ? 1U : 0U)];
        }
        text += '\n';
    }
    return text;
}

std::string QrCode::asSvg() const
{
    const int side = size + 2 * quiet;
    std::string path;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            path += isDark(x, y) ? fmt::format("M{} {}h1v1h-1z", x + quiet, y + quiet) : "";
        }
    }
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" shape-rendering=\"crispEdges\">"
        "<rect width=\"{0}\" height=\"{0}\" fill=\"#fff\"/><path d=\"{1}\" fill=\"#000\"/></svg>\n",
        side, path);
}

std::string QrCode::asPng() const
{
    const int side = (size + 2 * quiet) * pixels;
    std::string rows;
    for (int y = 0; y < side; ++y) {
        rows += '\0'; // No filter.
        for (int x = 0; x < side; x += pixels) {
            // One bit a pixel, so that a square is a byte wide; 1 is white.
            rows += isDark(x / pixels - quiet, y / pixels - quiet) ? '\0' : '\xFF';
        }
    }
    const auto width = bigEndian(static_cast<std::uint32_t>(side));
    return std::string("\x89PNG\r\n\x1A\n", 8) + chunk("IHDR", width + width + std::string("\1\0\0\0\0", 5))
        + chunk("IDAT", stored(rows)) + chunk("IEND", {});
}

std::string enrollmentLink(const std::string &server, const std::string &pin, const std::string &code)
{
    return "cadre://enroll?server=" + escaped(server) + (pin.empty() ? "" : "&pin=" + escaped(pin))
        + "&invite=" + escaped(code);
}

} // namespace record
