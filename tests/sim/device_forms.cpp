// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/device_actor.h"

#include "tests/sim/shown.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

Outcome DeviceActor::open(std::uint32_t choice, std::optional<int> place)
{
    return attempt([&] {
        std::vector<store::RecordKey> keys;
        for (const auto &key : place &&choice == named ? m_stage.ledger.begunIn(*place) : m_stage.ledger.records()) {
            if ((!place || m_stage.academy.scopeOf(key.scope) == *place) && m_records->get(key)) {
                keys.push_back(key);
            }
        }
        if (keys.empty()) {
            throw store::Invalid("has no record to open");
        }
        const auto &key = choice == named ? keys.back() : keys[choice % keys.size()];
        m_forms.push_back({ m_device->open(key), m_stage.ledger.onScreen(key, m_known.now), textsOn(key) });
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
        const auto &type = *types[kind % 2 == 0 ? types.size() - 1 : 0];
        const auto all = m_stage.ledger.records();
        // Now and then under an id that stands in another place, as a draft that is published.
        const bool again = kind % 7 == 0 && !all.empty();
        auto form = again ? m_device->openNew(type.name(), place, all[kind % all.size()].id)
                          : m_device->openNew(type.name(), place);
        m_stage.say(fmt::format("{} begins {} in {}", name(), form.key.id.text().substr(28), place.text()));
        m_forms.push_back({ std::move(form), {}, {} });
    });
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
    if (variant % 4 == 0 || open.form.isNew) {
        // A second field of the same form.
        const auto second = field + 1 + variant % 3;
        const auto &type = *desired->GetDescriptor();
        if (&fieldOf(type, second) != &fieldOf(type, field)) {
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
    if (m_forms.empty() || !isOpen()) {
        return Outcome::Impossible;
    }
    auto first = choice % m_forms.size();
    auto second = (first + 1) % m_forms.size();
    if (m_forms[first].form.key == m_forms[second].form.key) {
        // A new record beside it, as a check-in and what was said there.
        const auto &types = m_device->catalogue().all();
        m_forms.push_back(
            { m_device->openNew(types[field % types.size()]->name(), m_forms[first].form.key.scope), {}, {} });
        second = m_forms.size() - 1;
    }
    std::vector<OpenForm *> forms { &m_forms[first], &m_forms[second] };
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
    m_stage.draftTexts[text] = open.texts;
    return attempt([&] { m_device->keepDraft(fmt::format("form{}", choice % 2), text); });
}

Outcome DeviceActor::takeDraft(std::uint32_t choice)
{
    return attempt([&] {
        const auto draft = m_device->draft(fmt::format("form{}", choice % 2));
        if (!draft) {
            throw store::Invalid("has no such draft");
        }
        m_forms.push_back(
            { m_device->formFromToken(*draft), m_stage.drafts.at(*draft), m_stage.draftTexts.at(*draft) });
        m_stage.say(fmt::format("{} takes up a draft of {}", name(), m_forms.back().form.key.id.text().substr(28)));
    });
}

} // namespace sim
