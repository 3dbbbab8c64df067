// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "sync/record/type.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace record {

/// A record as it goes into somebody's own copy.
struct BookletEntry {
    const RecordType *type = nullptr;
    Uuid id;
    std::string place; ///< `pair/UUID`.
    std::shared_ptr<const Message> message;
    bool isOwn = false; ///< Written by the person whose copy it is.
};

struct BookletFile {
    std::string name; ///< `CheckIn.json`.
    std::string content;
};

/// Text as it stands in a page, between tags and in an attribute's quotes.
[[nodiscard]] std::string htmlText(std::string_view text);

/// A field that is set, as people read it.
struct LabelledValue {
    std::string label;
    std::string text;
    const FieldDescriptor *field = nullptr;
};
[[nodiscard]] std::vector<LabelledValue> labelledValues(const Message &message);

/// Records as files: for each type a JSON array, and one index.html that a person can read in any browser, with
/// labels in place of names and numbers. `title` and `note` are plain text; the note stands under the title.
[[nodiscard]] std::vector<BookletFile> booklet(const std::string &title, const std::string &note,
                                               const std::vector<BookletEntry> &entries);

} // namespace record
