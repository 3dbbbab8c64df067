// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/openings.h"

#include "sync/merge/change.h"
#include "sync/store/database.h"

namespace engine {

namespace {

constexpr int mostAtOnce = 500;
constexpr std::int64_t day = 24LL * 3600 * 1000;
/// No record type has this number.
constexpr std::uint32_t wholePlace = 0;

} // namespace

Openings::Openings(store::Database &database)
    : m_database(database)
{
    m_database.run("CREATE TABLE IF NOT EXISTS opening(scope TEXT NOT NULL, type INTEGER NOT NULL,"
                   " record BLOB NOT NULL, day INTEGER NOT NULL, at INTEGER NOT NULL,"
                   " PRIMARY KEY(scope, type, record, day)) WITHOUT ROWID");
}

void Openings::note(const store::RecordKey &key, std::int64_t utcMilliseconds)
{
    store::Statement add(m_database,
                         "INSERT OR IGNORE INTO opening(scope, type, record, day, at) VALUES(?, ?, ?, ?, ?)");
    add.bindText(1, key.scope.text()).bind(2, key.type).bindBlob(3, key.id.raw());
    add.bind(4, utcMilliseconds / day).bind(5, utcMilliseconds).run();
}

void Openings::noteExported(const record::ScopeId &place, std::int64_t utcMilliseconds)
{
    note({ wholePlace, {}, place }, utcMilliseconds);
}

cadre::sync::v1alpha::TellOpenedRequest Openings::waiting() const
{
    cadre::sync::v1alpha::TellOpenedRequest request;
    store::Statement read(m_database, "SELECT scope, type, record, at FROM opening ORDER BY at LIMIT ?");
    read.bind(1, mostAtOnce);
    while (read.step()) {
        auto &opening = *request.add_openings();
        *opening.mutable_scope() = merge::toProto(record::ScopeId::parse(read.blob(0)).value_or(record::ScopeId {}));
        if (read.integer(1) == wholePlace) {
            opening.set_exported(true);
        } else {
            opening.set_record_type(static_cast<std::uint32_t>(read.integer(1)));
            opening.set_record(read.blob(2));
        }
        opening.set_at(read.integer(3));
    }
    return request;
}

void Openings::told(const cadre::sync::v1alpha::TellOpenedRequest &request)
{
    store::Transaction transaction(m_database);
    for (const auto &opening : request.openings()) {
        const auto scope = merge::fromProto(opening.scope()).value_or(record::ScopeId {});
        store::Statement forget(m_database,
                                "DELETE FROM opening WHERE scope = ? AND type = ? AND record = ? AND at = ?");
        forget.bindText(1, scope.text())
            .bind(2, opening.record_type())
            .bindBlob(3, opening.exported() ? record::Uuid {}.raw() : opening.record());
        forget.bind(4, opening.at()).run();
    }
    transaction.commit();
}

} // namespace engine
