// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/device_actor.h"

#include "tests/sim/shown.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

namespace sim {

namespace {

/// The text with one more word, or with another word in place of one.
std::string withWord(const std::string &text, const std::string &word, std::uint32_t choice)
{
    if (text.empty()) {
        return word + " and a text of some words that others may change";
    }
    std::vector<std::string> words;
    std::istringstream input(text);
    for (std::string one; input >> one;) {
        words.push_back(one);
    }
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(choice / 3 % words.size());
    if (choice % 3 == 0) {
        words.insert(at, word);
    } else {
        *at = word;
    }
    std::string result;
    for (const auto &one : words) {
        result += (result.empty() ? "" : " ") + one;
    }
    return result;
}

} // namespace

Outcome DeviceActor::open(std::uint32_t choice, std::optional<int> place)
{
    return attempt([&] {
        std::vector<store::RecordKey> keys;
        for (const auto &key : m_stage.ledger.records()) {
            if ((!place || m_stage.academy.scopeOf(key.scope) == *place) && m_records->get(key)) {
                keys.push_back(key);
            }
        }
        if (keys.empty()) {
            throw store::Invalid("has no record to open");
        }
        const auto &key = keys[choice % keys.size()];
        m_forms.push_back({ m_device->open(key), m_stage.ledger.onScreen(key, m_known.now) });
        m_stage.say(fmt::format("{} opens {} in {}", name(), key.id.text().substr(28), key.scope.text()));
    });
}

Outcome DeviceActor::openNew(std::uint32_t scope, std::uint32_t kind, std::optional<int> only)
{
    return attempt([&] {
        std::vector<record::ScopeId> writable;
        for (int i = 0; i < mostScopes; ++i) {
            if ((!only || i == *only) && m_stage.rights.of(person(), i).reads) {
                writable.push_back(m_stage.academy.scopes[static_cast<std::size_t>(i)]);
            }
        }
        if (writable.empty()) {
            throw store::Invalid("may write nowhere");
        }
        const auto &place = writable[scope % writable.size()];
        const auto &types = m_device->catalogue().all();
        const auto &type = *types[kind % 3 == 0 ? types.size() - 1 : 0];
        const auto all = m_stage.ledger.records();
        // Now and then under an id that stands in another place, as a draft that is published.
        const bool again = kind % 7 == 0 && !all.empty();
        auto form = again ? m_device->openNew(type.name(), place, all[kind % all.size()].id)
                          : m_device->openNew(type.name(), place);
        m_stage.say(fmt::format("{} begins {} in {}", name(), form.key.id.text().substr(28), place.text()));
        m_forms.push_back({ std::move(form), {} });
    });
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
    const auto &field = *descriptor.field(static_cast<int>(choice % static_cast<unsigned>(descriptor.field_count())));
    const auto &reflection = *desired.GetReflection();
    const int scope = m_stage.academy.scopeOf(open.form.key.scope);
    EditMade edit { .key = open.form.key, .field = static_cast<std::uint32_t>(field.number()), .kind = kindOf(field) };
    if (const auto found = open.seen.find(edit.field); found != open.seen.end()) {
        edit.seen = found->second;
    }
    const auto before = field.is_repeated() ? elementsOf(desired, field) : std::vector { valueOf(desired, field) };
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
        } else {
            edit.value = variant % 4 != 1 && !stands ? pool : newToken(scope);
            reflection.AddString(&desired, &field, *edit.value);
        }
        break;
    }
    case Kind::List:
        edit.value = newToken(scope);
        reflection.AddString(&desired, &field, *edit.value);
        break;
    case Kind::Lattice:
        edit.value = std::to_string(1 + variant % 500);
        reflection.SetUInt32(&desired, &field, 1 + variant % 500);
        break;
    case Kind::Text:
        if (variant % 9 == 0) {
            reflection.ClearField(&desired, &field);
        } else {
            edit.word = newToken(scope);
            reflection.SetString(&desired, &field, withWord(before.front().value_or(""), edit.word, variant));
        }
        edit.value = valueOf(desired, field);
        break;
    default:
        if (variant % 9 == 0) {
            reflection.ClearField(&desired, &field);
        } else if (edit.kind == Kind::Nested) {
            auto &amount = *reflection.MutableMessage(&desired, &field);
            const auto &inner = *amount.GetDescriptor();
            const auto *currency = inner.FindFieldByName("currency");
            const auto *cents = inner.FindFieldByName("cents");
            amount.GetReflection()->SetString(&amount, currency, newToken(scope));
            amount.GetReflection()->SetInt32(&amount, cents, static_cast<std::int32_t>(variant));
        } else {
            reflection.SetString(&desired, &field, newToken(scope));
        }
        edit.value = valueOf(desired, field);
    }
    const auto after = field.is_repeated() ? elementsOf(desired, field) : std::vector { valueOf(desired, field) };
    if (after != before) {
        edits.push_back(std::move(edit));
    }
}

