// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/parts.h"

#include "sync/engine/grants.h"
#include "sync/engine/snapshot.h"
#include "sync/record/plant.h"
#include "cadre/sync/v1alpha/receipt.pb.h"

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

constexpr int storeVersion = 1;
constexpr auto certificateSentence =
    "The server named an author whose certificate does not hold. Nothing of that was taken over.";

constexpr auto schema = "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value BLOB NOT NULL);"
                        "CREATE TABLE IF NOT EXISTS membership(kind INTEGER NOT NULL, key BLOB NOT NULL,"
                        " purpose INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(kind, key, purpose));"
                        "CREATE TABLE IF NOT EXISTS certificate(site BLOB PRIMARY KEY, public_key BLOB NOT NULL,"
                        " person BLOB NOT NULL, bytes BLOB NOT NULL);"
                        "CREATE TABLE IF NOT EXISTS receipt(scope TEXT NOT NULL, site BLOB NOT NULL,"
                        " bytes BLOB NOT NULL, PRIMARY KEY(scope, site)) WITHOUT ROWID;"
                        "CREATE TABLE IF NOT EXISTS draft(key TEXT PRIMARY KEY, bytes BLOB NOT NULL);";

store::Database &migrated(store::Database &database)
{
    database.migrate(storeVersion, schema);
    Fetching::makeTables(database);
    Grants::makeTables(database);
    return database;
}

} // namespace

wire::Protocol protocolSpoken()
{
    wire::Protocol protocol;
    protocol.set_lowest(protocolLowest);
    protocol.set_highest(protocolHighest);
    return protocol;
}

Device::Parts::Parts(store::Database &openDatabase, const record::Catalogue &openCatalogue, record::Clock openClock,
                     record::Entropy openEntropy)
    : database(migrated(openDatabase))
    , catalogue(openCatalogue)
    , clock(std::move(openClock))
    , entropy(std::move(openEntropy))
    , log(database)
    , records(database, catalogue)
    , branches(database)
    , openings(database)
    , lastTime(log.latestHybridTime())
{
}

std::string Device::Parts::meta(const std::string &key) const
{
    store::Statement select(database, "SELECT value FROM meta WHERE key = ?");
    select.bindText(1, key);
    return select.step() ? select.blob(0) : std::string();
}

void Device::Parts::setMeta(const std::string &key, const std::string &value)
{
    store::Statement replace(database, "REPLACE INTO meta(key, value) VALUES(?, ?)");
    replace.bindText(1, key).bindBlob(2, value).run();
}

record::Uuid Device::Parts::site() const
{
    return record::Uuid::fromRaw(meta("site")).value_or(record::Uuid {});
}

record::Uuid Device::Parts::site(const record::ScopeId &scope) const
{
    return branches.sitesOf(site(), scope).back();
}

std::vector<record::Uuid> Device::Parts::ownSites(const record::ScopeId &scope) const
{
    return CADRE_PLANT("branches_are_not_own") ? std::vector { site() } : branches.sitesOf(site(), scope);
}

void Device::Parts::rename(merge::Context &context, const record::ScopeId &scope, std::size_t known,
                           std::uint64_t epoch) const
{
    const auto own = ownSites(scope);
    const auto &all = branches.in(scope);
    for (std::size_t i = known; i < all.size(); ++i) {
        const auto &[trunk, first, headerHash, site] = all[i];
        if (std::find(own.begin(), own.end(), trunk) != own.end()
            || log.mayHaveStood(scope, { trunk, first }, headerHash, epoch)) {
            context.rename(trunk, first, site);
        }
    }
}

record::Uuid Device::Parts::person() const
{
    return record::Uuid::fromRaw(meta("person")).value_or(record::Uuid {});
}

std::uint64_t Device::Parts::nextTime()
{
    return lastTime = merge::nextHybridTime(lastTime, clock());
}

void Device::Parts::write(const record::ScopeId &scope, const std::vector<wire::RecordEdit> &edits, std::uint64_t epoch)
{
    auto own = site(scope);
    auto head = log.head(scope, own).value_or(store::ChainHead {});
    if (records.mayBeErased(scope, { own, head.seq + 1 })) {
        // The number was used before this device went back, or by what it is a copy of.
        branches.add(scope, branchAfter(scope, site(), own, head));
        own = site(scope);
        head = log.head(scope, own).value_or(store::ChainHead {});
    }
    const auto seen = log.cursor(scope);
    wire::Header header;
    *header.mutable_scope() = merge::toProto(scope);
    header.set_site(own.raw());
    header.set_seq(head.seq + 1);
    header.set_previous(head.headerHash);
    header.set_hybrid_time(nextTime());
    header.set_author(person().raw());
    header.set_schema(schemaNumber);
    header.set_seen_epoch(epoch);
    header.set_seen_rev(seen.epoch() == epoch ? seen.rev() : 0);
    const auto change = merge::makeChange(header, edits, entropy);
    cadre::store::v1::Undo undo;
    // Of a form that was open when its place was left the work is kept, and what it is about is not here.
    if (!hides(scope)) {
        (void)records.apply(change, &undo);
    }
    log.append(change, { .undo = undo.SerializeAsString() });
}

