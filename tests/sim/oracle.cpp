// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/oracle.h"

#include "tests/sim/texts.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace sim {

namespace {

std::string text(const Value &value)
{
    std::string shown;
    for (const char letter : value.value_or("(nothing)")) {
        shown += letter >= ' ' && letter <= '~' ? letter : '.';
    }
    return shown;
}

std::string text(const std::vector<Value> &values)
{
    std::string shown;
    for (const auto &value : values) {
        shown += (shown.empty() ? "" : ", ") + text(value);
    }
    return "[" + shown + "]";
}

bool has(const std::vector<Value> &values, const Value &value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

void addOnce(std::vector<Value> &values, const Value &value)
{
    if (!has(values, value)) {
        values.push_back(value);
    }
}

} // namespace

const char *nameOf(Promise promise)
{
    static constexpr const char *names[] = { "lost",    "false conflict", "missed conflict", "leaked",
                                             "stalled", "applied twice",  "diverged",        "unsound" };
    return names[static_cast<int>(promise)];
}

struct Oracle::Look {
    const store::RecordKey &key;
    std::uint32_t field;
    const FieldShown &shown;
    std::vector<EditId> standing;
    std::vector<Broken> &broken;
    const std::string &replica;
    bool isErased = false; ///< What texts were made from went with it: none of them merges.

