// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/lines.h"

#include "src/ctl/session.h"
#include "sync/record/json.h"

#include <fmt/format.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <iostream>
#include <iterator>

namespace ctl {

namespace {

constexpr const char *envelope[] = { "id", "type", "scope", "conflicts", "token" };

bool isField(const record::RecordType &type, const char *key)
{
    return type.field(key) != nullptr;
}

QJsonObject parseObject(const std::string &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError)
        throw Failed(fmt::format("Standard input is not JSON: {} at character {}; nothing was saved.",
                                 error.errorString().toStdString(), error.offset));
    if (!document.isObject())
        throw Failed("Standard input holds JSON, but not an object in braces; nothing was saved.");
    return document.object();
}

} // namespace

void say(const std::string &line)
{
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    if (std::fflush(stdout) != 0)
        throw Failed("The output could not be written; what was saved before is safe.");
}

void say(const QJsonObject &line)
{
    say(QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString());
}

std::string recordLine(const record::RecordType &type, const store::StoredRecord &stored, const std::string &token)
{
    std::string line = "{";
    const auto add = [&](const char *key, const std::string &json) {
        if (!isField(type, key))
            line += fmt::format("{}\"{}\":{}", line.size() > 1 ? "," : "", key, json);
    };
    const auto quoted = [](const std::string &text) { return '"' + text + '"'; };
    add("id", quoted(stored.key.id.text()));
    add("type", quoted(type.name()));
    add("scope", quoted(stored.key.scope.text()));
    const auto fields = record::toJson(*stored.message);
    const auto inner = fields.substr(1, fields.size() - 2);
    if (!inner.empty())
        line += (line.size() > 1 ? "," : "") + inner;
    if (!stored.conflicted.empty()) {
        std::string names;
        for (const auto number : stored.conflicted) {
            const auto *field = type.descriptor().FindFieldByNumber(static_cast<int>(number));
            names += (names.empty() ? "\"" : ",\"")
                + (field ? field->json_name() : std::string(number ? "unknown" : "life")) + '"';
        }
        add("conflicts", '[' + names + ']');
    }
    if (!token.empty())
        add("token", quoted(token));
    return line + '}';
}

std::string readObject()
{
    std::string text { std::istreambuf_iterator<char>(std::cin), {} };
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Failed("Standard input is empty; give the record as a JSON object, such as {\"minutes\":45}.");
    (void)parseObject(text);
    return text;
}

std::string textIn(const std::string &object, const char *key)
{
    return parseObject(object).value(QLatin1String(key)).toString().toStdString();
}

std::string withoutEnvelope(const record::RecordType &type, const std::string &object)
{
    auto fields = parseObject(object);
    bool changed = false;
    for (const auto *key : envelope) {
        if (!isField(type, key) && fields.contains(QLatin1String(key))) {
            fields.remove(QLatin1String(key));
            changed = true;
        }
    }
    // What needs no change keeps its own spelling of numbers.
    return changed ? QJsonDocument(fields).toJson(QJsonDocument::Compact).toStdString() : object;
}

std::vector<std::pair<std::string, std::string>> membersOf(const std::string &object)
{
    std::vector<std::pair<std::string, std::string>> members;
    const auto fields = parseObject(object);
    for (auto member = fields.begin(); member != fields.end(); ++member) {
        const auto list = QJsonDocument(QJsonArray { member.value() }).toJson(QJsonDocument::Compact);
        members.emplace_back(member.key().toStdString(), list.mid(1, list.size() - 2).toStdString());
    }
    return members;
}

QJsonValue jsonValue(const std::string &json)
{
    const auto wrapped = QJsonDocument::fromJson(QByteArray::fromStdString('[' + json + ']'));
    return wrapped.array().isEmpty() ? QJsonValue() : wrapped.array().first();
}

} // namespace ctl
