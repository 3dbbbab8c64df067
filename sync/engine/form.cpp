// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/parts.h"
#include "sync/engine/reading.h"

#include "sync/record/json.h"
#include "sync/record/plant.h"
#include "sync/record/validation.h"
#include "sync/store/record_values.h"

#include <algorithm>

#include <sodium.h>

#include <fmt/format.h>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::uint32_t tokenFormat = 1;
constexpr auto changedMeanwhile = "This has changed in the meantime. Look at it again; nothing was changed.";

std::string base64(const std::string &bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                      variant);
    text.pop_back();
    return text;
}

std::string fromBase64(const std::string &text)
{
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
        != 0) {
        return {};
    }
    bytes.resize(size);
    return bytes;
}

/// A form's edit as ops; nothing when the form says what already stands.
wire::RecordEdit editOf(const Edit &edit)
{
    const auto &form = *edit.form;
    wire::RecordEdit result;
    result.set_type(form.key.type);
    result.set_record(form.key.id.raw());
    const auto life = form.contexts.find(0);
    const auto lifeContext = life == form.contexts.end() ? merge::Context() : life->second;
    if (edit.remove) {
        *result.add_ops() = store::lifeOp(false, lifeContext);
        return result;
    }
    const auto ops = store::difference(*form.opened, *edit.desired, form.contexts, *form.base);
    if (ops.empty() && !form.isNew && form.openedAlive) {
        return result;
    }
    *result.add_ops() = store::lifeOp(true, lifeContext);
    for (const auto &op : ops) {
        *result.add_ops() = op;
    }
    return result;
}

void requireValid(const Edit &edit)
{
    if (edit.remove) {
        return;
    }
    std::string sentences;
    for (const auto &problem : record::validate(*edit.desired)) {
        sentences += (sentences.empty() ? "" : " ") + problem.sentence;
    }
    if (!sentences.empty()) {
        throw store::Invalid(sentences + " Nothing was saved.");
    }
}

} // namespace

std::string Form::token() const
{
    cadre::store::v1::FormContext context;
    context.set_format(tokenFormat);
    context.set_type(key.type);
    context.set_record(key.id.raw());
    *context.mutable_scope() = merge::toProto(key.scope);
    for (const auto &[field, seen] : contexts) {
        if (!CADRE_PLANT("draft_without_context")) {
            (*context.mutable_fields())[field] = seen.toProto();
        }
    }
    context.set_opened(opened->SerializeAsString());
    context.set_base(base->SerializeAsString());
    context.set_opened_alive(openedAlive);
    context.set_is_new(isNew);
    context.set_epoch(epoch);
    context.set_branches(static_cast<std::uint32_t>(branches));
    return base64(context.SerializeAsString());
}

Form Device::open(const store::RecordKey &key) const
{
    const auto stored = m->records.get(key);
    if (!stored) {
        throw store::Invalid("This record is not on this device. Synchronise, or check its id.");
    }
    if (!Reading(*m).shows(*stored)) {
        throw store::Invalid("Others have written here, and that is shown again after the next connection with the "
                             "server. Nothing was changed, and what you write yourself is saved.");
    }
    Form form { .key = key,
                .opened = stored->message,
                .base = stored->message,
                .openedAlive = stored->alive,
                .branches = m->branches.in(key.scope).size(),
                .epoch = m->log.cursor(key.scope).epoch() };
    const auto state = m->records.state(key);
    const auto unseen = m->notOnScreen(key.scope);
    for (const auto &field : state.fields()) {
        form.contexts[field.field()] = merge::seenBy(&field, unseen);
    }
    return form;
}

Form Device::openNew(const std::string &type, const record::ScopeId &scope)
{
    return openNew(type, scope, newId());
}

Form Device::openNew(const std::string &type, const record::ScopeId &scope, const record::Uuid &id) const
{
    const auto *known = m->catalogue.byName(type);
    if (known == nullptr) {
        throw store::Invalid(fmt::format("There is no record type {}.", type));
    }
    if (!known->livesIn(scope.kind)) {
        throw store::Invalid(fmt::format("A {} has no place in {}. Nothing was saved.", known->name(), scope.text()));
    }
    const std::shared_ptr<const record::Message> empty = known->make();
    return { .key = { known->number(), id, scope },
             .opened = empty,
             .base = empty,
             .openedAlive = true,
             .isNew = true,
             .branches = m->branches.in(scope).size(),
             .epoch = m->log.cursor(scope).epoch() };
}