    void report(Promise promise, const std::string &what) const
    {
        broken.push_back({ promise, replica,
                           fmt::format("record {} in {}, field {} ({}): {}", key.id.text().substr(28), key.scope.text(),
                                       field, nameOf(shown.kind), what),
                           field });
    }
};

void Oracle::judgeRegister(Look &look) const
{
    std::vector<Value> expected;
    for (const auto id : m_ledger.unseen(look.standing)) {
        addOnce(expected, m_ledger.edit(id).value);
    }
    const auto &shown = look.shown.values;
    for (const auto &value : expected) {
        if (!has(shown, value)) {
            look.report(Promise::Lost,
                        fmt::format("{} is gone; shown {}, expected {}", text(value), text(shown), text(expected)));
            return;
        }
    }
    for (const auto &value : shown) {
        if (!has(expected, value)) {
            look.report(Promise::FalseConflict,
                        fmt::format("{} should not stand there; expected {}", text(value), text(expected)));
            return;
        }
    }
    if (const auto merged = expected.size() > 1 ? textOf(look) : std::nullopt) {
        if (look.shown.isReported) {
            look.report(Promise::FalseConflict, fmt::format("{} don't touch", text(expected)));
        } else if (look.shown.current != merged) {
            look.report(
                Promise::Lost,
                fmt::format("the record says {}, and should {}", text(look.shown.current.value_or("")), text(*merged)));
        }
        return;
    }
    if (expected.size() > 1 && !look.shown.isReported) {
        look.report(Promise::MissedConflict, fmt::format("{} stand unreported", text(expected)));
    }
    if (expected.size() < 2 && look.shown.isReported) {
        look.report(Promise::FalseConflict, fmt::format("{} is reported as a conflict", text(expected)));
    }
    const auto first = shown.empty() ? Value() : shown.front();
    if (look.shown.current && *look.shown.current != first) {
        look.report(Promise::Lost,
                    fmt::format("the record says {}, its alternatives {}", text(*look.shown.current), text(shown)));
    }
}

/// The one text that several are, whose authors all began from the same.
Value Oracle::textOf(const Look &look) const
{
    std::vector<std::string> texts;
    std::set<std::string> bases;
    for (const auto id : m_ledger.unseen(look.standing)) {
        const auto &edit = m_ledger.edit(id);
        bases.insert(edit.value ? edit.base : "");
        texts.push_back(edit.value.value_or(""));
    }
    return bases.size() > 1 || bases.contains("") || look.isErased ? Value() : together(*bases.begin(), texts);
}

void Oracle::judgeSet(Look &look) const
{
    std::map<Value, std::vector<EditId>> byElement;
    for (const auto id : look.standing) {
        byElement[m_ledger.edit(id).value].push_back(id);
    }
    std::vector<Value> expected;
    for (const auto &[element, ids] : byElement) {
        const auto unseen = m_ledger.unseen(ids);
        if (std::any_of(unseen.begin(), unseen.end(), [&](EditId id) { return !m_ledger.edit(id).removes; })) {
            expected.push_back(element);
        }
    }
    for (const auto &element : expected) {
        if (!has(look.shown.values, element)) {
            look.report(Promise::Lost, fmt::format("{} is gone; shown {}", text(element), text(look.shown.values)));
        }
    }
    for (const auto &element : look.shown.values) {
        if (!has(expected, element)) {
            look.report(Promise::FalseConflict, fmt::format("{} was taken away, or never here", text(element)));
        }
    }
}

void Oracle::judgeList(Look &look) const
{
    std::map<Value, int> balance;
    for (const auto id : look.standing) {
        ++balance[m_ledger.edit(id).value];
    }
    for (const auto &value : look.shown.values) {
        --balance[value];
    }
    for (const auto &[value, missing] : balance) {
        if (missing > 0) {
            look.report(Promise::Lost, fmt::format("{} is not in the list", text(value)));
        } else if (missing < 0) {
            const bool known = std::any_of(look.standing.begin(), look.standing.end(),
                                           [&, &entry = value](EditId id) { return m_ledger.edit(id).value == entry; });
            look.report(known ? Promise::Twice : Promise::FalseConflict,
                        fmt::format("{} stands in the list {}", text(value), known ? "twice" : "and should not"));
        }
    }
}

void Oracle::judgeLattice(Look &look) const
{
    std::uint64_t highest = 0;
    for (const auto id : look.standing) {
        highest = std::max<std::uint64_t>(highest, std::stoull(*m_ledger.edit(id).value));
    }
    const bool shows = !look.shown.values.empty();
    const std::uint64_t shown = shows ? std::stoull(*look.shown.values.front()) : 0;
    if (shown < highest || shows == look.standing.empty()) {
        look.report(shows && shown > highest ? Promise::FalseConflict : Promise::Lost,
                    fmt::format("{} was raised and {} is shown", highest, shown));
    } else if (shown > highest) {
        look.report(Promise::FalseConflict, fmt::format("{} is shown and {} is the highest", shown, highest));
    }
}

std::vector<Broken> Oracle::judge(const store::RecordKey &key, const RecordShown &shown, const Knowledge &known,
                                  const std::string &replica) const
{
    std::vector<Broken> broken;
    static const FieldShown nothing;
    for (const auto &[field, ids] : m_ledger.fields(key)) {
        const auto found = shown.fields.find(field);
        if (shown.exists && found == shown.fields.end()) {
            continue;
        }
        FieldShown one = found == shown.fields.end() ? nothing : found->second;
        one.kind = m_ledger.edit(ids.front()).kind;
        Look look {
            key, field, one, m_ledger.standing(key, field, known), broken, replica, m_ledger.isErased(key, known)
        };
        if (one.kind == Kind::Set) {
            judgeSet(look);
        } else if (one.kind == Kind::List) {
            judgeList(look);
        } else if (one.kind == Kind::Lattice) {
            judgeLattice(look);
        } else {
            const auto standing = look.standing;
            std::erase_if(look.standing, [&](EditId id) {
                return !has(one.values, m_ledger.edit(id).value) && m_ledger.mayLieBehind(id, standing);
            });
            judgeRegister(look);
        }
    }
    const auto life = shown.fields.find(0);
    if (shown.exists && life != shown.fields.end()) {
        const bool alive = life->second.values.empty() || has(life->second.values, "alive");
        if (alive != shown.isAlive) {
            broken.push_back({ Promise::Lost, replica,
                               fmt::format("record {} is listed as {}", key.id.text().substr(28),
                                           shown.isAlive ? "alive" : "deleted") });
        }
    }
    if (m_ledger.isLoose(key)) {
        std::erase_if(broken, [](const Broken &one) {
            return one.promise == Promise::FalseConflict || one.promise == Promise::Twice;
        });
    }
    return broken;
}

std::vector<Broken> Oracle::judgeInDoubt(const store::RecordKey &key, const RecordShown &shown, const Knowledge &known,
                                         const IdSet &doubtful, const std::string &replica) const
{
    auto broken = judge(key, shown, known, replica);
    auto less = known;
    for (const auto save : doubtful.all()) {
        less.delivered.remove(save);
    }
    const auto without = judge(key, shown, less, replica);
    std::erase_if(broken, [&](const Broken &one) {
        return one.promise == Promise::Lost && std::none_of(without.begin(), without.end(), [&](const Broken &other) {
                   return other.field == one.field;
               });
    });
    return broken;
}

std::vector<Broken> Oracle::compare(const store::RecordKey &key, const RecordShown &one, const RecordShown &other,
                                    const std::string &where) const
{
    std::vector<Broken> broken;
    for (const auto &[field, ids] : m_ledger.fields(key)) {
        const auto here = one.fields.find(field);
        const auto there = other.fields.find(field);
        if (here == one.fields.end() || there == other.fields.end()) {
            continue;
        }
        if (here->second.values != there->second.values || here->second.current != there->second.current) {
            broken.push_back(
                { Promise::Diverged, where,
                  fmt::format("record {} in {}, field {}: {} and {}", key.id.text().substr(28), key.scope.text(), field,
                              text(here->second.values), text(there->second.values)) });
        }
    }
    return broken;
}

} // namespace sim
