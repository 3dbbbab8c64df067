// SPDX-License-Identifier: Apache-2.0
#include "sync/server/upkeep.h"

#include "sync/server/academy.h"
#include "sync/server/holds.h"

#include <spdlog/spdlog.h>

#include <exception>

namespace server {

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;
constexpr std::int64_t betweenPlaces = 50;
constexpr std::int64_t betweenLooks = 60'000;

} // namespace

Upkeep::Upkeep(Academy &academy)
    : m_academy(academy)
    , m_themes(academy)
    , m_feedback(academy)
{
    auto &database = academy.database();
    database.run("CREATE TABLE IF NOT EXISTS server_upkeep(at INTEGER NOT NULL)");
    store::Statement first(database,
                           "INSERT INTO server_upkeep(at) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM server_upkeep)");
    first.bind(1, academy.now()).run();
}

bool Upkeep::isDue() const
{
    store::Statement find(m_academy.database(), "SELECT max(at) FROM server_upkeep");
    const auto last = find.step() ? find.integer(0) : 0;
    const auto now = m_academy.now();
    return now < last || now - last >= day;
}

void Upkeep::begin()
{
    // Noted first: what fails on the way is not begun again and again.
    store::Statement update(m_academy.database(), "UPDATE server_upkeep SET at = ?");
    update.bind(1, m_academy.now()).run();
    m_leases = m_academy.host().leases();
    for (const auto &cursor : m_academy.log().cursors()) {
        if (const auto place = merge::fromProto(cursor.scope())) {
            m_places.push_back(*place);
        }
    }
    // What there was no room for when it was erased.
    m_academy.host().removeLeftovers();
    m_publishes = true;
}

void Upkeep::tidy(const record::ScopeId &place)
{
    if (Holds(m_academy).holds(place)) {
        return; // Every word that was written there stays in the log, also of what has been deleted.
    }
    const auto before = m_academy.log().cursor(place).rev();
    if (m_academy.host().compact(place, m_leases) > 0) {
        m_places.push_back(place); // There may be more.
    }
    if (m_academy.log().cursor(place).rev() != before && m_academy.onMoved) {
        m_academy.onMoved({ place });
    }
}

std::int64_t Upkeep::step()
{
    try {
        if (m_publishes) {
            m_publishes = false; // Also where it throws: the next day is soon enough.
            m_publishes = m_themes.publishNext() || m_feedback.tellNext();
        } else if (!m_places.empty()) {
            const auto place = m_places.back();
            m_places.pop_back();
            tidy(place);
        } else if (isDue()) {
            begin();
        }
    } catch (const std::exception &error) {
        spdlog::error("The upkeep of the store failed: {}", error.what());
        return betweenLooks;
    }
    return m_places.empty() && !m_publishes ? betweenLooks : betweenPlaces;
}

} // namespace server
