// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/device_actor.h"

#include "sync/store/record_values.h"
#include "tests/sim/shown.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

namespace {

std::string describe(const std::vector<EditMade> &edits)
{
    std::string text;
    for (const auto &edit : edits) {
        text += fmt::format("{}{}.{}{}{}", text.empty() ? "" : ", ", edit.key.id.text().substr(28), edit.field,
                            edit.removes ? " without " : " = ",
                            edit.kind == Kind::Nested ? "(nested)" : edit.value.value_or("(nothing)"));
    }
    return text;
}

} // namespace

Outcome DeviceActor::saveEdits(const std::vector<OpenForm *> &forms, const std::vector<engine::Edit> &edits,
                               std::vector<Planned> planned)
{
    for (auto &one : planned) {
        one.save.note = describe(one.edits);
        m_stage.say(fmt::format("{} saves {}", name(), one.save.note));
    }
    std::vector<SaveId> made;
    const auto outcome = keep(
        planned, [&] { m_device->save(edits); }, made);
    for (auto *open : isOpen() && outcome == Outcome::Done ? forms : std::vector<OpenForm *>()) {
        for (const auto save : made) {
            for (const auto id : m_stage.ledger.save(save).edits) {
                const auto &edit = m_stage.ledger.edit(id);
                if (edit.key == open->form.key) {
                    open->seen[edit.field].add(id);
                }
            }
        }
    }
    (void)reopen();
    return outcome;
}

Outcome DeviceActor::keep(const std::vector<Planned> &planned, const std::function<void()> &doing,
                          std::vector<SaveId> &made)
{
    bool returned = false;
    m_isSaving = true;
    const auto outcome = attempt([&] {
        m_known.uncertain.insert(m_known.uncertain.end(), planned.begin(), planned.end());
        doing();
        returned = true;
        m_promised = planned.size();
        made = adoptSaves();
    });
    m_isSaving = false;
    if (outcome == Outcome::Impossible) {
        m_known.uncertain.resize(m_known.uncertain.size() - std::min(planned.size(), m_known.uncertain.size()));
    }
    if (isOpen() && returned) {
        settleUncertain();
        forgetUncertain();
    }
    return outcome;
}

void DeviceActor::settleUncertain()
{
    (void)adoptSaves();
    if (m_promised > 0) {
        m_broken.push_back({ Promise::Lost, name(), "saved, and not there: " + m_known.uncertain.back().save.note });
    }
    m_promised = 0;
    clearUncertain();
}

void DeviceActor::clearUncertain()
{
    for (const auto &planned : m_known.uncertain) {
        m_stage.ledger.noteRefusedByDisk(planned.edits);
    }
    m_known.uncertain.clear();
}

void DeviceActor::forgetUncertain()
{
    clearUncertain();
    m_known.perhaps.clear();
}