Form Device::formFromToken(const std::string &token) const
{
    cadre::store::v1::FormContext context;
    const auto bytes = fromBase64(token);
    const bool read = !bytes.empty() && context.ParseFromString(bytes) && context.format() == tokenFormat;
    const auto *type = read ? m->catalogue.byNumber(context.type()) : nullptr;
    const auto id = record::Uuid::fromRaw(context.record());
    const auto scope = merge::fromProto(context.scope());
    if (type == nullptr || !id || !scope) {
        throw std::invalid_argument("This context token can't be read. Open the record again; nothing was changed.");
    }
    Form form { .key = { type->number(), *id, *scope },
                .openedAlive = context.opened_alive(),
                .isNew = context.is_new(),
                .branches = CADRE_PLANT("draft_counts_branches_from_zero") ? 0 : context.branches(),
                .epoch = context.epoch() };
    auto opened = type->make();
    (void)opened->ParseFromString(context.opened());
    form.opened = std::move(opened);
    auto base = type->make();
    (void)base->ParseFromString(context.base());
    form.base = std::move(base);
    for (const auto &[field, seen] : context.fields()) {
        form.contexts[field] = merge::Context::fromProto(seen);
    }
    return form;
}

void Device::save(const std::vector<Edit> &edits)
{
    if (!isEnrolled()) {
        throw store::Invalid("This device is not enrolled yet. Enroll it with an invite first; nothing was saved.");
    }
    store::Transaction transaction(m->database);
    std::map<record::ScopeId, std::vector<wire::RecordEdit>> byScope;
    std::map<record::ScopeId, std::uint64_t> epochs; // The earliest that was on screen.
    std::vector<const Edit *> written;
    for (const auto &edit : edits) {
        auto &form = *edit.form;
        for (auto &[field, context] : form.contexts) {
            m->branches.rename(context, form.key.scope, form.branches, form.epoch);
        }
        form.branches = m->branches.in(form.key.scope).size();
        if (CADRE_PLANT("context_taken_at_save") && !form.isNew && m->records.get(form.key)) {
            form.contexts = open(form.key).contexts;
        }
        auto made = editOf(edit);
        if (made.ops_size() == 0) {
            continue;
        }
        requireValid(edit);
        if (m->records.hasErased(form.key.scope) && merge::erasedIn(m->records.state(form.key))) {
            // What stood on screen may be gone for ever.
            for (auto &op : *made.mutable_ops()) {
                op.clear_base();
                op.clear_base_hash();
            }
        }
        byScope[form.key.scope].push_back(std::move(made));
        const auto epoch = epochs.try_emplace(form.key.scope, form.epoch).first;
        epoch->second = std::min(epoch->second, form.epoch);
        written.push_back(&edit);
    }
    for (const auto &[scope, made] : byScope) {
        m->write(scope, made, epochs[scope]);
    }
    if (!CADRE_PLANT("form_moves_before_commit")) {
        transaction.commit();
    }
    for (const auto *edit : written) {
        auto &form = *edit->form;
        const auto site = m->site(form.key.scope);
        const merge::Dot own { site, m->log.head(form.key.scope, site)->seq };
        const auto made = editOf(*edit);
        for (const auto &op : made.ops()) {
            if (!CADRE_PLANT("form_forgets_its_own_saves")) {
                form.contexts[op.field()].add(own);
            }
        }
        form.opened = edit->remove ? form.opened : edit->desired;
        form.openedAlive = !edit->remove;
        form.isNew = false;
    }
    if (CADRE_PLANT("form_moves_before_commit")) {
        transaction.commit();
    }
}

std::vector<store::Conflict> Device::conflicts() const
{
    std::vector<store::Conflict> found;
    const Reading reading(*m);
    for (const auto &key : m->records.conflictedRecords()) {
        if (!reading.shows(key)) {
            continue;
        }
        for (auto &conflict : m->records.conflictsOf(key, m->notOnScreen(key.scope))) {
            conflict.branches = m->branches.in(key.scope).size();
            conflict.epoch = m->log.cursor(key.scope).epoch();
            found.push_back(std::move(conflict));
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.personFirst && !b.personFirst; });
    return found;
}

