// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"
#include "src/ctl/lines.h"
#include "src/domain/policy.h"
#include "sync/record/booklet.h"
#include "cadre/v1/access.pb.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace ctl {

namespace {

std::string lineOf(Session &session, const cadre::v1::AccessEntry &entry)
{
    const auto *type = session.catalogue().byName(entry.record_type());
    const auto reader = record::Uuid::parse(entry.reader());
    const auto name = reader ? session.personName(*reader) : std::string();
    const auto what = type ? type->label() : std::string("all of it");
    const auto days = entry.days() == 0 ? std::string() : fmt::format(", on {} days", entry.days());
    return fmt::format("{} {}: {} in {}, first on {}, last on {}{}",
                       record::choiceLabel(*cadre::v1::AccessKind_descriptor(), entry.kind()),
                       name.empty() ? entry.reader() : name, what, entry.place(), entry.first_on(), entry.last_on(),
                       days);
}

void noteExported(Session &session, const std::vector<record::BookletEntry> &entries)
{
    if (!session.device().isEnrolled())
        return;
    const auto person = session.device().identity().person;
    std::set<record::ScopeId> places { { cadre::v1::SCOPE_KIND_PERSON, person, 0 } };
    for (const auto &entry : entries) {
        const auto place = record::ScopeId::parse(entry.place);
        if (place && domain::Policy::builtIn().isAboutSomebody(place->kind) && place->key != person)
            places.insert(*place);
    }
    session.device().noteExported(places);
}

} // namespace

void listAccess(Session &session)
{
    const auto &type = session.type("AccessEntry");
    store::Query query;
    query.type = type.name();
    query.scope = record::ScopeId { cadre::v1::SCOPE_KIND_ACCESS, session.device().identity().person, 0 };
    query.orderBy = "last_on";
    query.descending = true;
    bool any = false;
    for (const auto &stored : session.device().list(query)) {
        if (!stored.alive)
            continue;
        any = true;
        say(session.json() ? recordLine(type, stored)
                           : lineOf(session, static_cast<const cadre::v1::AccessEntry &>(*stored.message)));
    }
    if (!any && !session.json())
        say("Nobody else was sent, opened or copied what is confidential about you, as far as this device has heard.");
}

void exportAll(Session &session, const std::string &directory)
{
    std::error_code error;
    if (std::filesystem::exists(directory, error))
        throw WrongUse(directory + " is there already; name a folder that is not.");
    const auto person = session.device().isEnrolled() ? session.device().identity().person : record::Uuid {};
    std::vector<record::BookletEntry> entries;
    for (const auto &type : session.catalogue().all()) {
        store::Query query;
        query.type = type->name();
        for (const auto &stored : session.device().list(query)) {
            if (stored.alive)
                entries.push_back({ type.get(), stored.key.id, stored.key.scope.text(), stored.message,
                                    !person.isNull() && stored.changedBy == person });
        }
    }
    const auto files = record::booklet("Your records",
                                       "All that this device holds for you. Who saw what stands under that heading. "
                                       "What lies in places that have left this device is on the server.",
                                       entries);
    // Before the first byte stands there: what is told too often is mended by a word, what is never told by nothing.
    noteExported(session, entries);
    std::filesystem::create_directories(directory, error);
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
    for (const auto &file : files) {
        std::ofstream written(directory + "/" + file.name, std::ios::binary);
        written << file.content;
        written.close();
        if (!written)
            throw Failed("The folder " + directory + " could not be written; look at its rights and at the room left.");
    }
    if (session.json())
        say(QJsonObject { { "records", static_cast<qint64>(entries.size()) }, { "directory", q(directory) } });
    else
        say(fmt::format("{} holds {} records; open index.html to read them. They are not sealed there.", directory,
                        entries.size()));
}

void noteOpened(Session &session, const store::RecordKey &key)
{
    if (session.device().isEnrolled() && domain::Policy::builtIn().isAboutSomebody(key.scope.kind)
        && key.scope.key != session.device().identity().person)
        session.device().noteOpened(key);
}

} // namespace ctl
