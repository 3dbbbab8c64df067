// SPDX-License-Identifier: Apache-2.0
#include "sync/server/hand_in_quota.h"

#include "sync/server/problem.h"

namespace server {

namespace {

constexpr std::int64_t dayMilliseconds = 24LL * 3600 * 1000;
/// Under which what a device hands in once it was signed out is counted, whatever the day.
constexpr std::int64_t signedOutDay = -1;

} // namespace

HandInQuota::HandInQuota(store::Database &database, record::Clock clock)
    : m_database(database)
    , m_clock(std::move(clock))
{
    database.run("CREATE TABLE IF NOT EXISTS server_handed_in(site BLOB PRIMARY KEY, day INTEGER NOT NULL,"
                 " bytes INTEGER NOT NULL) WITHOUT ROWID");
}

void HandInQuota::take(const EnrolledDevice &device, std::size_t bytes)
{
    const bool isSignedOut = device.isSignedOut();
    const auto day = isSignedOut ? signedOutDay : m_clock() / dayMilliseconds;
    store::Statement count(m_database,
                           "INSERT INTO server_handed_in(site, day, bytes) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE"
                           " SET bytes = CASE WHEN day = ?2 THEN bytes ELSE 0 END + ?3, day = ?2 RETURNING bytes");
    count.bindBlob(1, device.site.raw()).bind(2, day).bind(3, static_cast<std::int64_t>(bytes));
    const auto total = count.step() ? count.integer(0) : 0;
    if (total > (isSignedOut ? bytesOnceSignedOut : bytesADay)) {
        throw Problem(
            Code::ResourceExhausted,
            isSignedOut ? "This device was signed out and has handed in more than a tablet holds. What is saved on it "
                          "stays on it."
                        : "This device has handed in more today than the server takes in one day. Everything is safe "
                          "on it and goes up tomorrow.");
    }
}

} // namespace server
