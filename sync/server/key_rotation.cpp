// SPDX-License-Identifier: Apache-2.0
#include "sync/server/key_rotation.h"

#include "sync/merge/grant.h"
#include "sync/server/academy.h"
#include "sync/store/database.h"

#include <fmt/format.h>

#include <vector>

namespace server {

namespace {

namespace wire = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;

/// The certificates that lie in that table, by the new key.
void signCertificates(store::Database &database, const Keys &keys, const std::string &table, const std::string &column)
{
    std::vector<wire::Certificate> certificates;
    store::Statement read(database, fmt::format("SELECT {} FROM {}", column, table));
    while (read.step()) {
        wire::SignedCertificate given;
        wire::Certificate content;
        if (given.ParseFromString(read.blob(0)) && content.ParseFromString(given.certificate())) {
            certificates.push_back(std::move(content));
        }
    }
    for (const auto &content : certificates) {
        const auto site = record::Uuid::fromRaw(content.site()).value_or(record::Uuid {});
        const auto person = record::Uuid::fromRaw(content.person()).value_or(record::Uuid {});
        store::Statement write(database, fmt::format("UPDATE {} SET {} = ? WHERE site = ?", table, column));
        write.bindBlob(1, keys.certify(site, content.public_key(), person).SerializeAsString());
        write.bindBlob(2, content.site()).run();
    }
}

void signList(store::Database &database, const Keys &keys)
{
    std::string list;
    {
        store::Statement read(database, "SELECT list FROM server_revocations WHERE id = 1");
        if (!read.step()) {
            return;
        }
        list = read.blob(0);
    }
    store::Statement write(database, "UPDATE server_revocations SET signature = ? WHERE id = 1");
    write.bindBlob(1, keys.sign(merge::revocationsDomain, list)).run();
}

/// The last change, for the file beside the store.
void copyOut(Academy &academy)
{
    academy.ledger().note(academy.keys().changesSince(0).back());
    academy.ledger().copyOut();
}

} // namespace

void rotateKey(Academy &academy, const std::string &recoveryCode)
{
    auto &database = academy.database();
    store::Transaction transaction(database);
    academy.audit().note(
        Audit::entry(recoveryCode.empty() ? v1alpha::AUDIT_KIND_KEY_ROTATED : v1alpha::AUDIT_KIND_KEY_RECOVERED));
    academy.audit().sign();
    auto &keys = academy.keysToChange();
    keys.rotate(academy.entropy(), recoveryCode);
    signCertificates(database, keys, "server_device", "certificate");
    signCertificates(database, keys, "host_certificate", "bytes");
    signList(database, keys);
    if (!recoveryCode.empty()) {
        academy.ledger().signAnew();
    }
    // Heads that the key before signed are made again when somebody asks.
    database.run("DELETE FROM host_snapshot; DELETE FROM host_chunk");
    transaction.commit();
    copyOut(academy);
}

std::string nameRecoveryKey(Academy &academy)
{
    store::Transaction transaction(academy.database());
    auto code = academy.keysToChange().nameRecoveryKey(academy.entropy());
    academy.audit().note(Audit::entry(v1alpha::AUDIT_KIND_RECOVERY_KEY_NAMED));
    academy.audit().sign();
    transaction.commit();
    copyOut(academy);
    return code;
}

} // namespace server
