// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/erased.h"

#include "sync/store/database.h"
#include "sync/store/snapshot.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace sim {

namespace {

/// Words that were written once only (`token`).
template <class Visitor>
void visitTokens(std::string_view bytes, const Visitor &visitor)
{
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view begin = "~place";
    for (auto at = bytes.find(begin); at != std::string_view::npos; at = bytes.find(begin, at + 1)) {
        const auto letter = bytes.find_first_not_of(digits, at + begin.size());
        const auto end = letter == std::string_view::npos || bytes[letter] != 'v'
            ? std::string_view::npos
            : bytes.find_first_not_of(digits, letter + 1);
        if (end != std::string_view::npos && end > letter + 1 && bytes[end] == '~') {
            visitor(bytes.substr(at, end + 1 - at));
        }
    }
}

std::set<std::string, std::less<>> wordsErased(const Ledger &ledger, const Knowledge &known)
{
    std::set<std::string, std::less<>> words;
    const auto erased = ledger.erased(known);
    if (erased.isEmpty()) {
        return words;
    }
    for (const auto id : erased.all()) {
        visitTokens(ledger.edit(id).value.value_or(""), [&](std::string_view word) { words.emplace(word); });
    }
    const auto mayStay = [&](const std::string &bytes) {
        visitTokens(bytes, [&](std::string_view word) {
            if (const auto found = words.find(word); found != words.end()) {
                words.erase(found);
            }
        });
    };
    for (EditId id = 0; id < ledger.edits(); ++id) {
        if (!erased.has(id)) {
            mayStay(ledger.edit(id).value.value_or(""));
        }
    }
    for (const auto &tried : ledger.refusedByDisk()) {
        mayStay(tried);
    }
    return words;
}

} // namespace

std::vector<Broken> erasedOn(const Disk &disk, store::Database &database, const Ledger &ledger, const Knowledge &known,
                             const std::string &replica, Keeping keeping)
{
    std::vector<Broken> broken;
    auto words = wordsErased(ledger, known);
    if (words.empty()) {
        return broken;
    }
    store::Statement aside(database, "SELECT body FROM change WHERE verdict = 3 AND ?");
    aside.bind(1, keeping == Keeping::SetAside ? 1 : 0);
    while (aside.step()) {
        visitTokens(aside.blob(0), [&](std::string_view word) {
            if (const auto found = words.find(word); found != words.end()) {
                words.erase(found);
            }
        });
    }
    const auto search = [&](std::string_view bytes, const std::string &where) {
        visitTokens(bytes, [&](std::string_view word) {
            if (const auto found = words.find(word); found != words.end()) {
                broken.push_back(
                    { Promise::Leaked, replica, fmt::format("{} holds {}, which is erased", where, *found) });
                words.erase(found);
            }
        });
    };
    for (const char *table : { "fetched_chunk", "host_chunk" }) {
        store::Statement there(database, "SELECT 1 FROM sqlite_schema WHERE name = ?");
        if (!there.bindText(1, table).step()) {
            continue;
        }
        store::Statement chunks(database, fmt::format("SELECT bytes FROM {}", table));
        std::string content;
        while (chunks.step()) {
            store::unpackChunk(chunks.blob(0), content);
            search(content, table);
        }
    }
    for (const auto &file : disk.files()) {
        search(disk.bytesOf(file), "the file " + file);
    }
    return broken;
}

bool tells(const std::string &body, const EditMade &edit)
{
    cadre::sync::v1::Body read;
    (void)read.ParseFromString(body);
    return std::any_of(read.parts().begin(), read.parts().end(), [&](const cadre::sync::v1::Part &part) {
        cadre::sync::v1::RecordEdit there;
        return there.ParseFromString(part.content()) && there.record() == edit.key.id.raw();
    });
}

} // namespace sim