bool DeviceActor::isOf(const merge::Change &change, const Planned &planned)
{
    const auto says = [](const cadre::sync::v1::Op &op, const EditMade &edit) {
        if (op.field() != edit.field) {
            return false;
        }
        if (edit.kind == Kind::Life) {
            return op.value() == store::lifeOp(*edit.value == "alive", {}).value();
        }
        if (!edit.value) {
            return op.kind() == cadre::sync::v1::OP_KIND_CLEAR;
        }
        if (edit.kind == Kind::Lattice) {
            std::string varint;
            for (auto rest = std::stoull(*edit.value); rest > 0 || varint.empty(); rest >>= 7) {
                varint += static_cast<char>((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
            }
            return op.value() == varint;
        }
        return op.value() == *edit.value;
    };
    return std::all_of(planned.edits.begin(), planned.edits.end(), [&](const EditMade &edit) {
        return std::any_of(change.edits.begin(), change.edits.end(), [&](const cadre::sync::v1::RecordEdit &one) {
            return one.type() == edit.key.type && one.record() == edit.key.id.raw()
                && std::any_of(one.ops().begin(), one.ops().end(), [&](const auto &op) { return says(op, edit); });
        });
    });
}

namespace {

std::size_t opsOf(const merge::Change &change)
{
    std::size_t count = 0;
    for (const auto &edit : change.edits) {
        count += static_cast<std::size_t>(edit.ops_size());
    }
    return count;
}

} // namespace

std::vector<SaveId> DeviceActor::adoptSaves()
{
    std::vector<SaveId> made;
    store::Statement newest(*m_database,
                            "SELECT header, body, rev IS NULL FROM change WHERE length(header) > 0 AND length(body) > 0"
                            " ORDER BY rowid DESC LIMIT 8");
    while (newest.step() && !m_known.uncertain.empty()) {
        const auto header = newest.blob(0);
        const auto read = merge::readChange(header, newest.blob(1));
        if (!read.change) {
            continue;
        }
        auto known = m_stage.registry.find(header);
        const auto find = [&](bool whole) {
            return std::find_if(m_known.uncertain.rbegin(), m_known.uncertain.rend(), [&](const Planned &one) {
                // A known one: a copy of this disk came to light with it before.
                return m_stage.academy.scopeOf(read.change->scope) == one.save.scope && isOf(*read.change, one)
                    && (!whole || opsOf(*read.change) == one.edits.size())
                    && (!known || (!m_known.now.delivered.has(*known) && newest.integer(2) > 0));
            });
        };
        // One that says no more than this one does may be meant by what another one says as well.
        auto found = find(true);
        found = found == m_known.uncertain.rend() ? find(false) : found;
        if (found == m_known.uncertain.rend()) {
            continue;
        }
        if (!known) {
            known = m_stage.ledger.add(found->save, found->edits);
            m_stage.registry.note(header, *known);
            made.push_back(*known);
        }
        m_stage.ledger.save(*known).time = read.change->header.hybrid_time();
        if (shows(found->save.scope)) {
            deliver(*known, true);
        } else {
            m_known.now.held.add(*known);
        }
        m_known.times[{ m_stage.ledger.save(*known).scope, read.change->header.hybrid_time() }] = *known;
        const auto fromTheEnd = static_cast<std::size_t>(found - m_known.uncertain.rbegin());
        m_promised -= fromTheEnd < m_promised ? 1 : 0;
        m_known.uncertain.erase(std::next(found).base());
    }
    return made;
}

Outcome DeviceActor::look(std::uint32_t choice)
{
    return attempt([&] {
        const auto all = m_device->conflicts();
        if (all.empty()) {
            throw store::Invalid("has no conflict to look at");
        }
        OpenConflict open { .conflict = all[choice % all.size()] };
        auto seen = m_stage.ledger.onScreen(open.conflict.key, m_known.now);
        open.seen = seen[open.conflict.field];
        open.lifeSeen = seen[0];
        m_stage.say(fmt::format("{} looks at {}", name(), open.conflict.id()));
        m_conflicts.push_back(std::move(open));
    });
}

Outcome DeviceActor::take(std::uint32_t choice, std::uint32_t alternative)
{
    if (m_conflicts.empty() || !isOpen()) {
        return Outcome::Impossible;
    }
    const auto open = m_conflicts[choice % m_conflicts.size()];
    const auto number = alternative % open.conflict.alternatives.size();
    // The value of that alternative, as it stands in the record store.
    const auto shown = show(*m_records, open.conflict.key).fields[open.conflict.field];
    const auto &taken = open.conflict.alternatives[number];
    Value value;
    if (open.conflict.field == 0) {
        value = taken.cleared ? "deleted" : "alive";
    } else if (!taken.cleared) {
        const auto state = m_records->state(open.conflict.key);
        const auto *field = merge::findField(state, open.conflict.field);
        for (int i = 0; field != nullptr && i < field->siblings_size(); ++i) {
            const auto &sibling = field->siblings(i);
            if (sibling.dot().site() == taken.dot.site.raw() && sibling.dot().seq() == taken.dot.seq) {
                value = sibling.value();
            }
        }
    }
    m_conflicts.erase(m_conflicts.begin() + choice % m_conflicts.size());
    return write(
        open, [this, open, number] { m_device->resolveTaking(open.conflict, number); }, value);
}

Outcome DeviceActor::write(std::uint32_t choice)
{
    if (m_conflicts.empty() || !isOpen()) {
        return Outcome::Impossible;
    }
    const auto open = m_conflicts[choice % m_conflicts.size()];
    m_conflicts.erase(m_conflicts.begin() + choice % m_conflicts.size());
    const auto *type = m_device->catalogue().byNumber(open.conflict.key.type);
    const auto *field = type == nullptr ? nullptr : type->field(open.conflict.fieldName);
    if (field == nullptr) {
        return Outcome::Impossible;
    }
    const auto word = newToken(m_stage.academy.scopeOf(open.conflict.key.scope));
    auto json = fmt::format("\"{}\"", word);
    Value value = word;
    if (kindOf(*field) == Kind::Nested) {
        const auto record = type->make();
        auto &inner = *record->GetReflection()->MutableMessage(record.get(), field);
        inner.GetReflection()->SetString(&inner, inner.GetDescriptor()->FindFieldByName("currency"), word);
        inner.GetReflection()->SetInt32(&inner, inner.GetDescriptor()->FindFieldByName("cents"), 7);
        value = inner.SerializeAsString();
        json = fmt::format(R"({{"currency":"{}","cents":7}})", word);
    }
    return write(
        open, [this, open, json] { m_device->resolveWith(open.conflict, json); }, value);
}

Outcome DeviceActor::write(const OpenConflict &open, const std::function<void()> &doing, const Value &value)
{
    Planned planned { .save = { .author = m_number, .scope = m_stage.academy.scopeOf(open.conflict.key.scope) } };
    EditMade edit { .key = open.conflict.key, .field = open.conflict.field, .value = value, .seen = open.seen };
    const auto &ids = m_stage.ledger.fields(edit.key).at(edit.field);
    edit.kind = m_stage.ledger.edit(ids.front()).kind;
    if (edit.kind != Kind::Life) {
        planned.edits.push_back(
            { .key = edit.key, .field = 0, .kind = Kind::Life, .value = "alive", .seen = open.lifeSeen });
    }
    planned.edits.push_back(std::move(edit));
    planned.save.note = "ends a conflict: " + describe(planned.edits);
    m_stage.say(fmt::format("{} {}", name(), planned.save.note));
    std::vector<SaveId> made;
    const auto outcome = keep({ planned }, doing, made);
    (void)reopen();
    return outcome;
}

} // namespace sim
