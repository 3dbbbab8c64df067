// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/text.h"
#include "tests/property/history.h"

#include <algorithm>

namespace property {

namespace {

namespace wire = cadre::sync::v1;

std::set<std::pair<merge::Dot, std::string>> valuesOf(const merge::RecordState &state, std::uint32_t number)
{
    std::set<std::pair<merge::Dot, std::string>> values;
    if (const auto *field = merge::findField(state, number)) {
        for (const auto &sibling : field->siblings()) {
            const merge::Dot dot { *record::Uuid::fromRaw(sibling.dot().site()), sibling.dot().seq() };
            RC_ASSERT(values.emplace(dot, sibling.value()).second);
        }
    }
    return values;
}

std::set<std::pair<merge::Dot, std::string>> valuesOf(const Order &order)
{
    std::set<std::pair<merge::Dot, std::string>> values;
    for (const auto *made : order) {
        values.emplace(made->change.dot, made->op().value());
    }
    return values;
}

bool differ(const Order &edits)
{
    return std::any_of(edits.begin(), edits.end(), [&](const Made *made) {
        return made->op().value() != edits.front()->op().value()
            || (made->op().kind() == wire::OP_KIND_CLEAR) != (edits.front()->op().kind() == wire::OP_KIND_CLEAR);
    });
}

bool isOneValue(std::uint32_t field)
{
    return field == Life || field == Register || field == Text;
}

void keepsExactlyTheUnseen(const Order &order)
{
    merge::RecordState state;
    Order merged;
    for (const auto *made : order) {
        const auto field = made->op().field();
        const bool conflicted = merge::mergeEdit(state, made->edit, made->change);
        merged.push_back(made);
        if (isOneValue(field)) {
            const auto expected = unseen(merged, field);
            RC_ASSERT(valuesOf(state, field) == valuesOf(expected));
            RC_ASSERT(conflicted == differ(expected));
            RC_ASSERT(merge::isConflicted(*merge::findField(state, field)) == conflicted);
        } else {
            RC_ASSERT(!conflicted);
        }
    }
}

/// An element stands when an add of it stands that no other edit of the element had seen.
void setHoldsTheUnion(const Order &order, const merge::RecordState &state)
{
    std::map<std::string, Order> byElement;
    for (const auto *made : order) {
        if (made->op().field() == Set) {
            byElement[made->op().value()].push_back(made);
        }
    }
    std::set<std::string> expected;
    for (const auto &[element, edits] : byElement) {
        for (const auto *made : unseen(edits, Set)) {
            if (made->op().kind() == wire::OP_KIND_ADD) {
                expected.insert(element);
            }
        }
    }
    std::set<std::string> held;
    if (const auto *field = merge::findField(state, Set)) {
        for (const auto &sibling : field->siblings()) {
            if (sibling.kind() == wire::OP_KIND_ADD) {
                held.insert(sibling.value());
            }
        }
    }
    RC_ASSERT(held == expected);
}

void listHoldsEveryEntryInOrder(const Order &order, const merge::RecordState &state)
{
    Order appended;
    std::copy_if(order.begin(), order.end(), std::back_inserter(appended),
                 [](const Made *made) { return made->op().field() == List; });
    RC_ASSERT(valuesOf(state, List) == valuesOf(appended));
    if (const auto *field = merge::findField(state, List)) {
        RC_ASSERT(std::is_sorted(field->siblings().begin(), field->siblings().end(), [](const auto &a, const auto &b) {
            return std::tuple(a.hybrid_time(), a.dot().site(), a.dot().seq())
                > std::tuple(b.hybrid_time(), b.dot().site(), b.dot().seq());
        }));
    }
}

void latticeIsTheHighest(const Order &order, const merge::RecordState &state)
{
    std::string highest;
    for (const auto *made : order) {
        if (made->op().field() == Lattice) {
            highest = std::max(highest, made->op().value());
        }
    }
    const auto *field = merge::findField(state, Lattice);
    const auto *shown = field == nullptr ? nullptr : merge::highest(*field);
    RC_ASSERT((shown == nullptr) == highest.empty());
    RC_ASSERT((shown == nullptr || shown->value() == highest));
}

void lifeEndsOnlyWhenADeleteStandsAlone(const Order &order, const merge::RecordState &state)
{
    const auto standing = unseen(order, Life);
    const bool isDeleted = !standing.empty()
        && std::all_of(standing.begin(), standing.end(), [](const Made *made) { return made->op().value()[0] == 0; });
    RC_ASSERT(merge::isAlive(state) == !isDeleted);
}

/// Few words, so that the same ones are changed.
std::string anyText()
{
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("one ", "two ", "three ", "line\n", "\xc4\x8d "));
    std::string text;
    for (const auto &word : words) {
        text += word;
    }
    return text;
}

void textsMergeAlikeInAnyOrder()
{
    const auto base = anyText();
    std::vector<std::string> texts { anyText(), anyText(), anyText() };
    const auto merged = merge::mergeTexts(base, texts);
    std::sort(texts.begin(), texts.end());
    do {
        RC_ASSERT(merge::mergeTexts(base, texts) == merged);
    } while (std::next_permutation(texts.begin(), texts.end()));
}

/// The server's word, after the first `count` changes, that what stands then is gone.
Made forgetting(const History &history, std::size_t count)
{
    merge::RecordState state;
    for (std::size_t i = 0; i < count; ++i) {
        (void)merge::mergeEdit(state, history[i].edit, history[i].change);
    }
    merge::Context all;
    for (const auto &field : state.fields()) {
        all.add(merge::seenBy(&field));
    }
    Made made;
    made.change.dot = { siteNumber(siteCount), 1 };
    auto &op = *made.edit.add_ops();
    op.set_kind(*rc::gen::element(wire::OP_KIND_FORGET, wire::OP_KIND_ERASE));
    *op.mutable_context() = all.toProto();
    return made;
}

void whatIsForgottenStaysAway()
{
    const auto history = makeHistory(anySteps());
    const auto count = *rc::gen::inRange<std::size_t>(0, history.size() + 1);
    const auto word = forgetting(history, count);
    const auto mergeWith = [&](const Order &order, std::size_t at) {
        auto told = order;
        told.insert(told.begin() + static_cast<std::ptrdiff_t>(at), &word);
        return mergeAll(told);
    };
    const auto order = interleave(history, anyPicks());
    const auto state = mergeWith(order, *rc::gen::inRange<std::size_t>(0, order.size() + 1));
    RC_ASSERT(
        canonical(state)
        == canonical(mergeWith(interleave(history, anyPicks()), *rc::gen::inRange<std::size_t>(0, order.size() + 1))));
    // What nobody knew of when it was said stands as if nothing had been there before; life is untouched.
    Order later;
    for (std::size_t i = count; i < history.size(); ++i) {
        later.push_back(&history[i]);
    }
    for (const auto field : { Register, Text }) {
        RC_ASSERT(valuesOf(state, field) == valuesOf(unseen(later, field)));
    }
    setHoldsTheUnion(later, state);
    listHoldsEveryEntryInOrder(later, state);
    latticeIsTheHighest(later, state);
    lifeEndsOnlyWhenADeleteStandsAlone(order, state);
}

} // namespace

