// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace merge {

/// A header as it travels beside the header before it and its body: both say what it need not.
struct CutHeader {
    std::string bytes;
    std::uint32_t previousCut = 0; ///< Where the field was, plus one; 0 where it stands.
    std::uint32_t rootCut = 0; ///< The same, of what was left by then.
};

/// Cuts the previous header's hash and the body's root out, as far as they stand there in the usual form.
[[nodiscard]] CutHeader cutHeader(std::string header, bool cutPrevious, bool cutRoot);
/// Puts back what was cut. Nothing when the cuts lie outside the header, or the body can't be read.
[[nodiscard]] std::optional<std::string> wholeHeader(CutHeader cut, const std::string &previous,
                                                     const std::string &body);

/// Reads the headers of one page's entries, in their order.
class PageHeaders {
public:
    /// The header as its author made it; nothing where what was cut out of it can't be told.
    [[nodiscard]] std::optional<std::string> next(const cadre::sync::v1::LogEntry &entry);

private:
    std::map<record::Uuid, std::string> m_hashes; ///< Of the last header of each site.
};

} // namespace merge
