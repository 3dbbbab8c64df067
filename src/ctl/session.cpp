// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/session.h"

#include <fmt/format.h>

#include <QDateTime>
#include <QStandardPaths>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <fstream>

namespace ctl {

namespace {

record::Clock clockFrom(const std::string &now)
{
    if (now.empty())
        return record::systemClock();
    const auto begin = parseTime(now);
    const auto started = std::chrono::steady_clock::now();
    return [begin, started] {
        const auto passed = std::chrono::steady_clock::now() - started;
        return begin + std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
    };
}

const Options &checked(const Options &options)
{
    if (!options.now.empty())
        (void)parseTime(options.now);
    return options;
}

} // namespace

std::string defaultDirectory()
{
    const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return (base + QStringLiteral("/cadre")).toStdString();
}

std::int64_t parseTime(const std::string &iso)
{
    auto time = QDateTime::fromString(QString::fromStdString(iso), Qt::ISODateWithMs);
    if (!time.isValid())
        throw WrongUse(fmt::format("“{}” is not a time; write it like 2026-11-20T09:30:00Z.", iso));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toMSecsSinceEpoch();
}

std::string isoTime(std::int64_t utcMilliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(utcMilliseconds).toUTC().toString(Qt::ISODateWithMs).toStdString();
}

record::Uuid parseId(const std::string &text)
{
    if (const auto id = record::Uuid::parse(text))
        return *id;
    throw WrongUse(fmt::format("“{}” is not an id; ids look like 01930f2e-7c1a-7d3b-9a51-6b1f0c2d3e4f.", text));
}

record::ScopeId parseScope(const std::string &text)
{
    if (const auto scope = record::ScopeId::parse(text))
        return *scope;
    throw WrongUse(fmt::format("“{}” is not a place; places look like pair/ID; “status” lists yours.", text));
}

std::string passphraseIn(const std::string &path)
{
    std::ifstream file(path);
    std::string passphrase;
    if (!std::getline(file, passphrase) || passphrase.empty())
        throw WrongUse(fmt::format("The passphrase file {} can't be read, or its first line is empty; check the path "
                                   "and its permissions.",
                                   path));
    return passphrase;
}

Session::Session(const Options &options)
    : m_store(checked(options).directory,
              options.passphraseFile.empty() ? std::nullopt : std::optional(passphraseIn(options.passphraseFile)))
    , m_catalogue(record::Catalogue::ofAcademy())
    , m_json(options.json)
{
    m_device.emplace(m_store.database(), m_catalogue, clockFrom(options.now), record::systemEntropy());
}

const record::RecordType &Session::type(const std::string &name) const
{
    if (const auto *type = m_catalogue.byName(name))
        return *type;
    std::vector<std::string> names;
    for (const auto &type : m_catalogue.all())
        names.push_back(type->name());
    std::sort(names.begin(), names.end());
    throw WrongUse(fmt::format("There is no record type “{}”; the types are {}.", name, fmt::join(names, ", ")));
}

store::StoredRecord Session::stored(const std::string &typeName, const std::string &idText,
                                    const std::string &scope) const
{
    const auto &wanted = type(typeName);
    const auto id = parseId(idText);
    if (scope.empty()) {
        if (auto found = m_device->get(wanted.name(), id))
            return *std::move(found);
    } else {
        store::Query query;
        query.type = wanted.name();
        query.id = id;
        query.scope = parseScope(scope);
        auto found = m_device->list(query);
        if (!found.empty())
            return found.front();
    }
    throw Failed(fmt::format("There is no {} {} on this device; it may not have arrived yet, or lie in a place that "
                             "this device does not read.",
                             wanted.name(), idText));
}

std::string Session::personName(const record::Uuid &person) const
{
    const auto *type = m_catalogue.byName("Person");
    const auto found = type ? m_device->get("Person", person) : std::nullopt;
    if (!found) {
        // Enrolment tells the name before the first round brings the record.
        const auto identity = m_device->isEnrolled() ? m_device->identity() : engine::Identity {};
        return identity.person == person ? identity.personName : std::string();
    }
    std::string name;
    for (const auto *fieldName : { "given", "family" }) {
        const auto *field = type->field(fieldName);
        if (!field)
            continue;
        const auto part = found->message->GetReflection()->GetString(*found->message, field);
        name += (name.empty() || part.empty() ? "" : " ") + part;
    }
    return name;
}

} // namespace ctl