bool checkMerge()
{
    bool holds = rc::check("the order between sites does not matter", [] {
        const auto history = makeHistory(anySteps());
        RC_ASSERT(canonical(mergeAll(interleave(history, anyPicks())))
                  == canonical(mergeAll(interleave(history, anyPicks()))));
    });
    holds &= rc::check("nor does it when ops are of any kind in any field", [] {
        const auto history = makeLawlessHistory(anySteps());
        RC_ASSERT(canonical(mergeAll(interleave(history, anyPicks())))
                  == canonical(mergeAll(interleave(history, anyPicks()))));
    });
    holds &= rc::check("a change that comes again changes nothing", [] {
        const auto history = makeHistory(anySteps());
        const auto order = interleave(history, anyPicks());
        auto state = mergeAll(order);
        const auto once = canonical(state);
        for (const auto *made : interleave(history, anyPicks())) {
            (void)merge::mergeEdit(state, made->edit, made->change);
            RC_ASSERT(canonical(state) == once);
        }
    });
    holds &= rc::check("a change that comes again at once changes nothing", [] {
        const auto history = makeHistory(anySteps());
        merge::RecordState state;
        for (const auto *made : interleave(history, anyPicks())) {
            (void)merge::mergeEdit(state, made->edit, made->change);
            const auto once = canonical(state);
            (void)merge::mergeEdit(state, made->edit, made->change);
            RC_ASSERT(canonical(state) == once);
        }
    });
    holds &= rc::check("a state kept and read again goes on like the changes it came from", [] {
        const auto history = makeHistory(anySteps());
        const auto order = interleave(history, anyPicks());
        const auto split = *rc::gen::inRange<std::size_t>(0, order.size() + 1);
        const auto kept = mergeAll({ order.begin(), order.begin() + static_cast<std::ptrdiff_t>(split) });
        merge::RecordState state;
        RC_ASSERT(state.ParseFromString(kept.SerializeAsString()));
        for (std::size_t i = split; i < order.size(); ++i) {
            (void)merge::mergeEdit(state, order[i]->edit, order[i]->change);
        }
        RC_ASSERT(canonical(state) == canonical(mergeAll(order)));
    });
    holds &= rc::check("one value, or every value that no other author had seen, and that is said", [] {
        const auto history = makeHistory(anySteps());
        keepsExactlyTheUnseen(interleave(history, anyPicks()));
    });
    holds &= rc::check("sets unite, lists keep, lattices rise, deletes wait", [] {
        const auto history = makeHistory(anySteps());
        const auto order = interleave(history, anyPicks());
        const auto state = mergeAll(order);
        setHoldsTheUnion(order, state);
        listHoldsEveryEntryInOrder(order, state);
        latticeIsTheHighest(order, state);
        lifeEndsOnlyWhenADeleteStandsAlone(order, state);
    });
    holds &= rc::check("what is forgotten stays away in any order, and nothing else does", whatIsForgottenStaysAway);
    holds &= rc::check("the order of texts does not matter", textsMergeAlikeInAnyOrder);
    holds &= rc::check("a text beside an unchanged one, or beside itself, stays as it is", [] {
        const auto base = anyText();
        const auto text = anyText();
        RC_ASSERT(merge::mergeTexts(base, { text, base }) == text);
        RC_ASSERT(merge::mergeTexts(base, { text, text }) == text);
    });
    holds &= rc::check("a form opened now has seen every edit of its field", [] {
        const auto history = makeHistory(anySteps());
        const auto order = interleave(history, anyPicks());
        const auto state = mergeAll(order);
        for (const auto *made : order) {
            if (isOneValue(made->op().field())) {
                const auto seen = merge::seenBy(merge::findField(state, made->op().field()));
                RC_ASSERT(seen.covers(made->change.dot));
            }
        }
    });
    return holds;
}

} // namespace property
