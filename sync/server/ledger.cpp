// SPDX-License-Identifier: Apache-2.0
#include "sync/server/ledger.h"

#include "sync/server/academy.h"
#include "sync/server/keys.h"
#include "sync/store/database.h"
#include "cadre/sync/v1alpha/grant.pb.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

std::string digestOf(const std::string &line)
{
    return merge::hash(ledgerDomain, { line });
}

bool hasContext(const v1alpha::LedgerEntry &entry)
{
    try {
        (void)merge::Context::fromProto(entry.context());
        return true;
    } catch (const std::invalid_argument &) {
        return false;
    }
}

std::optional<v1alpha::LedgerEntry> read(const Keys &keys, const std::string &line)
{
    v1alpha::SignedLedgerEntry given;
    v1alpha::LedgerEntry entry;
    const bool holds = given.ParseFromString(line) && keys.isSigned(ledgerDomain, given.entry(), given.signature())
        && entry.ParseFromString(given.entry()) && hasContext(entry);
    return holds ? std::optional(entry) : std::nullopt;
}

std::optional<store::RecordKey> recordOf(const v1alpha::LedgerEntry &entry)
{
    const auto scope = merge::fromProto(entry.scope());
    const auto id = record::Uuid::fromRaw(entry.record());
    return scope && id && entry.record_type() != 0
        ? std::optional(store::RecordKey { entry.record_type(), *id, *scope })
        : std::nullopt;
}

} // namespace

Ledger::Ledger(store::Database &database, const Keys &keys, record::Clock clock, record::Entropy entropy)
    : m_database(database)
    , m_keys(keys)
    , m_clock(std::move(clock))
    , m_entropy(std::move(entropy))
{
    loadLost();
}

void Ledger::loadLost()
{
    m_lost.clear();
    store::Statement read(m_database, "SELECT entry FROM server_ledger WHERE lost = 1");
    while (read.step()) {
        v1alpha::LedgerEntry entry;
        const bool parsed = entry.ParseFromString(read.blob(0));
        if (const auto key = recordOf(entry); parsed && key) {
            m_lost.push_back({ *key, merge::Context::fromProto(entry.context()), entry.reason() });
        }
    }
}

void Ledger::keep(const v1alpha::SignedLedgerEntry &signedEntry, bool lost)
{
    store::Statement add(m_database,
                         "INSERT OR IGNORE INTO server_ledger (digest, entry, signature, lost) VALUES (?, ?, ?, ?)");
    add.bindBlob(1, digestOf(signedEntry.SerializeAsString())).bindBlob(2, signedEntry.entry());
    add.bindBlob(3, signedEntry.signature()).bind(4, lost ? 1 : 0).run();
}

void Ledger::add(v1alpha::LedgerEntry entry)
{
    std::string nonce(8, '\0');
    m_entropy(reinterpret_cast<std::uint8_t *>(nonce.data()), nonce.size());
    entry.set_format(1);
    entry.set_at(m_clock());
    entry.set_nonce(nonce);
    addSigned(entry.SerializeAsString(), false);
}

void Ledger::addSigned(const std::string &entry, bool lost)
{
    v1alpha::SignedLedgerEntry made;
    made.set_entry(entry);
    made.set_signature(m_keys.sign(ledgerDomain, entry));
    keep(made, lost);
    m_uncopied.push_back(made.SerializeAsString());
}

void Ledger::note(const merge::Change &change)
{
    for (const auto &edit : change.edits) {
        const auto id = record::Uuid::fromRaw(edit.record());
        for (const auto &lost : m_lost) {
            if (id && lost.key == store::RecordKey { edit.type(), *id, change.scope }
                && lost.context.covers(change.dot)) {
                m_returned.emplace_back(lost.key, lost.reason);
            }
        }
        for (const auto &op : edit.ops()) {
            if (op.kind() == cadre::sync::v1::OP_KIND_ERASE) {
                v1alpha::LedgerEntry entry;
                *entry.mutable_scope() = merge::toProto(change.scope);
                entry.set_record_type(edit.type());
                entry.set_record(edit.record());
                entry.set_reason(op.value());
                *entry.mutable_context() = op.context();
                add(std::move(entry));
            }
        }
    }
}

void Ledger::noteRevoked(const record::Uuid &site, const std::string &codeHash)
{
    v1alpha::LedgerEntry entry;
    entry.set_revoked_site(site.raw());
    entry.set_code_hash(codeHash);
    add(std::move(entry));
}

void Ledger::noteSuspended(const record::Uuid &person)
{
    v1alpha::LedgerEntry entry;
    entry.set_suspended_person(person.raw());
    add(std::move(entry));
}

void Ledger::noteUnlinked(const std::string &issuer, const std::string &subject)
{
    v1alpha::LedgerEntry entry;
    entry.set_unlinked_sign_in(signInHash(issuer, subject));
    add(std::move(entry));
}

