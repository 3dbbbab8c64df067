// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"

#include "src/ctl/lines.h"

#include <fmt/format.h>

#include <QJsonArray>

namespace ctl {

namespace {

std::string authorOf(Session &session, const store::Alternative &alternative)
{
    const auto name = session.personName(alternative.author);
    return name.empty() ? alternative.author.text() : name;
}

QJsonObject asJson(Session &session, const store::Alternative &alternative)
{
    return { { "value", jsonValue(alternative.json) },
             { "text", q(alternative.text) },
             { "author", q(alternative.author.text()) },
             { "authorName", q(session.personName(alternative.author)) },
             { "at", q(isoTime(alternative.at)) },
             { "site", q(alternative.dot.site.text()) },
             { "seq", static_cast<qint64>(alternative.dot.seq) } };
}

/// As the record's own JSON names the field.
std::string jsonNameOf(Session &session, const store::Conflict &conflict)
{
    const auto *type = session.catalogue().byName(conflict.typeName);
    const auto *field = type ? type->field(conflict.fieldName) : nullptr;
    return field ? field->json_name() : conflict.fieldName;
}

/// The open conflict of that id, or the only one of the record of that id.
std::optional<store::Conflict> conflictNamed(Session &session, const std::string &id)
{
    if (auto conflict = session.device().conflict(id))
        return conflict;
    std::optional<store::Conflict> only;
    for (const auto &conflict : session.device().conflicts()) {
        if (conflict.key.id.text() != id)
            continue;
        if (only)
            throw WrongUse(
                fmt::format("Two changes met in several fields of {}; name one as “conflicts” prints it.", id));
        only = conflict;
    }
    return only;
}

QJsonObject asJson(Session &session, const store::Conflict &conflict)
{
    QJsonArray alternatives;
    for (const auto &alternative : conflict.alternatives) {
        auto one = asJson(session, alternative);
        one.insert("take", alternatives.size());
        alternatives.append(one);
    }
    QJsonObject line { { "id", q(conflict.id()) },
                       { "type", q(conflict.typeName) },
                       { "record", q(conflict.key.id.text()) },
                       { "scope", q(conflict.key.scope.text()) },
                       { "field", q(jsonNameOf(session, conflict)) },
                       { "label", q(conflict.fieldLabel) },
                       { "title", q(conflict.title) },
                       { "alternatives", alternatives } };
    if (conflict.base)
        line.insert("base", asJson(session, *conflict.base));
    return line;
}

std::string inWords(Session &session, const store::Conflict &conflict)
{
    auto words = fmt::format("{}: {}\n  {}", conflict.title, conflict.fieldLabel, conflict.id());
    if (conflict.base)
        words += fmt::format("\n  it was: {}", conflict.base->cleared ? "(empty)" : conflict.base->text);
    int take = 0;
    for (const auto &alternative : conflict.alternatives)
        words += fmt::format("\n  {}: {}   {}, {}", take++, alternative.cleared ? "(empty)" : alternative.text,
                             authorOf(session, alternative), isoTime(alternative.at));
    return words;
}

} // namespace

void conflicts(Session &session)
{
    const auto open = session.device().conflicts();
    for (const auto &conflict : open) {
        if (session.json())
            say(asJson(session, conflict));
        else
            say(inWords(session, conflict));
    }
    if (open.empty() && !session.json())
        say("Nothing needs you: no two changes met.");
}

void resolve(Session &session, const std::string &conflictId, int take, const std::string &value)
{
    const auto conflict = conflictNamed(session, conflictId);
    if (!conflict)
        throw Failed(fmt::format("There is no open conflict {}; “conflicts” lists what needs you.", conflictId));
    if (value.empty()) {
        if (take < 0 || static_cast<std::size_t>(take) >= conflict->alternatives.size())
            throw WrongUse(fmt::format("There is no alternative {}; they are numbered 0 to {}.", take,
                                       conflict->alternatives.size() - 1));
        session.device().resolveTaking(*conflict, static_cast<std::size_t>(take));
    } else {
        session.device().resolveWith(*conflict, value);
    }
    const auto stored = session.stored(conflict->typeName, conflict->key.id.text(), conflict->key.scope.text());
    say(recordLine(session.type(conflict->typeName), stored));
}

void quarantine(Session &session)
{
    const auto setAside = session.device().setAside();
    for (const auto &one : setAside) {
        const auto *type = session.catalogue().byNumber(one.key.type);
        const auto typeName = type ? type->name() : fmt::format("type {}", one.key.type);
        if (session.json())
            say(QJsonObject { { "type", q(typeName) },
                              { "id", q(one.key.id.text()) },
                              { "scope", q(one.key.scope.text()) },
                              { "site", q(one.dot.site.text()) },
                              { "seq", static_cast<qint64>(one.dot.seq) },
                              { "reason", q(one.reason) },
                              { "sentence", q(one.sentence) },
                              { "at", q(isoTime(one.at)) } });
        else
            say(fmt::format("{} {}: {}", typeName, one.key.id.text(), one.sentence));
    }
    if (setAside.empty() && !session.json())
        say("Nothing of yours was set aside.");
}

} // namespace ctl
