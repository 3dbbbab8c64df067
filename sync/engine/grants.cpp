// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/grants.h"

#include <algorithm>
#include <limits>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

constexpr auto grantSentence = "The server's word about where you belong could not be checked, so the one before it "
                               "stays. Nothing is lost; if this comes back, tell who runs the server.";
constexpr auto listSentence = "The server's list of signed-out devices could not be checked, so the one before it "
                              "stays. Nothing is lost; if this comes back, tell who runs the server.";

constexpr auto keySentence = "The server says that it signs with another key, and the word for that does not hold, so "
                             "the key before it counts. Nothing is lost; tell who runs the server.";

constexpr auto seenEvery = 3600LL * 1000;

constexpr auto earlierList = "revocations_before";

/// True when somebody whom `before` had signed out is not in `list` any more.
bool lacks(const merge::Revocations &list, const std::optional<merge::Revocations> &before)
{
    return before && !std::includes(list.sites.begin(), list.sites.end(), before->sites.begin(), before->sites.end());
}

std::int64_t numberOf(const std::string &text)
{
    return text.empty() ? 0 : std::stoll(text);
}

} // namespace

void Grants::makeTables(store::Database &database)
{
    database.run("CREATE TABLE IF NOT EXISTS granted_place(hash BLOB PRIMARY KEY, leased INTEGER NOT NULL,"
                 " bytes BLOB NOT NULL) WITHOUT ROWID;"
                 "CREATE INDEX IF NOT EXISTS granted_place_leased ON granted_place(leased) WHERE leased <> 0;");
}

wire::SignedGrant Grants::signedGrant() const
{
    wire::SignedGrant grant;
    (void)grant.ParseFromString(m.meta("grant"));
    return grant;
}

wire::SignedRevocations Grants::signedList() const
{
    wire::SignedRevocations list;
    (void)list.ParseFromString(m.meta("revocations"));
    return list;
}

void Grants::addTo(wire::PollRequest &request) const
{
    auto &held = *request.mutable_held_grant();
    const auto serverKey = m.meta("server_key");
    if (const auto grant = merge::verified(signedGrant(), serverKey)) {
        held.set_places_root(grant->placesRoot);
        held.set_issued_at(grant->issuedAt);
    }
    if (const auto list = merge::verified(signedList(), serverKey)) {
        held.set_revocations_epoch(list->epoch);
        held.set_revocations_number(list->number);
    }
    held.set_keys_changed_at(numberOf(m.meta("keys_changed_at")));
    if (const auto earlier = m.meta(earlierList); !earlier.empty()) {
        (void)request.mutable_earlier_revocations()->ParseFromString(earlier);
    }
}

std::string Grants::take(const wire::PollResponse &response, std::int64_t serverNow)
{
    m.closed.reset();
    const auto seen = numberOf(m.meta("time_seen"));
    if (serverNow < seen || serverNow - seen >= seenEvery) {
        m.setMeta("time_seen", std::to_string(serverNow));
    }
    if (!m.meta(earlierList).empty()) {
        m.setMeta(earlierList, {}); // It has been told.
    }
    std::string problem = takeKeys(response);
    if (auto other = response.has_revocations() ? takeList(response.revocations()) : std::string(); !other.empty()) {
        problem = std::move(other);
    }
    if (auto other = response.has_grant() ? takeGrant(response) : std::string(); !other.empty()) {
        problem = std::move(other);
    }
    return problem;
}

merge::ServerKeys Grants::serverKeys() const
{
    return { m.meta("server_key"), m.meta("recovery_key"), numberOf(m.meta("keys_changed_at")) };
}

void Grants::beginWith(const merge::ServerKeys &keys)
{
    const auto known = serverKeys();
    if (known.present() != keys.keys) {
        m.database.run("DELETE FROM certificate");
        forget();
        keep(keys);
    }
}

void Grants::keep(const merge::ServerKeys &keys)
{
    m.setMeta("server_key", keys.keys);
    m.setMeta("recovery_key", keys.recoveryKey);
    m.setMeta("keys_changed_at", std::to_string(keys.changedAt));
}

std::string Grants::takeKeys(const wire::PollResponse &response)
{
    for (const auto &change : response.key_changes()) {
        const auto known = serverKeys();
        const auto next = known.after(change);
        if (!next) {
            return keySentence;
        }
        keep(*next);
    }
    return {};
}

