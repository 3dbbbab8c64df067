// SPDX-License-Identifier: Apache-2.0
#include "sync/server/person_export.h"

#include "sync/record/json.h"
#include "sync/server/academy.h"
#include "sync/server/audit_lines.h"
#include "sync/server/membership.h"
#include "cadre/sync/v1alpha/rights.pb.h"

#include <set>

namespace server {

namespace {

/// Places of her matches stay hers when they have ended, for as long as anything stands there: but not of a teacher
/// whom she evaluates by now.
std::set<record::ScopeId> placesOfMatches(Academy &academy, const record::Uuid &person)
{
    std::set<record::ScopeId> places;
    auto &membership = academy.membership();
    for (const auto *match : membership.facts().matchesOf(person)) {
        if (membership.facts().evaluates(person, match->teacher, membership.today())) {
            continue;
        }
        places.insert({ cadre::v1::SCOPE_KIND_PAIR, match->id, 0 });
        places.insert({ cadre::v1::SCOPE_KIND_PAIR_LOG, match->id, 0 });
    }
    return places;
}

std::string signInLines(Academy &academy, const record::Uuid &person)
{
    std::string lines;
    for (const auto &link : academy.accounts().links()) {
        if (link.person == person) {
            cadre::sync::v1alpha::SignIn signIn;
            signIn.set_issuer(link.issuer);
            signIn.set_subject(link.subject);
            lines += record::toJson(signIn) + "\n";
        }
    }
    return lines;
}

} // namespace

std::vector<record::BookletFile> exportPerson(Academy &academy, const std::string &login)
{
    const auto account = academy.accounts().get(login);
    const auto matches = placesOfMatches(academy, account.person);
    std::vector<record::BookletEntry> entries;
    for (const auto &type : academy.catalogue().all()) {
        store::Query query;
        query.type = type->name();
        for (const auto &found : academy.records().list(query)) {
            const bool isOwn = academy.makers().of(found.key) == account.person;
            const bool isHers = isOwn || matches.count(found.key.scope) > 0
                || academy.membership().mayRead(account.person, found.key.scope);
            if (found.alive && isHers) {
                entries.push_back({ type.get(), found.key.id, found.key.scope.text(), found.message, isOwn });
            }
        }
    }
    auto entry = Audit::entry(cadre::sync::v1alpha::AUDIT_KIND_EXPORTED);
    entry.set_person(account.person.raw());
    Work work(academy);
    academy.audit().note(std::move(entry));
    work.commit();

    std::string lines;
    for (const auto &told : academy.audit().about(account.person)) {
        lines += auditJson(told) + "\n";
    }
    auto files = record::booklet(
        "Your records",
        "All that is kept in the places that you read, and all that you wrote. Who saw what "
        "stands under that heading; audit.jsonl holds what the server noted about you, sign-ins.jsonl with "
        "which school account you sign in.",
        entries);
    files.push_back({ "audit.jsonl", lines });
    files.push_back({ "sign-ins.jsonl", signInLines(academy, account.person) });
    return files;
}

} // namespace server
