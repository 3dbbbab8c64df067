// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/texts.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

namespace sim {

namespace {

std::vector<std::string> wordsOf(const std::string &text)
{
    std::vector<std::string> words;
    std::istringstream input(text);
    for (std::string one; input >> one;) {
        words.push_back(one);
    }
    return words;
}

/// The same with the space behind each: whoever writes on after the last word has changed it.
std::vector<std::string> spacedWordsOf(const std::string &text)
{
    auto words = wordsOf(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        words[i] += ' ';
    }
    return words;
}

/// What one author did between two words that they let stand.
struct Doing {
    std::size_t taken = 0; ///< So many words of the base from there on.
    std::string brought;

    bool operator==(const Doing &) const = default;
};
/// By the number of words of the base before it.
using Doings = std::map<std::size_t, Doing>;

Doings doingsOf(const std::vector<std::string> &base, const std::vector<std::string> &text)
{
    Doings doings;
    std::size_t after = 0;
    std::string brought;
    const auto stands = [&](std::size_t at) {
        if (at > after || !brought.empty()) {
            doings[after] = { at - after, std::exchange(brought, {}) };
        }
        after = at + 1;
    };
    for (const auto &word : text) {
        const auto found = std::find(base.begin(), base.end(), word);
        if (found == base.end()) {
            brought += word;
        } else {
            stands(static_cast<std::size_t>(found - base.begin()));
        }
    }
    stands(base.size());
    return doings;
}

/// True when two who did not know of each other had a word of the base, or the space between two, in their hands at
/// once.
bool meet(const Doings::value_type &one, const Doings::value_type &other)
{
    std::set<std::size_t> places;
    for (auto at = one.first; at <= one.first + one.second.taken; ++at) {
        places.insert(at);
    }
    for (auto at = other.first; at <= other.first + other.second.taken; ++at) {
        if (places.contains(at)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string withEdit(const std::string &text, const std::function<std::string()> &newWord, std::uint32_t choice)
{
    if (text.empty()) {
        return newWord() + " and a text of some words that others may change";
    }
    auto words = wordsOf(text);
    // Half of the edits are near the beginning, where others' are.
    const auto span = choice / 4 % 2 == 0 ? std::min<std::size_t>(words.size(), 4) : words.size();
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(choice / 8 % span);
    if (choice % 4 == 0) {
        words.insert(at, newWord());
    } else if (choice % 4 == 1 && words.size() > 3) {
        words.erase(at);
    } else if (choice % 4 == 2) {
        // What others do as well; and something else, perhaps, that they don't.
        const auto alike = words.front() + "'";
        words.front() = std::find(words.begin(), words.end(), alike) == words.end() ? alike : newWord();
        if (choice / 4 % 2 == 1) {
            words.back() = newWord();
        }
    } else {
        *at = newWord();
    }
    std::string result;
    for (const auto &one : words) {
        result += (result.empty() ? "" : " ") + one;
    }
    return result;
}

std::optional<std::string> together(const std::string &base, const std::vector<std::string> &texts)
{
    const auto words = spacedWordsOf(base);
    Doings all;
    for (const auto &text : texts) {
        Doings added;
        for (const auto &one : doingsOf(words, spacedWordsOf(text))) {
            for (const auto &other : all) {
                if (one != other && meet(one, other)) {
                    return std::nullopt;
                }
            }
            added.insert(one);
        }
        all.merge(added);
    }
    std::string shown;
    for (std::size_t at = 0; at <= words.size();) {
        const auto found = all.find(at);
        if (found != all.end()) {
            shown += found->second.brought;
            at += found->second.taken;
        }
        shown += at < words.size() ? words[at] : "";
        ++at;
    }
    return shown;
}

} // namespace sim