std::string Grants::takeList(const wire::SignedRevocations &list)
{
    const auto serverKey = m.meta("server_key");
    const auto held = signedList();
    switch (merge::compare(held, list, serverKey)) {
    case merge::ListAnswer::Later:
        if (lacks(*merge::verified(list, serverKey), merge::verified(held, serverKey))) {
            m.setMeta(earlierList, held.SerializeAsString());
        }
        m.setMeta("revocations", list.SerializeAsString());
        return {};
    case merge::ListAnswer::Same:
        return {};
    default:
        return listSentence;
    }
}

std::string Grants::takeGrant(const wire::PollResponse &response)
{
    const auto serverKey = m.meta("server_key");
    const auto grant = merge::verified(response.grant(), serverKey);
    if (!grant || grant->person != m.person()) {
        return grantSentence;
    }
    const auto known = merge::verified(signedGrant(), serverKey);
    if (response.granted_places().empty() && known && known->placesRoot == grant->placesRoot) {
        m.setMeta("grant", response.grant().SerializeAsString());
        return {};
    }
    const std::vector<std::string> places(response.granted_places().begin(), response.granted_places().end());
    const auto opened = merge::openedPlaces(*grant, places);
    if (!opened) {
        return grantSentence;
    }
    m.setMeta("grant", response.grant().SerializeAsString());
    m.database.run("DELETE FROM granted_place");
    for (std::size_t i = 0; i < places.size(); ++i) {
        store::Statement insert(m.database, "REPLACE INTO granted_place(hash, leased, bytes) VALUES(?, ?, ?)");
        insert.bindBlob(1, merge::placeHash(places[i])).bind(2, (*opened)[i].leaseDays > 0 ? 1 : 0);
        insert.bindBlob(3, places[i]).run();
    }
    return {};
}

void Grants::forget()
{
    m.closed.reset();
    m.database.run("DELETE FROM granted_place");
    m.database.run("DELETE FROM meta WHERE key IN ('grant', 'revocations', 'revocations_before', 'time_seen')");
}

std::int64_t Grants::now() const
{
    const auto seen = numberOf(m.meta("time_seen"));
    const auto told = m.clock() - numberOf(m.meta("clock_off"));
    if (seen != 0 && told - seen >= seenEvery) {
        try {
            m.setMeta("time_seen", std::to_string(told));
        } catch (const store::Error &) {
            // On a full disk people can still read.
        }
    }
    return std::max(seen, told);
}

Granted Grants::granted() const
{
    const auto serverKey = m.meta("server_key");
    Granted result { merge::verified(signedGrant(), serverKey), {}, merge::verified(signedList(), serverKey), now() };
    if (!result.grant) {
        return result;
    }
    std::vector<std::string> places;
    store::Statement select(m.database, "SELECT bytes FROM granted_place");
    while (select.step()) {
        places.push_back(select.blob(0));
    }
    const auto *list = result.list ? &*result.list : nullptr;
    for (auto &place : merge::openedPlaces(*result.grant, places).value_or(std::vector<merge::GrantedPlace> {})) {
        const auto standing = merge::standing(*result.grant, place, result.now, list);
        result.places.push_back({ std::move(place), standing, 0 });
        result.places.back().readableUntil = merge::readableUntil(*result.grant, result.places.back().place);
    }
    std::sort(result.places.begin(), result.places.end(),
              [](const auto &a, const auto &b) { return a.place.scope < b.place.scope; });
    return result;
}

const Closed &Grants::closed() const
{
    const auto at = now();
    if (!m.closed || at < m.closed->from || at >= m.closed->until) {
        m.closed = closedAt(at);
    }
    return *m.closed;
}

Closed Grants::closedAt(std::int64_t now) const
{
    const auto serverKey = m.meta("server_key");
    Closed closed { {}, now, std::numeric_limits<std::int64_t>::max() };
    const auto grant = merge::verified(signedGrant(), serverKey);
    if (!grant) {
        return closed;
    }
    const auto list = merge::verified(signedList(), serverKey);
    const bool holds = merge::standing(*grant, {}, now, list ? &*list : nullptr) == merge::Standing::Good;
    closed.until = holds ? grant->notAfter : now < grant->notBefore ? grant->notBefore : closed.until;
    {
        // Of most people none is leased.
        store::Statement leased(m.database, "SELECT 1 FROM granted_place WHERE leased <> 0 LIMIT 1");
        if (holds && !leased.step()) {
            return closed;
        }
    }
    for (const auto &[place, standing, until] : granted().places) {
        if (standing == merge::Standing::Good) {
            closed.until = std::min(closed.until, until);
        } else if (!place.staysOpen) {
            closed.places[place.scope] = { place.leaseDays > 0, place.serverTypes };
        }
    }
    return closed;
}

} // namespace engine
