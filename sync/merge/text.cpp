// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/text.h"

#include "sync/record/plant.h"
#include "cadre/sync/v1/change.pb.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace merge {

namespace {

using Words = std::vector<std::string_view>;

/// Beyond this many pairs of words two texts are not compared, but left to a person.
constexpr std::size_t mostPairs = 1'000'000;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Words with the white space that follows them: put together again they are the text.
Words wordsOf(std::string_view text)
{
    Words words;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= text.size(); ++i) {
        if (i == text.size() || (isSpace(text[i - 1]) && !isSpace(text[i]))) {
            words.push_back(text.substr(begin, i - begin));
            begin = i;
        }
    }
    return words;
}

/// Words of the base, from and up to, that became others.
struct Hunk {
    std::size_t from = 0;
    std::size_t to = 0;
    Words words;

    bool operator==(const Hunk &) const = default;
};

/// What turns `base` into `text`, by a longest common subsequence. Of several the one that keeps
/// words as early as it can.
std::vector<Hunk> hunksOf(const Words &base, const Words &text)
{
    const std::size_t rows = base.size() + 1;
    const std::size_t columns = text.size() + 1;
    std::vector<std::uint32_t> common(rows * columns, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t & { return common[i * columns + j]; };
    for (std::size_t i = base.size(); i-- > 0;) {
        for (std::size_t j = text.size(); j-- > 0;) {
            at(i, j) = base[i] == text[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::vector<Hunk> hunks;
    std::size_t i = 0;
    std::size_t j = 0;
    bool inHunk = false;
    while (i < base.size() || j < text.size()) {
        if (i < base.size() && j < text.size() && base[i] == text[j]) {
            inHunk = false;
            ++i;
            ++j;
            continue;
        }
        if (!inHunk) {
            hunks.push_back({ i, i, {} });
            inHunk = true;
        }
        if (i < base.size() && (j == text.size() || at(i + 1, j) >= at(i, j + 1))) {
            hunks.back().to = ++i;
        } else {
            hunks.back().words.push_back(text[j++]);
        }
    }
    return hunks;
}

bool touch(const Hunk &a, const Hunk &b)
{
    return CADRE_PLANT("texts_beside_each_other_merge") ? a.from < b.to && b.from < a.to
                                                        : a.from <= b.to && b.from <= a.to;
}

std::string joined(const Words &base, const std::vector<Hunk> &hunks)
{
    std::string text;
    std::size_t next = 0;
    for (const auto &hunk : hunks) {
        for (; next < hunk.from; ++next) {
            text += base[next];
        }
        for (const auto &word : hunk.words) {
            text += word;
        }
        next = hunk.to;
    }
    for (; next < base.size(); ++next) {
        text += base[next];
    }
    return text;
}

} // namespace

std::optional<std::string> mergeTexts(const std::string &base, std::vector<std::string> texts)
{
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    const auto baseWords = wordsOf(base);
    std::vector<Hunk> hunks;
    for (const auto &text : texts) {
        const auto words = wordsOf(text);
        if ((words.size() + 1) * (baseWords.size() + 1) > mostPairs) {
            return std::nullopt;
        }
        for (const auto &hunk : hunksOf(baseWords, words)) {
            if (std::find(hunks.begin(), hunks.end(), hunk) != hunks.end()
                && !CADRE_PLANT("same_words_are_a_conflict")) {
                continue;
            }
            if (std::any_of(hunks.begin(), hunks.end(), [&](const Hunk &other) { return touch(hunk, other); })) {
                return std::nullopt;
            }
            hunks.push_back(hunk);
        }
    }
    std::sort(hunks.begin(), hunks.end(), [](const Hunk &a, const Hunk &b) { return a.from < b.from; });
    return joined(baseWords, hunks);
}

std::optional<std::string> mergedText(const cadre::store::v1::FieldState &field)
{
    if (field.siblings_size() < 2) {
        return std::nullopt;
    }
    const auto &first = field.siblings(0);
    std::vector<std::string> texts;
    for (const auto &sibling : field.siblings()) {
        // Nothing to merge from, or not from the same.
        if (sibling.kind() != cadre::sync::v1::OP_KIND_TEXT || sibling.base().empty()
            || (sibling.base() != first.base() && !CADRE_PLANT("texts_of_two_bases_merge"))) {
            return std::nullopt;
        }
        texts.push_back(sibling.value());
    }
    return mergeTexts(first.base(), std::move(texts));
}

} // namespace merge