void Device::Parts::setMemberships(const google::protobuf::RepeatedPtrField<wire::Membership> &memberships,
                                   const std::string &digest)
{
    database.run("DELETE FROM membership");
    setMeta("memberships_digest", digest);
    for (const auto &membership : memberships) {
        store::Statement insert(database, "REPLACE INTO membership(kind, key, purpose, bytes) VALUES(?, ?, ?, ?)");
        insert.bind(1, membership.scope().kind()).bindBlob(2, membership.scope().key());
        insert.bind(3, membership.scope().purpose()).bindBlob(4, membership.SerializeAsString()).run();
    }
}

std::string Device::Parts::keepCertificate(const wire::SignedCertificate &signedCertificate)
{
    wire::Certificate certificate;
    if (!certificate.ParseFromString(signedCertificate.certificate()) || certificate.format() != 1) {
        return certificateSentence;
    }
    const auto bytes = signedCertificate.SerializeAsString();
    {
        // What is kept was signed by this server: enrolled() forgets another one's.
        store::Statement known(database, "SELECT 1 FROM certificate WHERE site = ? AND bytes = ?");
        known.bindBlob(1, certificate.site()).bindBlob(2, bytes);
        if (known.step()) {
            return {};
        }
    }
    if (!merge::isSignedByServer(merge::certificateDomain, signedCertificate.certificate(),
                                 signedCertificate.signature(), meta("server_key"))) {
        return certificateSentence;
    }
    store::Statement replace(database, "REPLACE INTO certificate(site, public_key, person, bytes) VALUES(?, ?, ?, ?)");
    replace.bindBlob(1, certificate.site()).bindBlob(2, certificate.public_key()).bindBlob(3, certificate.person());
    replace.bindBlob(4, bytes).run();
    return {};
}

std::string Device::Parts::certificateOf(const record::Uuid &site) const
{
    store::Statement select(database, "SELECT bytes FROM certificate WHERE site = ?");
    select.bindBlob(1, site.raw());
    return select.step() ? select.blob(0) : std::string();
}

void Device::Parts::keepReceipt(const wire::SignedReceipt &signedReceipt)
{
    cadre::sync::v1alpha::Receipt receipt;
    const auto scope =
        receipt.ParseFromString(signedReceipt.receipt()) ? merge::fromProto(receipt.scope()) : std::nullopt;
    if (!scope
        || !merge::isSignedByServer(merge::receiptDomain, signedReceipt.receipt(), signedReceipt.signature(),
                                    meta("server_key"))) {
        return;
    }
    store::Statement replace(database, "REPLACE INTO receipt(scope, site, bytes) VALUES(?, ?, ?)");
    replace.bindText(1, scope->text()).bindBlob(2, receipt.dot().site());
    replace.bindBlob(3, signedReceipt.SerializeAsString()).run();
}

std::optional<Device::Parts::SiteKey> Device::Parts::keyOf(const record::Uuid &site) const
{
    store::Statement select(database, "SELECT public_key, person FROM certificate WHERE site = ?");
    select.bindBlob(1, site.raw());
    if (!select.step()) {
        return std::nullopt;
    }
    return SiteKey { select.blob(0), record::Uuid::fromRaw(select.blob(1)).value_or(record::Uuid {}) };
}

bool Device::Parts::learnEpoch(std::uint64_t epoch)
{
    const auto told = std::to_string(epoch);
    const auto known = meta("epoch");
    if ((known.empty() ? "0" : known) == told) {
        return false;
    }
    setMeta("epoch", told);
    if (CADRE_PLANT("restore_is_seen_by_cursors_alone")) {
        return false;
    }
    bool offered = false;
    for (const auto &scope : log.scopesWithoutCursor()) {
        for (const auto &[site, head] : log.heads(scope)) {
            offered = log.offerAgain(scope, site) || offered;
        }
    }
    return offered;
}

bool Device::Parts::hides(const record::ScopeId &scope)
{
    return !isMember(scope) && Fetching(*this).isWanted(scope);
}

std::vector<merge::Dot> Device::Parts::notOnScreen(const record::ScopeId &scope)
{
    auto dots = log.refused(scope);
    for (const auto &own : Fetching(*this).isWanted(scope) ? ownSites(scope) : std::vector<record::Uuid>()) {
        const auto head = log.head(scope, own).value_or(store::ChainHead {});
        for (std::uint64_t seq = 1; seq <= head.seq; ++seq) {
            dots.push_back({ own, seq });
        }
    }
    return dots;
}

bool Device::Parts::isMember(const record::ScopeId &scope) const
{
    store::Statement find(database, "SELECT 1 FROM membership WHERE kind = ? AND key = ? AND purpose = ?");
    find.bind(1, scope.kind).bindBlob(2, merge::toProto(scope).key()).bind(3, scope.purpose);
    return find.step();
}

} // namespace engine
