// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/fields.h"

#include "sync/merge/text.h"
#include "sync/record/plant.h"

#include <algorithm>
#include <tuple>

#include <google/protobuf/io/coded_stream.h>

namespace merge {

namespace {

namespace wire = cadre::sync::v1;

bool isRegister(std::uint32_t kind)
{
    return kind == wire::OP_KIND_SET || kind == wire::OP_KIND_CLEAR || kind == wire::OP_KIND_TEXT
        || kind == wire::OP_KIND_LIFE;
}

bool isElement(std::uint32_t kind)
{
    return kind == wire::OP_KIND_ADD || kind == wire::OP_KIND_REMOVE;
}

Dot dotOf(const Sibling &sibling)
{
    return { record::Uuid::fromRaw(sibling.dot().site()).value_or(record::Uuid {}), sibling.dot().seq() };
}

FieldState &fieldIn(RecordState &state, std::uint32_t number)
{
    for (auto &field : *state.mutable_fields()) {
        if (field.field() == number) {
            return field;
        }
    }
    auto &added = *state.add_fields();
    added.set_field(number);
    return added;
}

Sibling makeSibling(const wire::Op &op, int index, const Change &change)
{
    Sibling sibling;
    sibling.mutable_dot()->set_site(change.dot.site.raw());
    sibling.mutable_dot()->set_seq(change.dot.seq);
    sibling.set_kind(op.kind());
    sibling.set_wire_type(op.wire_type());
    sibling.set_value(op.value());
    if (op.context().sites_size() > 0) {
        *sibling.mutable_context() = op.context();
    }
    sibling.set_hybrid_time(change.header.hybrid_time());
    sibling.set_author(change.author.raw());
    sibling.set_base_hash(op.base_hash());
    sibling.set_base(op.base());
    sibling.set_index(static_cast<std::uint32_t>(index));
    return sibling;
}

/// Latest first; every replica sorts alike.
bool standsBefore(const Sibling &a, const Sibling &b)
{
    const auto order = [](const Sibling &sibling) {
        return std::tuple(sibling.hybrid_time(), dotOf(sibling).site, dotOf(sibling).seq);
    };
    return order(a) != order(b) ? order(a) > order(b) : a.index() < b.index();
}

/// The others are in order; the new one takes its place among them.
void insertSibling(FieldState &field, Sibling added)
{
    auto &siblings = *field.mutable_siblings();
    const auto place = std::upper_bound(siblings.begin(), siblings.end(), added, standsBefore) - siblings.begin();
    *siblings.Add() = std::move(added);
    std::rotate(siblings.pointer_begin() + place, siblings.pointer_end() - 1, siblings.pointer_end());
}

/// Of a context that has been read once, so that its ranges are in order.
bool covers(const wire::Context &context, const Dot &dot)
{
    const auto site = dot.site.raw();
    for (const auto &seen : context.sites()) {
        if (seen.site() == site) {
            return dot.seq <= seen.highest()
                && std::none_of(seen.exceptions().begin(), seen.exceptions().end(), [&](const wire::Range &range) {
                       return !CADRE_PLANT("vector_without_exceptions") && range.first() <= dot.seq
                           && dot.seq <= range.last();
                   });
        }
    }
    return false;
}

/// The causal rule. `concerns` names the siblings that are values of the same thing: all of a
/// register's, or those of one element of a set.
template <class Concerns>
void mergeCausally(FieldState &field, Sibling added, const Concerns &concerns)
{
    const auto dot = dotOf(added);
    auto &siblings = *field.mutable_siblings();
    for (const auto &known : siblings) {
        if (concerns(known) && (dotOf(known) == dot || covers(known.context(), dot))) {
            return;
        }
        if (CADRE_PLANT("equal_values_are_one_edit") && known.kind() == added.kind()
            && known.value() == added.value()) {
            return;
        }
    }
    siblings.erase(std::remove_if(siblings.begin(), siblings.end(),
                                  [&](const Sibling &known) {
                                      const bool older = known.hybrid_time() < added.hybrid_time();
                                      const bool removed = added.kind() == wire::OP_KIND_REMOVE;
                                      return concerns(known)
                                          && (covers(added.context(), dotOf(known))
                                              || (CADRE_PLANT("clock_decides") && older)
                                              || (CADRE_PLANT("removal_takes_unseen_adds") && removed));
                                  }),
                   siblings.end());
    insertSibling(field, std::move(added));
}

void mergeList(FieldState &field, Sibling added)
{
    for (const auto &known : field.siblings()) {
        if ((known.index() == added.index() || CADRE_PLANT("list_takes_one_of_a_save"))
            && known.dot().seq() == added.dot().seq() && known.dot().site() == added.dot().site()) {
            return;
        }
    }
    insertSibling(field, std::move(added));
}

std::uint64_t varintOf(const std::string &bytes)
{
    google::protobuf::io::CodedInputStream input(reinterpret_cast<const std::uint8_t *>(bytes.data()),
                                                 static_cast<int>(bytes.size()));
    std::uint64_t value = 0;
    (void)input.ReadVarint64(&value);
    return value;
}

/// True when whoever wrote `later` knew of `known` and raised it, or let it stand as it was.
bool raises(const Sibling &later, const Sibling &known)
{
    return varintOf(later.value()) >= varintOf(known.value()) && covers(later.context(), dotOf(known));
}

/// The highest counts. A lower one stays beside it for as long as nobody has raised it who knew of it:
/// the higher one may be forgotten.
void mergeLattice(FieldState &field, Sibling added)
{
    auto &siblings = *field.mutable_siblings();
    for (const auto &known : siblings) {
        if (known.kind() == wire::OP_KIND_RAISE && (dotOf(known) == dotOf(added) || raises(known, added))) {
            return;
        }
    }
    siblings.erase(std::remove_if(siblings.begin(), siblings.end(),
                                  [&](const Sibling &known) {
                                      return known.kind() == wire::OP_KIND_RAISE
                                          && (raises(added, known) || CADRE_PLANT("lattice_takes_the_latest"));
                                  }),
                   siblings.end());
    insertSibling(field, std::move(added));
}

/// True when the server's word says that what this dot wrote is gone.
bool isForgotten(const RecordState &state, const Dot &dot)
{
    const auto *life = findField(state, 0);
    return life != nullptr && std::any_of(life->siblings().begin(), life->siblings().end(), [&](const Sibling &known) {
               return isGoneByRule(known.kind()) && covers(known.context(), dot);
           });
}

/// True when the one word leaves nothing to say for the other. That bytes are erased is never unsaid.
bool replaces(const Sibling &word, const Sibling &other)
{
    return isGoneByRule(other.kind()) && (word.kind() == wire::OP_KIND_ERASE || other.kind() == wire::OP_KIND_FORGET)
        && covers(word.context(), dotOf(other));
}

/// Of what an edit was made from, which may be gone now.
void forgetBase(Sibling &sibling)
{
    sibling.clear_base();
    sibling.clear_base_hash();
}

/// Takes away what the context covers, and remembers it beside the record's life, for what comes late.
void mergeForget(RecordState &state, Sibling added)
{
    for (auto &field : *state.mutable_fields()) {
        auto &siblings = *field.mutable_siblings();
        siblings.erase(std::remove_if(siblings.begin(), siblings.end(),
                                      [&](const Sibling &known) {
                                          if (field.field() == 0) {
                                              return replaces(added, known);
                                          }
                                          return CADRE_PLANT("forgets_what_it_saw_later")
                                              || covers(added.context(), dotOf(known));
                                      }),
                       siblings.end());
        if (added.kind() == wire::OP_KIND_ERASE) {
            std::for_each(siblings.begin(), siblings.end(), forgetBase);
        }
    }
    auto &life = fieldIn(state, 0);
    for (const auto &known : life.siblings()) {
        if (isGoneByRule(known.kind()) && (dotOf(known) == dotOf(added) || replaces(known, added))) {
            return;
        }
    }
    insertSibling(life, std::move(added));
}

} // namespace

bool isGoneByRule(std::uint32_t kind)
{
    return kind == wire::OP_KIND_FORGET || kind == wire::OP_KIND_ERASE;
}

bool mergeEdit(RecordState &state, const wire::RecordEdit &edit, const Change &change)
{
    bool conflicted = false;
    const bool forgotten = isForgotten(state, change.dot);
    const bool erased = erasedIn(state).has_value();
    for (int i = 0; i < edit.ops_size(); ++i) {
        const auto &op = edit.ops(i);
        auto added = makeSibling(op, i, change);
        if (erased) {
            forgetBase(added);
        }
        if (isGoneByRule(op.kind())) {
            mergeForget(state, std::move(added));
            continue;
        }
        if (forgotten && op.field() != 0) {
            continue;
        }
        auto &field = fieldIn(state, op.field());
        if (op.kind() == wire::OP_KIND_APPEND) {
            mergeList(field, std::move(added));
        } else if (isRegister(op.kind())) {
            mergeCausally(field, std::move(added), [](const Sibling &known) { return isRegister(known.kind()); });
        } else if (isElement(op.kind())) {
            mergeCausally(field, std::move(added), [value = op.value()](const Sibling &known) {
                return isElement(known.kind()) && known.value() == value;
            });
        } else if (op.kind() == wire::OP_KIND_RAISE) {
            mergeLattice(field, std::move(added));
        }
        conflicted = conflicted || isConflicted(field);
    }
    return conflicted;
}

const FieldState *findField(const RecordState &state, std::uint32_t number)
{
    for (const auto &field : state.fields()) {
        if (field.field() == number) {
            return &field;
        }
    }
    return nullptr;
}

bool isConflicted(const FieldState &field)
{
    const Sibling *first = nullptr;
    for (const auto &sibling : field.siblings()) {
        const bool cleared = sibling.kind() == wire::OP_KIND_CLEAR;
        if (!isRegister(sibling.kind()) || (CADRE_PLANT("cleared_is_no_alternative") && cleared)) {
            continue;
        }
        if (first == nullptr) {
            first = &sibling;
        } else if (cleared != (first->kind() == wire::OP_KIND_CLEAR) || sibling.value() != first->value()) {
            return !mergedText(field);
        }
    }
    return false;
}

const Sibling *highest(const FieldState &field)
{
    const Sibling *found = nullptr;
    for (const auto &sibling : field.siblings()) {
        if (sibling.kind() == wire::OP_KIND_RAISE
            && (found == nullptr || varintOf(sibling.value()) > varintOf(found->value()))) {
            found = &sibling;
        }
    }
    return found;
}

Context seenBy(const FieldState *field, const std::vector<Dot> &refused)
{
    Context context;
    if (field == nullptr) {
        return context;
    }
    for (const auto &sibling : field->siblings()) {
        context.add(dotOf(sibling));
        if (!CADRE_PLANT("screen_without_what_it_replaced")) {
            context.add(Context::fromProto(sibling.context()));
        }
    }
    context.close(refused);
    return context;
}

bool isAlive(const RecordState &state)
{
    const auto *life = findField(state, 0);
    if (life == nullptr || life->siblings().empty()) {
        return true;
    }
    if (CADRE_PLANT("latest_life_decides")) {
        return varintOf(life->siblings(0).value()) != 0;
    }
    bool isDeleted = false;
    for (const auto &sibling : life->siblings()) {
        if (isGoneByRule(sibling.kind())) {
            continue;
        }
        if (varintOf(sibling.value()) != 0) {
            return true;
        }
        isDeleted = true;
    }
    return !isDeleted;
}

bool wasForgotten(const RecordState &state)
{
    const auto *life = findField(state, 0);
    return life != nullptr && std::any_of(life->siblings().begin(), life->siblings().end(), [](const Sibling &sibling) {
               return isGoneByRule(sibling.kind());
           });
}

std::optional<Context> erasedIn(const RecordState &state)
{
    std::optional<Context> erased;
    const auto *life = findField(state, 0);
    for (int i = 0; life != nullptr && i < life->siblings_size(); ++i) {
        if (life->siblings(i).kind() == wire::OP_KIND_ERASE) {
            erased = erased.value_or(Context());
            erased->add(Context::fromProto(life->siblings(i).context()));
        }
    }
    return erased;
}

bool isTombstone(const RecordState &state)
{
    bool isEmpty = true;
    for (const auto &field : state.fields()) {
        isEmpty = isEmpty && (field.field() == 0 || field.siblings().empty());
    }
    return isEmpty && wasForgotten(state) && !isAlive(state);
}

} // namespace merge
