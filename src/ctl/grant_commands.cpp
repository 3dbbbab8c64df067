// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"
#include "src/ctl/lines.h"
#include "sync/engine/granted.h"

#include <fmt/format.h>

#include <QJsonArray>
#include <QJsonObject>

namespace ctl {

namespace {

const char *wordOf(merge::Standing standing)
{
    switch (standing) {
    case merge::Standing::Good:
        return "good";
    case merge::Standing::NotYet:
        return "not yet";
    case merge::Standing::Ended:
        return "ended";
    case merge::Standing::LeaseEnded:
        return "closed";
    case merge::Standing::Withdrawn:
        return "withdrawn";
    }
    return "unknown";
}

} // namespace

void grants(Session &session)
{
    const auto granted = session.device().granted();
    if (!granted.grant) {
        if (!session.json())
            say("This device has no grant yet; sync to get one.");
        return;
    }
    for (const auto &[place, standing, until] : granted.places) {
        if (session.json())
            say(QJsonObject { { "scope", q(place.scope.text()) },
                              { "mayWrite", place.mayWrite },
                              { "standing", wordOf(standing) },
                              { "issuedAt", q(isoTime(granted.grant->issuedAt)) },
                              { "readableUntil", q(isoTime(until)) },
                              { "revocationsNumber", static_cast<qint64>(granted.grant->revocationsNumber) } });
        else
            say(fmt::format("{}  {}  until {}", place.scope.text(), wordOf(standing), isoTime(until)));
    }
}

void revocations(Session &session)
{
    const auto list = session.device().granted().list;
    if (!list) {
        if (!session.json())
            say("This device has no list of signed-out devices yet; sync to get one.");
        return;
    }
    QJsonArray sites;
    for (const auto &site : list->sites)
        sites.append(q(site.text()));
    QJsonArray people;
    for (const auto &[person, before] : list->ended)
        people.append(q(person.text()));
    if (session.json()) {
        say(QJsonObject { { "epoch", static_cast<qint64>(list->epoch) },
                          { "number", static_cast<qint64>(list->number) },
                          { "issuedAt", q(isoTime(list->issuedAt)) },
                          { "sites", sites },
                          { "people", people } });
        return;
    }
    say(fmt::format("List {}, of {}: {} signed out.", list->number, isoTime(list->issuedAt), list->sites.size()));
    for (const auto &site : list->sites)
        say(site.text());
}

} // namespace ctl
