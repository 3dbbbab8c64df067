// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace record {

/// A QR code: dark and light squares, `size` a side, without the quiet zone around them.
struct QrCode {
    int size = 0;
    std::string dark; ///< Row by row, 1 where it is dark.

    /// Throws std::invalid_argument when the text is too long.
    [[nodiscard]] static QrCode of(const std::string &text);

    /// Each with the quiet zone of four squares that a scanner wants.
    [[nodiscard]] std::string asText() const; ///< Half blocks, for a terminal with dark letters or light ones.
    [[nodiscard]] std::string asSvg() const;
    [[nodiscard]] std::string asPng() const; ///< Eight pixels a square.

    /// With the quiet zone: false outside.
    [[nodiscard]] bool isDark(int x, int y) const;
};

/// What a device's camera reads to enroll: the server, its pin (may be empty) and the code.
[[nodiscard]] std::string enrollmentLink(const std::string &server, const std::string &pin, const std::string &code);

} // namespace record