/// Nobody else can try subjects until one fits.
std::string Ledger::signInHash(const std::string &issuer, const std::string &subject) const
{
    const auto secret = m_keys.secretOf("cadre.ledger.sign-in.v1", { issuer, subject });
    return merge::hash("cadre.ledger.sign-in.v1", { secret });
}

bool Ledger::knows(const std::string &line) const
{
    store::Statement find(m_database, "SELECT 1 FROM server_ledger WHERE digest = ?");
    return find.bindBlob(1, digestOf(line)).step();
}

void Ledger::apply(const v1alpha::LedgerEntry &entry, Academy &academy, Done &done)
{
    if (const auto key = recordOf(entry)) {
        done.erased += academy.host().erase(*key, entry.reason()) ? 1 : 0;
    }
    if (const auto site = record::Uuid::fromRaw(entry.revoked_site())) {
        academy.accounts().endCode(entry.code_hash());
        if (const auto device = academy.accounts().bySite(*site); device && device->revokedAt == 0) {
            academy.accounts().revoke(*site);
            ++done.signedOut;
        }
    }
    if (const auto person = record::Uuid::fromRaw(entry.suspended_person())) {
        for (const auto &account : academy.accounts().list()) {
            if (account.person == *person && !account.suspended) {
                academy.accounts().suspend(account.login);
                ++done.signedOut;
            }
        }
    }
    if (!entry.unlinked_sign_in().empty()) {
        for (const auto &link : academy.accounts().links()) {
            if (signInHash(link.issuer, link.subject) == entry.unlinked_sign_in()) {
                academy.accounts().unlink(link.login, link.issuer, link.subject);
                ++done.unlinked;
            }
        }
    }
}

void Ledger::learnKeys(const std::vector<std::string> &lines, Academy &academy)
{
    std::map<std::int64_t, cadre::sync::v1::SignedKeyChange> changes;
    for (const auto &line : lines) {
        cadre::sync::v1::SignedKeyChange change;
        v1alpha::KeyChange content;
        if (change.ParseFromString(line) && content.ParseFromString(change.change())) {
            changes.emplace(content.at(), std::move(change));
        }
    }
    store::Transaction transaction(m_database);
    for (const auto &[at, change] : changes) {
        (void)academy.keysToChange().learn(change);
    }
    transaction.commit();
}

Ledger::Done Ledger::follow(const std::vector<std::string> &lines, Academy &academy)
{
    learnKeys(lines, academy);
    Done done;
    std::map<std::string, v1alpha::LedgerEntry> unknown;
    for (const auto &line : lines) {
        if (const auto entry = knows(line) ? std::nullopt : read(m_keys, line)) {
            unknown.emplace(line, *entry);
        }
    }
    if (unknown.empty()) {
        return done;
    }
    Work work(academy);
    for (const auto &[line, entry] : unknown) {
        apply(entry, academy, done);
        v1alpha::SignedLedgerEntry given;
        (void)given.ParseFromString(line);
        keep(given, true);
    }
    work.commit();
    academy.host().removeLeftovers();
    loadLost();
    return done;
}

std::vector<std::string> Ledger::linesIn(store::Database &database)
{
    std::vector<std::string> lines;
    for (const auto &change : Keys::changesIn(database, 0)) {
        lines.push_back(change.SerializeAsString());
    }
    store::Statement read(database, "SELECT entry, signature FROM server_ledger");
    while (read.step()) {
        v1alpha::SignedLedgerEntry kept;
        kept.set_entry(read.blob(0));
        kept.set_signature(read.blob(1));
        lines.push_back(kept.SerializeAsString());
    }
    return lines;
}

Ledger::Done Ledger::keepIn(const LineFile &file, Academy &academy)
{
    const auto lines = file.read();
    const auto done = follow(lines, academy);
    const std::set<std::string> written(lines.begin(), lines.end());
    m_file = file;
    m_uncopied = linesIn(m_database);
    std::erase_if(m_uncopied, [&](const std::string &line) { return written.count(line) > 0; });
    copyOut();
    return done;
}

void Ledger::copyOut()
{
    if (!m_file || m_uncopied.empty()) {
        return;
    }
    try {
        m_file->append(m_uncopied);
        m_uncopied.clear();
    } catch (const store::Error &error) {
        spdlog::error("The ledger of what is erased, signed out and unlinked could not be written: {}", error.what());
    }
}

std::vector<std::pair<store::RecordKey, std::string>> Ledger::takeReturned()
{
    return std::exchange(m_returned, {});
}

void Ledger::signAnew()
{
    std::vector<std::pair<std::string, bool>> entries;
    {
        store::Statement read(m_database, "SELECT entry, lost FROM server_ledger");
        while (read.step()) {
            entries.emplace_back(read.blob(0), read.integer(1) != 0);
        }
    }
    m_database.run("DELETE FROM server_ledger");
    m_uncopied.clear();
    for (const auto &[entry, lost] : entries) {
        addSigned(entry, lost);
    }
}

void Ledger::forget()
{
    // What was rolled back is known by not being in the store.
    std::erase_if(m_uncopied, [this](const std::string &line) { return !knows(line); });
    m_returned.clear();
}

} // namespace server
