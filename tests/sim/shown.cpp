// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/shown.h"

#include <algorithm>

namespace sim {

namespace {

using record::FieldDescriptor;

/// Alternatives as they stand, equal ones once.
std::vector<Value> alternativesOf(const merge::FieldState &state)
{
    std::vector<Value> values;
    for (const auto &sibling : state.siblings()) {
        Value value;
        if (merge::isGoneByRule(sibling.kind())) {
            continue;
        }
        if (state.field() == 0) {
            value = sibling.value() == std::string(1, '\0') ? "deleted" : "alive";
        } else if (sibling.kind() != cadre::sync::v1::OP_KIND_CLEAR) {
            value = sibling.value();
        }
        if (std::find(values.begin(), values.end(), value) == values.end()) {
            values.push_back(value);
        }
    }
    return values;
}

} // namespace

Kind kindOf(const FieldDescriptor &field)
{
    switch (record::mergeKindOf(field)) {
    case cadre::v1::MERGE_KIND_SET:
        return Kind::Set;
    case cadre::v1::MERGE_KIND_LIST:
        return Kind::List;
    case cadre::v1::MERGE_KIND_LATTICE:
        return Kind::Lattice;
    case cadre::v1::MERGE_KIND_TEXT:
        return Kind::Text;
    default:
        return field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE ? Kind::Nested : Kind::Register;
    }
}

Value valueOf(const record::Message &message, const FieldDescriptor &field)
{
    const auto &reflection = *message.GetReflection();
    if (!reflection.HasField(message, &field)) {
        return {};
    }
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
        return reflection.GetString(message, &field);
    case FieldDescriptor::CPPTYPE_MESSAGE:
        return reflection.GetMessage(message, &field).SerializeAsString();
    default:
        return std::to_string(reflection.GetUInt32(message, &field));
    }
}

std::vector<Value> elementsOf(const record::Message &message, const FieldDescriptor &field)
{
    std::vector<Value> values;
    const auto &reflection = *message.GetReflection();
    for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
        values.emplace_back(reflection.GetRepeatedString(message, &field, i));
    }
    return values;
}

RecordShown show(const store::RecordStore &records, const store::RecordKey &key)
{
    RecordShown shown;
    const auto stored = records.get(key);
    if (!stored) {
        return shown;
    }
    shown.exists = true;
    shown.isAlive = stored->alive;
    const auto state = records.state(key);
    const auto isReported = [&](std::uint32_t field) {
        return std::find(stored->conflicted.begin(), stored->conflicted.end(), field) != stored->conflicted.end();
    };
    const auto *life = merge::findField(state, 0);
    shown.fields[0] = { .kind = Kind::Life,
                        .values = life == nullptr ? std::vector<Value>() : alternativesOf(*life),
                        .isReported = isReported(0) };
    const auto &descriptor = *stored->message->GetDescriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
        const auto &field = *descriptor.field(i);
        const auto number = static_cast<std::uint32_t>(field.number());
        FieldShown &one = shown.fields[number];
        one.kind = kindOf(field);
        one.isReported = isReported(number);
        if (one.kind == Kind::Set || one.kind == Kind::List) {
            one.values = elementsOf(*stored->message, field);
        } else if (one.kind == Kind::Lattice) {
            if (auto value = valueOf(*stored->message, field)) {
                one.values = { std::move(value) };
            }
        } else {
            const auto *siblings = merge::findField(state, number);
            one.values = siblings == nullptr ? std::vector<Value>() : alternativesOf(*siblings);
            one.current = valueOf(*stored->message, field);
        }
    }
    return shown;
}

} // namespace sim
