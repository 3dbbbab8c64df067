// SPDX-License-Identifier: Apache-2.0
#include "sync/record/plant.h"
#include "sync/store/record_store.h"
#include "sync/store/record_values.h"

#include <algorithm>

#include <fmt/format.h>

namespace store {

namespace {

namespace wire = cadre::sync::v1;

/// Of a field that this version of the app doesn't know, only that it has a value can be told.
Alternative describe(const record::RecordType &type, const record::FieldDescriptor *field,
                     const merge::FieldState &state, const merge::Sibling &sibling)
{
    Alternative alternative;
    alternative.dot = { record::Uuid::fromRaw(sibling.dot().site()).value_or(record::Uuid {}), sibling.dot().seq() };
    alternative.author = record::Uuid::fromRaw(sibling.author()).value_or(record::Uuid {});
    alternative.at = merge::millisecondsOf(sibling.hybrid_time());
    if (field != nullptr) {
        alternative.cleared = sibling.kind() == wire::OP_KIND_CLEAR;
        alternative.json = valueJson(type, *field, sibling);
        alternative.text = valueText(type, *field, sibling);
    } else if (state.field() != 0) {
        alternative.cleared = sibling.kind() == wire::OP_KIND_CLEAR;
        alternative.json = "null";
        alternative.text = alternative.cleared ? "" : "Written in a newer version of the app";
    } else {
        alternative.cleared = sibling.value() == std::string(1, '\0');
        alternative.json = alternative.cleared ? "false" : "true";
        alternative.text = alternative.cleared ? "Deleted" : "Kept";
    }
    return alternative;
}

std::string titleOf(const record::RecordType &type, const record::Message &message)
{
    const auto *field = type.titleField();
    if (field == nullptr || !message.GetReflection()->HasField(message, field)) {
        return type.label();
    }
    return message.GetReflection()->GetString(message, field);
}

/// The value that all of them were made from, as each of them says.
std::optional<Alternative> baseOf(const record::RecordType &type, const record::FieldDescriptor *field,
                                  const merge::FieldState &state)
{
    const auto &first = state.siblings(0);
    const bool shared = std::all_of(state.siblings().begin(), state.siblings().end(), [&](const auto &sibling) {
        return !sibling.base_hash().empty() && sibling.base_hash() == first.base_hash();
    });
    if (field == nullptr || !shared || first.base().empty()) {
        return std::nullopt;
    }
    merge::Sibling base;
    base.set_kind(setKindOf(field));
    base.set_wire_type(wireTypeOf(*field));
    base.set_value(first.base());
    return describe(type, field, state, base);
}

} // namespace

std::string Conflict::id() const
{
    return fmt::format("{}/{}/{}/{}", typeName, key.id.text(), key.scope.text(), fieldName);
}

std::vector<RecordKey> RecordStore::conflictedRecords() const
{
    std::vector<RecordKey> keys;
    for (const auto &type : m_catalogue.all()) {
        // The plus keeps SQLite from reading all rows by the index of ids, to have the few in their order.
        Statement select(
            m_database,
            fmt::format("SELECT _id, _scope FROM \"{}\" WHERE _conflicts > 0 ORDER BY +_id", type->table()));
        while (select.step()) {
            keys.push_back({ type->number(), record::Uuid::fromRaw(select.blob(0)).value_or(record::Uuid {}),
                             m_places.scopeOf(select.integer(1)) });
        }
    }
    return keys;
}

std::uint64_t RecordStore::conflictCount() const
{
    std::uint64_t count = 0;
    for (const auto &type : m_catalogue.all()) {
        Statement select(m_database,
                         fmt::format("SELECT total(_conflicts) FROM \"{}\" WHERE _conflicts > 0", type->table()));
        count += select.step() ? static_cast<std::uint64_t>(select.integer(0)) : 0;
    }
    return count;
}

std::vector<Conflict> RecordStore::conflictsOf(const RecordKey &key, const std::vector<merge::Dot> &refused) const
{
    std::vector<Conflict> conflicts;
    const auto &type = *m_catalogue.byNumber(key.type);
    const auto current = get(key);
    const auto fields = state(key);
    for (const auto &state : fields.fields()) {
        if (!merge::isConflicted(state)) {
            continue;
        }
        const auto *field = type.descriptor().FindFieldByNumber(static_cast<int>(state.field()));
        Conflict conflict { .key = key, .field = state.field(), .typeName = type.name() };
        conflict.title = titleOf(type, *current->message);
        conflict.fieldName =
            field == nullptr ? (state.field() == 0 ? "life" : fmt::format("field-{}", state.field())) : field->name();
        conflict.fieldLabel = field == nullptr ? type.label() : record::labelOf(*field);
        conflict.isText = field != nullptr && record::mergeKindOf(*field) == cadre::v1::MERGE_KIND_TEXT;
        conflict.isDay = field != nullptr && record::rulesOf(*field).format() == cadre::v1::TEXT_FORMAT_DAY;
        conflict.personFirst = field != nullptr && record::rulesOf(*field).needs_person_first();
        conflict.base = baseOf(type, field, state);
        conflict.seen =
            CADRE_PLANT("resolution_covers_what_is_listed") ? merge::Context() : merge::seenBy(&state, refused);
        conflict.seenLife = merge::seenBy(merge::findField(fields, 0), refused);
        std::vector<std::pair<bool, std::string>> shown;
        for (const auto &sibling : state.siblings()) {
            if (merge::isGoneByRule(sibling.kind())) {
                continue;
            }
            const std::pair value { sibling.kind() == wire::OP_KIND_CLEAR, sibling.value() };
            if (std::find(shown.begin(), shown.end(), value) == shown.end()) {
                shown.push_back(value);
                conflict.alternatives.push_back(describe(type, field, state, sibling));
                conflict.seen.add(conflict.alternatives.back().dot);
            }
        }
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

} // namespace store
