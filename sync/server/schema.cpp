// SPDX-License-Identifier: Apache-2.0
#include "sync/server/schema.h"

#include "sync/store/database.h"

namespace server {

namespace {

constexpr int storeVersion = 1;

} // namespace

void makeServerTables(store::Database &database)
{
    database.migrate(storeVersion, R"(
CREATE TABLE IF NOT EXISTS server_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    site BLOB NOT NULL,
    public_key BLOB NOT NULL,
    secret_key BLOB NOT NULL,
    seed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS server_site (site BLOB PRIMARY KEY) WITHOUT ROWID;
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
CREATE TABLE IF NOT EXISTS server_maker (
    record BLOB NOT NULL,
    type INTEGER NOT NULL,
    scope TEXT NOT NULL,
    person BLOB NOT NULL,
    PRIMARY KEY (record, type, scope)
) WITHOUT ROWID;
)");
}

} // namespace server
