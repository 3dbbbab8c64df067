// SPDX-License-Identifier: Apache-2.0
// What a person changes in a form.
#include "tests/sim/device_actor.h"

#include "tests/sim/shown.h"
#include "tests/sim/texts.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

const record::FieldDescriptor &DeviceActor::fieldOf(const google::protobuf::Descriptor &type, std::uint32_t choice)
{
    const auto count = static_cast<std::uint32_t>(type.field_count());
    for (int i = 0; choice % (count + 2) >= count && i < type.field_count(); ++i) {
        if (kindOf(*type.field(i)) == Kind::Text) {
            return *type.field(i);
        }
    }
    return *type.field(static_cast<int>(choice % (count + 2) % count));
}

std::string DeviceActor::newToken(int scope)
{
    const auto number = m_stage.nextToken++;
    if (m_bad > 0) {
        --m_bad;
        return badToken(scope, number);
    }
    return token(scope, number);
}

EditMade DeviceActor::lifeOf(const OpenForm &open, const char *value) const
{
    EditMade life { .key = open.form.key, .field = 0, .kind = Kind::Life, .value = value };
    if (const auto found = open.seen.find(0); found != open.seen.end()) {
        life.seen = found->second;
    }
    return life;
}

void DeviceActor::change(const OpenForm &open, record::Message &desired, std::uint32_t choice, std::uint32_t variant,
                         std::vector<EditMade> &edits)
{
    const auto &descriptor = *desired.GetDescriptor();
    const auto &field = fieldOf(descriptor, choice);
    const auto &reflection = *desired.GetReflection();
    const int scope = m_stage.academy.scopeOf(open.form.key.scope);
    EditMade edit { .key = open.form.key, .field = static_cast<std::uint32_t>(field.number()), .kind = kindOf(field) };
    if (const auto found = open.seen.find(edit.field); found != open.seen.end()) {
        edit.seen = found->second;
    }
    const auto before = field.is_repeated() ? elementsOf(desired, field) : std::vector { valueOf(desired, field) };
    const auto add = [&](const std::string &value) {
        reflection.AddString(&desired, &field, value);
        edit.value = value;
        edits.push_back(edit);
    };
    switch (edit.kind) {
    case Kind::Set: {
        const auto pool = fmt::format("{}pool{}~", mark(scope), variant % 2);
        const bool stands = std::find(before.begin(), before.end(), Value(pool)) != before.end();
        if (!before.empty() && (variant % 3 == 0)) {
            edit.removes = true;
            edit.value = before[variant % before.size()];
            reflection.ClearField(&desired, &field);
            for (const auto &element : before) {
                if (element != edit.value) {
                    reflection.AddString(&desired, &field, *element);
                }
            }
            edits.push_back(edit);
            return;
        }
        if (variant % 3 == 1 || open.form.isNew) {
            add(newToken(scope));
        }
        add(variant % 4 != 1 && !stands ? pool : newToken(scope));
        return;
    }
    case Kind::List:
        for (unsigned i = 0; i <= variant % 3; ++i) {
            add(newToken(scope));
        }
        return;
    case Kind::Lattice:
        reflection.SetUInt32(&desired, &field, 1 + variant % 500);
        break;
    case Kind::Text:
        if (variant % 9 == 0) {
            reflection.ClearField(&desired, &field);
        } else {
            reflection.SetString(&desired, &field,
                                 withEdit(
                                     before.front().value_or(""), [&] { return newToken(scope); }, variant));
        }
        if (const auto base = open.texts.find(edit.field); base != open.texts.end()) {
            edit.base = base->second;
        }
        break;
    case Kind::Nested:
        if (variant % 9 == 0) {
            reflection.ClearField(&desired, &field);
        } else {
            auto &amount = *reflection.MutableMessage(&desired, &field);
            const auto &inner = *amount.GetDescriptor();
            const auto *currency = inner.FindFieldByName("currency");
            const auto *cents = inner.FindFieldByName("cents");
            amount.GetReflection()->SetString(&amount, currency, newToken(scope));
            amount.GetReflection()->SetInt32(&amount, cents, static_cast<std::int32_t>(variant));
        }
        break;
    default:
        // What several people write alike is no conflict.
        if (variant % 9 == 0) {
            reflection.ClearField(&desired, &field);
        } else {
            reflection.SetString(&desired, &field, variant % 4 == 1 ? mark(scope) + "alike~" : newToken(scope));
        }
    }
    edit.value = valueOf(desired, field);
    if (edit.value != before.front()) {
        edits.push_back(std::move(edit));
    }
}

/// The texts of a record as a page shows them.
std::map<std::uint32_t, std::string> DeviceActor::textsOn(const store::RecordKey &key) const
{
    std::map<std::uint32_t, std::string> texts;
    const auto stored = m_records->get(key);
    const auto &descriptor = *stored->message->GetDescriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
        if (kindOf(*descriptor.field(i)) == Kind::Text) {
            texts[static_cast<std::uint32_t>(descriptor.field(i)->number())] =
                valueOf(*stored->message, *descriptor.field(i)).value_or("");
        }
    }
    return texts;
}

} // namespace sim
