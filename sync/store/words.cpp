// SPDX-License-Identifier: Apache-2.0
#include "sync/store/words.h"

#include "sync/store/database.h"

#include <sqlite3.h>

#include <fmt/format.h>

namespace store {

namespace {

fts5_api &fullTextOf(Database &database)
{
    fts5_api *found = nullptr;
    sqlite3_stmt *ask = nullptr;
    if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?)", -1, &ask, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(ask, 1, static_cast<void *>(&found), "fts5_api_ptr", nullptr);
        (void)sqlite3_step(ask);
    }
    sqlite3_finalize(ask);
    if (found == nullptr) {
        throw Error(Fault::Other,
                    "This machine's SQLite was built without full-text search. The records are safe; everything but "
                    "searching works.");
    }
    return *found;
}

int keepWord(void *list, int /*flags*/, const char *folded, int size, int begin, int end)
{
    static_cast<std::vector<Word> *>(list)->push_back({ std::string(folded, static_cast<std::size_t>(size)),
                                                        static_cast<std::size_t>(begin),
                                                        static_cast<std::size_t>(end) });
    return SQLITE_OK;
}

} // namespace

struct Words::Tokenizer {
    fts5_tokenizer calls {};
    Fts5Tokenizer *made = nullptr;
};

Words::Words(Database &database)
    : m_tokenizer(std::make_unique<Tokenizer>())
{
    auto &api = fullTextOf(database);
    void *context = nullptr;
    const char *settings[] = { "remove_diacritics", "2" };
    if (api.xFindTokenizer(&api, "unicode61", &context, &m_tokenizer->calls) != SQLITE_OK
        || m_tokenizer->calls.xCreate(context, settings, 2, &m_tokenizer->made) != SQLITE_OK) {
        database.fail("taking texts apart");
    }
}

Words::~Words()
{
    m_tokenizer->calls.xDelete(m_tokenizer->made);
}

std::vector<Word> Words::of(std::string_view text) const
{
    std::vector<Word> words;
    (void)m_tokenizer->calls.xTokenize(m_tokenizer->made, &words, FTS5_TOKENIZE_AUX, text.data(),
                                       static_cast<int>(text.size()), keepWord);
    return words;
}

std::string Words::asked(std::string_view text) const
{
    std::string asked;
    for (const auto &word : of(text)) {
        asked += fmt::format("{}\"{}\"", asked.empty() ? "" : " AND ", word.folded);
    }
    return asked.empty() ? asked : asked + "*";
}

} // namespace store
