// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/search.h"

#include "sync/engine/reading.h"

#include <set>

namespace engine {

namespace {

bool isHit(const store::Word &word, const std::vector<store::Word> &asked)
{
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const bool isLast = i + 1 == asked.size();
        if (isLast ? word.folded.starts_with(asked[i].folded) : word.folded == asked[i].folded) {
            return true;
        }
    }
    return false;
}

} // namespace

Search::Search(Device &device)
    : m_device(device)
    , m_index(device.m->database, device.m->catalogue)
    , m_words(device.m->database)
{
}

std::vector<store::StoredRecord> Search::find(const record::RecordType &type, const std::string &text, int limit) const
{
    store::Query query { .type = type.name(), .words = m_words.asked(text), .limit = limit };
    std::vector<store::StoredRecord> found;
    if (query.words.empty()) {
        return found;
    }
    std::set<record::Uuid> seen;
    const Reading reading(*m_device.m);
    // A record may stand in several places: more are asked for until there are enough.
    while (true) {
        auto next = reading.list(query);
        for (auto &stored : next) {
            if ((limit < 0 || found.size() < static_cast<std::size_t>(limit)) && seen.insert(stored.key.id).second) {
                found.push_back(std::move(stored));
            }
        }
        if (limit < 0 || next.size() < static_cast<std::size_t>(limit)
            || found.size() == static_cast<std::size_t>(limit)) {
            return found;
        }
        query.offset += limit;
    }
}

std::vector<std::pair<std::size_t, std::size_t>> Search::marksIn(const std::string &value,
                                                                 const std::vector<store::Word> &asked) const
{
    std::vector<std::pair<std::size_t, std::size_t>> marks;
    for (const auto &word : m_words.of(value)) {
        if (isHit(word, asked)) {
            marks.emplace_back(word.begin, word.end);
        }
    }
    return marks;
}

Passage Search::passageOf(const store::StoredRecord &found, const std::string &text) const
{
    Passage best;
    const auto asked = m_words.of(text);
    const auto *type = m_device.m->catalogue.byNumber(found.key.type);
    if (type == nullptr) {
        return best;
    }
    for (const auto *field : store::SearchIndex::textsOf(*type)) {
        for (auto &value : store::SearchIndex::valuesOf(*found.message, *field)) {
            auto marks = marksIn(value, asked);
            if (best.field == nullptr || marks.size() > best.marks.size()) {
                best = { field, std::move(value), std::move(marks) };
            }
        }
    }
    return best;
}

} // namespace engine
