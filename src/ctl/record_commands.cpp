// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"

#include "src/ctl/lines.h"
#include "src/ctl/places.h"
#include "sync/engine/search.h"
#include "sync/record/json.h"

#include <fmt/format.h>

#include <algorithm>

#include <QString>

namespace ctl {

namespace {

/// Throws Failed with what is wrong with the JSON, naming the field.
void fill(record::Message &message, const record::RecordType &type, const std::string &object)
{
    const auto fields = withoutEnvelope(type, object);
    for (const auto &[name, value] : membersOf(fields)) {
        if (!type.field(name))
            throw Failed(fmt::format("A {} has no field “{}”; nothing was saved.", type.name(), name));
        const auto alone = type.make();
        if (!record::mergeJson(fmt::format("{{\"{}\":{}}}", name, value), *alone).empty())
            throw Failed(fmt::format("The field {} of a {} does not take {}; nothing was saved.", name, type.name(),
                                     value.size() > 60 ? "a value like this" : value));
    }
    const auto problem = record::mergeJson(fields, message);
    if (!problem.empty())
        throw Failed(problem);
}

std::shared_ptr<record::Message> copyOf(const record::Message &message)
{
    std::shared_ptr<record::Message> copy(message.New());
    copy->CopyFrom(message);
    return copy;
}

void sayStored(Session &session, const record::RecordType &type, const store::RecordKey &key)
{
    const auto stored = session.stored(type.name(), key.id.text(), key.scope.text());
    say(recordLine(type, stored));
}

engine::Form formFor(Session &session, const record::RecordType &type, const store::StoredRecord &stored,
                     const std::string &token)
{
    if (token.empty())
        return session.device().open(stored.key);
    engine::Form form = [&] {
        try {
            return session.device().formFromToken(token);
        } catch (const std::invalid_argument &problem) {
            throw WrongUse(problem.what());
        }
    }();
    if (form.key.type != type.number() || form.key.id != stored.key.id)
        throw WrongUse("This context token is of another record; open this one with get --open.");
    return form;
}

/// A token names its place, which settles which of a record's places is meant.
store::StoredRecord target(Session &session, const Target &target)
{
    auto stored = session.stored(target.type, target.id, target.scope);
    if (!stored.alive && target.context.empty())
        throw Failed(fmt::format("This {} was deleted; what it held is kept in its history.", target.type));
    return stored;
}

} // namespace

void put(Session &session, const std::string &typeName, const std::string &scopeText)
{
    const auto &type = session.type(typeName);
    const auto object = readObject();
    std::shared_ptr<record::Message> message = type.make();
    fill(*message, type, object);

    const auto inObject = [&](const char *key) { return type.field(key) ? std::string() : textIn(object, key); };
    const auto named = scopeText.empty() ? inObject("scope") : scopeText;
    const auto scope = named.empty() ? placeFor(session, type, *message) : parseScope(named);
    if (!type.livesIn(scope.kind))
        throw WrongUse(fmt::format("A {} does not live in {}.", type.name(), scope.text()));

    const auto id = inObject("id");
    auto form = id.empty() ? session.device().openNew(type.name(), scope)
                           : session.device().openNew(type.name(), scope, parseId(id));
    session.device().save({ engine::Edit { &form, message } });
    sayStored(session, type, form.key);
}

void get(Session &session, const Target &wanted, bool open)
{
    const auto &type = session.type(wanted.type);
    const auto stored = target(session, wanted);
    noteOpened(session, stored.key);
    say(recordLine(type, stored, open ? session.device().open(stored.key).token() : std::string()));
}

void edit(Session &session, const Target &wanted)
{
    const auto &type = session.type(wanted.type);
    const auto stored = target(session, wanted);
    auto form = formFor(session, type, stored, wanted.context);
    auto desired = copyOf(*form.opened);
    fill(*desired, type, readObject());
    session.device().save({ engine::Edit { &form, desired } });
    sayStored(session, type, form.key);
}

void remove(Session &session, const Target &wanted)
{
    const auto &type = session.type(wanted.type);
    const auto stored = target(session, wanted);
    auto form = formFor(session, type, stored, wanted.context);
    session.device().save({ engine::Edit { &form, form.opened, true } });
    say(QJsonObject { { "id", QString::fromStdString(stored.key.id.text()) },
                      { "type", QString::fromStdString(type.name()) },
                      { "scope", QString::fromStdString(stored.key.scope.text()) },
                      { "deleted", true } });
}

void list(Session &session, const Listing &listing)
{
    const auto &type = session.type(listing.type);
    const auto fieldOf = [&](const std::string &name) {
        if (const auto *field = type.field(name))
            return std::string(field->name());
        throw WrongUse(fmt::format("A {} has no field “{}”.", type.name(), name));
    };
    store::Query query;
    query.type = type.name();
    query.limit = listing.limit;
    for (const auto &condition : listing.where) {
        const auto equals = condition.find('=');
        if (equals == std::string::npos)
            throw WrongUse(fmt::format(
                "“--where {}” has no “=”; write it like --where status=CHECK_IN_STATUS_RECORDED.", condition));
        const auto name = condition.substr(0, equals);
        const auto value = condition.substr(equals + 1);
        if (name == "id" && !type.field(name))
            query.id = parseId(value);
        else if (name == "scope" && !type.field(name))
            query.scope = parseScope(value);
        else
            query.where.push_back({ fieldOf(name), value });
    }
    if (!listing.scope.empty())
        query.scope = parseScope(listing.scope);
    if (!listing.orderBy.empty())
        query.orderBy = fieldOf(listing.orderBy);
    for (const auto &stored : session.device().list(query))
        say(recordLine(type, stored));
}

void search(Session &session, const std::string &text, int limit)
{
    if (text.empty())
        throw WrongUse("Say what to search for.");
    engine::Search search(session.device());
    (void)search.follow();
    std::vector<std::pair<const record::RecordType *, store::StoredRecord>> found;
    for (const auto *type : search.types()) {
        for (auto &stored : search.find(*type, text, limit))
            found.emplace_back(type, std::move(stored));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.second.changedAt > b.second.changedAt; });
    if (limit >= 0 && found.size() > static_cast<std::size_t>(limit))
        found.erase(found.begin() + limit, found.end());
    for (const auto &[type, stored] : found)
        say(recordLine(*type, stored));
}

} // namespace ctl