Outcome DeviceActor::save(std::uint32_t choice, std::uint32_t field, std::uint32_t variant)
{
    if (m_forms.empty() || !isOpen()) {
        return Outcome::Impossible;
    }
    auto &open = m_forms[formAt(choice)];
    const std::shared_ptr desired = std::unique_ptr<record::Message>(open.form.opened->New());
    desired->CopyFrom(*open.form.opened);
    Planned planned { .save = { .author = m_number, .scope = m_stage.academy.scopeOf(open.form.key.scope) } };
    change(open, *desired, field, variant, planned.edits);
    if (variant % 4 == 0) {
        // A second field of the same form.
        const auto second = field + 1 + variant % 3;
        const auto count = static_cast<unsigned>(desired->GetDescriptor()->field_count());
        if (second % count != field % count) {
            change(open, *desired, second, variant / 4, planned.edits);
        }
    }
    if (planned.edits.empty() && !open.form.isNew && open.form.openedAlive) {
        return Outcome::Impossible;
    }
    planned.edits.push_back(lifeOf(open, "alive"));
    return saveEdits({ &open }, { { .form = &open.form, .desired = desired } }, { std::move(planned) });
}

Outcome DeviceActor::saveTwo(std::uint32_t choice, std::uint32_t field, std::uint32_t variant)
{
    if (m_forms.size() < 2 || !isOpen()) {
        return Outcome::Impossible;
    }
    std::vector<OpenForm *> forms { &m_forms[choice % m_forms.size()], &m_forms[(choice + 1) % m_forms.size()] };
    if (forms[0]->form.key == forms[1]->form.key) {
        return Outcome::Impossible;
    }
    std::vector<engine::Edit> edits;
    std::map<int, Planned> byScope;
    for (auto *open : forms) {
        const std::shared_ptr desired = std::unique_ptr<record::Message>(open->form.opened->New());
        desired->CopyFrom(*open->form.opened);
        const int scope = m_stage.academy.scopeOf(open->form.key.scope);
        auto &planned = byScope[scope];
        planned.save = { .author = m_number, .scope = scope };
        const auto known = planned.edits.size();
        change(*open, *desired, field++, variant | 1, planned.edits);
        if (planned.edits.size() == known && !open->form.isNew && open->form.openedAlive) {
            return Outcome::Impossible;
        }
        planned.edits.push_back(lifeOf(*open, "alive"));
        edits.push_back({ .form = &open->form, .desired = desired });
    }
    std::vector<Planned> planned;
    for (auto &[scope, one] : byScope) {
        planned.push_back(std::move(one));
    }
    return saveEdits(forms, edits, std::move(planned));
}

Outcome DeviceActor::remove(std::uint32_t choice)
{
    if (choice % 2 == 0 && open(choice / 2) == Outcome::Done) {
        choice = static_cast<std::uint32_t>(m_forms.size()) - 1;
    }
    if (m_forms.empty() || !isOpen() || m_forms[choice % m_forms.size()].form.isNew) {
        return Outcome::Impossible;
    }
    auto &open = m_forms[choice % m_forms.size()];
    Planned planned { .save = { .author = m_number, .scope = m_stage.academy.scopeOf(open.form.key.scope) } };
    planned.edits.push_back(lifeOf(open, "deleted"));
    return saveEdits({ &open }, { { .form = &open.form, .remove = true } }, { std::move(planned) });
}

Outcome DeviceActor::close(std::uint32_t choice)
{
    if (m_forms.empty()) {
        return Outcome::Impossible;
    }
    m_forms.erase(m_forms.begin() + choice % m_forms.size());
    return Outcome::Done;
}

Outcome DeviceActor::keepDraft(std::uint32_t choice)
{
    if (m_forms.empty() || !isOpen()) {
        return Outcome::Impossible;
    }
    const auto &open = m_forms[formAt(choice)];
    const auto text = open.form.token();
    m_stage.drafts[text] = open.seen;
    return attempt([&] { m_device->keepDraft(fmt::format("form{}", choice % 2), text); });
}

Outcome DeviceActor::takeDraft(std::uint32_t choice)
{
    return attempt([&] {
        const auto draft = m_device->draft(fmt::format("form{}", choice % 2));
        if (!draft) {
            throw store::Invalid("has no such draft");
        }
        m_forms.push_back({ m_device->formFromToken(*draft), m_stage.drafts.at(*draft) });
        m_stage.say(fmt::format("{} takes up a draft of {}", name(), m_forms.back().form.key.id.text().substr(28)));
    });
}

} // namespace sim
