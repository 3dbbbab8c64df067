// SPDX-License-Identifier: Apache-2.0
#include "sync/server/schema.h"

#include "sync/store/database.h"

namespace server {

namespace {

constexpr int storeVersion = 2;

/// The first version named a round of feedback without its place.
bool hasRoundsWithoutPlace(store::Database &database)
{
    store::Statement columns(database,
                             "SELECT count(*), count(CASE WHEN name = 'scope' THEN 1 END)"
                             " FROM pragma_table_info('server_feedback_told')");
    return columns.step() && columns.integer(0) > 0 && columns.integer(1) == 0;
}

constexpr auto setAsideRounds = R"(
ALTER TABLE server_feedback_token RENAME TO unplaced_token;
ALTER TABLE server_feedback_spent RENAME TO unplaced_spent;
ALTER TABLE server_feedback_answer RENAME TO unplaced_answer;
ALTER TABLE server_feedback_told RENAME TO unplaced_told;
)";

/// Who made a round (31) is known with its place. Where two places hold a round of that id, nobody can say whose the
/// answers are: those go, and what was told stays told in both.
constexpr auto placeRounds = R"(
CREATE TEMP TABLE round_place AS
    SELECT record AS round, min(scope) AS scope FROM server_maker WHERE type = 31 GROUP BY record HAVING count(*) = 1;
INSERT INTO server_feedback_token SELECT scope, round, person, element FROM unplaced_token JOIN round_place USING (round);
INSERT INTO server_feedback_spent SELECT scope, round, input, answer FROM unplaced_spent JOIN round_place USING (round);
INSERT INTO server_feedback_answer
    SELECT id, scope, round, relevance, usefulness, quality, met_needs
    FROM unplaced_answer JOIN round_place USING (round);
INSERT INTO server_feedback_told
    SELECT scope, round FROM unplaced_told JOIN server_maker ON record = round AND type = 31;
DROP TABLE round_place;
DROP TABLE unplaced_token;
DROP TABLE unplaced_spent;
DROP TABLE unplaced_answer;
DROP TABLE unplaced_told;
)";

} // namespace

void makeServerTables(store::Database &database)
{
    store::Transaction transaction(database);
    const bool isOlder = hasRoundsWithoutPlace(database);
    if (isOlder) {
        database.run(setAsideRounds);
    }
    database.migrate(storeVersion, R"(
CREATE TABLE IF NOT EXISTS server_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    site BLOB NOT NULL,
    public_key BLOB NOT NULL,
    secret_key BLOB NOT NULL,
    seed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS server_site (site BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_former_key (
    site BLOB PRIMARY KEY,
    public_key BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_key_change (
    at INTEGER PRIMARY KEY,
    change BLOB NOT NULL,
    signature BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS server_account (
    login TEXT PRIMARY KEY COLLATE NOCASE,
    person BLOB NOT NULL UNIQUE,
    suspended INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_invite (
    hash BLOB PRIMARY KEY,
    login TEXT NOT NULL COLLATE NOCASE REFERENCES server_account (login),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    site BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_invite_kind (
    hash BLOB PRIMARY KEY,
    kind INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_passphrase (
    login TEXT PRIMARY KEY COLLATE NOCASE REFERENCES server_account (login),
    hash TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_sign_in (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    login TEXT NOT NULL COLLATE NOCASE REFERENCES server_account (login),
    PRIMARY KEY (issuer, subject)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_device (
    site BLOB PRIMARY KEY,
    login TEXT NOT NULL COLLATE NOCASE REFERENCES server_account (login),
    person BLOB NOT NULL,
    public_key BLOB NOT NULL,
    certificate BLOB NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    platform TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    last_seen INTEGER NOT NULL DEFAULT 0,
    revoked_at INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_revocations (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    list BLOB NOT NULL,
    signature BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS server_maker (
    record BLOB NOT NULL,
    type INTEGER NOT NULL,
    scope TEXT NOT NULL,
    person BLOB NOT NULL,
    PRIMARY KEY (record, type, scope)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_audit (
    number INTEGER PRIMARY KEY,
    entry BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE TRIGGER IF NOT EXISTS server_audit_stays BEFORE UPDATE ON server_audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER IF NOT EXISTS server_audit_is_kept BEFORE DELETE ON server_audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TABLE IF NOT EXISTS server_audit_checkpoint (
    number INTEGER PRIMARY KEY,
    checkpoint BLOB NOT NULL,
    signature BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS server_delivery (
    site BLOB NOT NULL,
    scope TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    last_rev INTEGER NOT NULL,
    PRIMARY KEY (site, scope)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_opening (
    person BLOB NOT NULL,
    record BLOB NOT NULL,
    type INTEGER NOT NULL,
    scope TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (person, record, type, scope, day)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_ledger (
    digest BLOB PRIMARY KEY,
    entry BLOB NOT NULL,
    signature BLOB NOT NULL,
    lost INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_roster (
    root BLOB NOT NULL,
    source TEXT NOT NULL,
    kind INTEGER NOT NULL,
    sourced_id TEXT NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (root, source, kind, sourced_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_roster_role (
    assignment BLOB PRIMARY KEY,
    root BLOB NOT NULL,
    source TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_hold (
    target TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_feedback_token (
    scope TEXT NOT NULL,
    round BLOB NOT NULL,
    person BLOB NOT NULL,
    element BLOB NOT NULL,
    PRIMARY KEY (scope, round, person)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_feedback_spent (
    scope TEXT NOT NULL,
    round BLOB NOT NULL,
    input BLOB NOT NULL,
    answer BLOB NOT NULL,
    PRIMARY KEY (scope, round, input)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_feedback_answer (
    id BLOB PRIMARY KEY,
    scope TEXT NOT NULL,
    round BLOB NOT NULL,
    relevance INTEGER NOT NULL,
    usefulness INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    met_needs INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server_feedback_told (
    scope TEXT NOT NULL,
    round BLOB NOT NULL,
    PRIMARY KEY (scope, round)
) WITHOUT ROWID;
)");
    if (isOlder) {
        database.run(placeRounds);
    }
    transaction.commit();
}

} // namespace server