std::optional<store::Conflict> Device::conflict(const std::string &conflictId) const
{
    for (auto &conflict : conflicts()) {
        if (conflict.id() == conflictId) {
            return std::move(conflict);
        }
    }
    return std::nullopt;
}

namespace {

/// Ends a conflict: one op whose context covers every alternative that stood on screen.
wire::RecordEdit resolution(Device::Parts &m, const store::Conflict &conflict, wire::Op op)
{
    wire::RecordEdit edit;
    edit.set_type(conflict.key.type);
    edit.set_record(conflict.key.id.raw());
    auto seen = conflict.seen;
    auto seenLife = conflict.seenLife;
    m.branches.rename(seen, conflict.key.scope, conflict.branches, conflict.epoch);
    m.branches.rename(seenLife, conflict.key.scope, conflict.branches, conflict.epoch);
    *op.mutable_context() = seen.toProto();
    if (conflict.field != 0) {
        *edit.add_ops() = store::lifeOp(true, CADRE_PLANT("resolution_sees_no_life") ? merge::Context() : seenLife);
    }
    *edit.add_ops() = std::move(op);
    return edit;
}

} // namespace

void Device::resolveTaking(const store::Conflict &conflict, std::size_t alternative)
{
    if (alternative >= conflict.alternatives.size()) {
        throw store::Invalid(
            fmt::format("There are {} versions, counted from 0. Nothing was changed.", conflict.alternatives.size()));
    }
    const auto state = m->records.state(conflict.key);
    const auto *field = merge::findField(state, conflict.field);
    const auto &chosen = conflict.alternatives[alternative];
    if (field == nullptr) {
        throw store::Invalid(changedMeanwhile);
    }
    for (const auto &sibling : field->siblings()) {
        const merge::Dot dot { record::Uuid::fromRaw(sibling.dot().site()).value_or(record::Uuid {}),
                               sibling.dot().seq() };
        if (dot == chosen.dot && !merge::isGoneByRule(sibling.kind())) {
            wire::Op op;
            op.set_field(conflict.field);
            op.set_kind(sibling.kind());
            op.set_wire_type(sibling.wire_type());
            op.set_value(sibling.value());
            store::Transaction transaction(m->database);
            m->write(conflict.key.scope, { resolution(*m, conflict, op) }, conflict.epoch);
            transaction.commit();
            return;
        }
    }
    throw store::Invalid(changedMeanwhile);
}

void Device::resolveWith(const store::Conflict &conflict, const std::string &json)
{
    const auto *type = m->catalogue.byNumber(conflict.key.type);
    const auto *field = type == nullptr ? nullptr : type->field(conflict.fieldName);
    const auto stored = m->records.get(conflict.key);
    if (field == nullptr || !stored) {
        throw store::Invalid(
            "Here one of the versions has to be taken; a new value can't be written. Nothing was changed.");
    }
    auto desired = std::unique_ptr<record::Message>(stored->message->New());
    desired->CopyFrom(*stored->message);
    if (const auto problem = record::mergeJson(fmt::format("{{\"{}\": {}}}", field->json_name(), json), *desired);
        !problem.empty()) {
        throw store::Invalid(problem);
    }
    for (const auto &problem : record::validate(*desired)) {
        if (problem.field == field->name()) {
            throw store::Invalid(problem.sentence + " Nothing was changed.");
        }
    }
    const auto number = static_cast<std::uint32_t>(field->number());
    wire::Op op;
    op.set_field(number);
    op.set_kind(wire::OP_KIND_CLEAR);
    for (const auto &value : store::splitValues(desired->SerializeAsString(), type->descriptor())) {
        if (value.field == number) {
            op.set_kind(store::setKindOf(field));
            op.set_wire_type(value.wireType);
            op.set_value(value.bytes);
        }
    }
    store::Transaction transaction(m->database);
    m->write(conflict.key.scope, { resolution(*m, conflict, op) }, conflict.epoch);
    transaction.commit();
}

} // namespace engine
