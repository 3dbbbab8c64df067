// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace store {

class Database;

/// A word of a text as it is searched by: without accents and case.
struct Word {
    std::string folded;
    std::size_t begin = 0; ///< In bytes of the text.
    std::size_t end = 0;
};

/// Takes texts apart as SQLite's full-text tables do, by the very tokenizer that they use: letters and digits are
/// words, all else divides them. Of the database's thread; lives no longer than it.
class Words {
public:
    /// The tokenizer as a full-text table names it.
    static constexpr auto tokenizer = "unicode61 remove_diacritics 2";

    explicit Words(Database &database);
    ~Words();
    Words(const Words &) = delete;
    Words &operator=(const Words &) = delete;

    [[nodiscard]] std::vector<Word> of(std::string_view text) const;
    /// What a full-text table is asked for records that have each of the words, the last one as a beginning; empty
    /// where there is no word.
    [[nodiscard]] std::string asked(std::string_view text) const;

private:
    struct Tokenizer;
    std::unique_ptr<Tokenizer> m_tokenizer;
};

} // namespace store
