// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/store/search_index.h"
#include "sync/store/words.h"

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// Where a record says what was searched for.
struct Passage {
    const record::FieldDescriptor *field = nullptr;
    std::string text;
    /// Begin and end of what matched, in bytes of `text`, in order.
    std::vector<std::pair<std::size_t, std::size_t>> marks;
};

/// Searches what its person may read on this device: every text, by words without accents and case, the last word by
/// its beginning. What is closed (Device::closedPlaces()) is not found. Of the device's thread; lives no longer.
class Search {
public:
    static constexpr int allRows = std::numeric_limits<int>::max();

    /// Makes the index in the device's store at the first time, empty.
    explicit Search(Device &device);

    /// Takes into the index what was written since, in one transaction: so many records at most, for whoever has
    /// something else to do. True when nothing is left. Killed in the middle it goes on after the last call.
    bool follow(int records = allRows) { return m_index.follow(records); }

    /// The types that it looks through.
    [[nodiscard]] const std::vector<const record::RecordType *> &types() const { return m_index.types(); }
    /// Records of the type with all the words, each once, the latest change first. What follow() has not taken in yet
    /// is not found. Negative for no limit.
    [[nodiscard]] std::vector<store::StoredRecord> find(const record::RecordType &type, const std::string &text,
                                                        int limit) const;
    /// The text of a found record in which most of the words stand.
    [[nodiscard]] Passage passageOf(const store::StoredRecord &found, const std::string &text) const;

private:
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> marksIn(const std::string &value,
                                                                           const std::vector<store::Word> &asked) const;

    Device &m_device;
    store::SearchIndex m_index;
    store::Words m_words;
};

} // namespace engine
