// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/grants.h"
#include "sync/engine/parts.h"
#include "sync/engine/reading.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;
using cadre::sync::v1alpha::EnrollRequest;
using cadre::sync::v1alpha::EnrollResponse;

} // namespace

Device::Device(store::Database &database, const record::Catalogue &catalogue, record::Clock clock,
               record::Entropy entropy)
    : m(std::make_unique<Parts>(database, catalogue, std::move(clock), std::move(entropy)))
{
}

Device::~Device() = default;

const record::Catalogue &Device::catalogue() const
{
    return m->catalogue;
}

std::int64_t Device::now() const
{
    return m->clock();
}

record::Uuid Device::newId()
{
    std::array<std::uint8_t, 10> random {};
    m->entropy(random.data(), random.size());
    return record::Uuid::version7(m->clock(), random);
}

bool Device::isEnrolled() const
{
    return !m->meta("token").empty();
}

Identity Device::identity() const
{
    return { .site = m->site(),
             .person = m->person(),
             .personName = m->meta("person_name"),
             .serverUrl = m->meta("server_url"),
             .serverPin = m->meta("server_pin"),
             .serverName = m->meta("server_name"),
             .token = m->meta("token"),
             .signingKey = m->meta("secret_key") };
}

EnrollRequest Device::enrollRequest(const std::string &invite, const std::string &deviceName)
{
    if (m->meta("site").empty()) {
        const auto keys = merge::KeyPair::make(m->entropy);
        record::Uuid site;
        m->entropy(site.bytes.data(), site.bytes.size());
        store::Transaction transaction(m->database);
        m->setMeta("site", site.raw());
        m->setMeta("public_key", keys.publicKey);
        m->setMeta("secret_key", keys.secretKey);
        transaction.commit();
    }
    EnrollRequest request;
    request.mutable_protocol()->set_lowest(protocolLowest);
    request.mutable_protocol()->set_highest(protocolHighest);
    request.set_invite(invite);
    request.set_site(m->meta("site"));
    request.set_key_algorithm(1);
    request.set_public_key(m->meta("public_key"));
    request.set_device_name(deviceName);
    request.set_app_version(CADRE_VERSION);
    request.set_proof(merge::sign(merge::enrollDomain, invite + request.site(), m->meta("secret_key")));
    return request;
}

void Device::enrolled(const EnrollResponse &response, const std::string &serverUrl, const std::string &pin)
{
    store::Transaction transaction(m->database);
    Grants(*m).beginWith({ response.server_key(), response.recovery_key(), response.keys_changed_at() });
    if (const auto problem = m->keepCertificate(response.certificate()); !problem.empty()) {
        throw store::Invalid(problem);
    }
    m->setMeta("token", response.token());
    m->setMeta("person", response.person());
    m->setMeta("person_name", response.person_name());
    m->setMeta("server_name", response.server_name());
    m->setMeta("server_url", serverUrl);
    m->setMeta("server_pin", pin);
    m->setMeta("certificate", response.certificate().SerializeAsString());
    m->setMemberships(response.memberships());
    transaction.commit();
}

std::vector<store::StoredRecord> Device::list(const store::Query &query) const
{
    return Reading(*m).list(query);
}

std::optional<store::StoredRecord> Device::get(const std::string &type, const record::Uuid &id) const
{
    const auto found = Reading(*m).get(type, id);
    if (found.empty()) {
        return std::nullopt;
    }
    const auto *known = m->catalogue.byName(type);
    return *std::min_element(found.begin(), found.end(), [&](const auto &a, const auto &b) {
        return known->homeRank(a.key.scope.kind) < known->homeRank(b.key.scope.kind);
    });
}

std::vector<wire::Membership> Device::memberships() const
{
    std::vector<wire::Membership> memberships;
    store::Statement select(m->database, "SELECT bytes FROM membership ORDER BY kind, key, purpose");
    while (select.step()) {
        memberships.emplace_back();
        (void)memberships.back().ParseFromString(select.blob(0));
    }
    return memberships;
}

Granted Device::granted() const
{
    return Grants(*m).granted();
}

std::vector<record::ScopeId> Device::closedPlaces() const
{
    std::vector<record::ScopeId> scopes;
    for (const auto &[scope, place] : Grants(*m).closed().places) {
        scopes.push_back(scope);
    }
    return scopes;
}

Status Device::status() const
{
    Status status { .enrolled = isEnrolled() };
    status.waiting = m->log.waitingCount();
    status.onServer = m->log.acknowledgedCount(m->site());
    status.conflicts = m->records.conflictCount();
    status.setAside = m->log.setAsideCount();
    const auto agreed = m->meta("agreed_at");
    status.lastAgreedAt = agreed.empty() ? 0 : std::stoll(agreed);
    const auto off = m->meta("clock_off");
    status.clockOffMilliseconds = off.empty() ? 0 : std::stoll(off);
    status.scopes = m->log.scopeCount();
    status.records = m->records.recordCount();
    status.closed = Grants(*m).closed().places.size();
    return status;
}

std::vector<SetAside> Device::setAside() const
{
    std::vector<SetAside> found;
    for (const auto &logged : m->log.setAside()) {
        const auto read = merge::readChange(logged.header, logged.body);
        if (!read.change) {
            continue;
        }
        for (const auto &edit : read.change->edits) {
            SetAside aside { .dot = read.change->dot, .reason = logged.reason, .sentence = logged.sentence };
            aside.key = { edit.type(), record::Uuid::fromRaw(edit.record()).value_or(record::Uuid {}),
                          read.change->scope };
            aside.at = merge::millisecondsOf(read.change->header.hybrid_time());
            found.push_back(std::move(aside));
        }
    }
    return found;
}

bool Device::isOnServer(const store::RecordKey &key) const
{
    const auto waiting = m->log.waitingIn(key.scope);
    return std::none_of(waiting.begin(), waiting.end(), [&](const store::LoggedChange &logged) {
        const auto read = merge::readChange(logged.header, logged.body);
        return read.change && std::any_of(read.change->edits.begin(), read.change->edits.end(), [&](const auto &edit) {
                   return edit.type() == key.type && edit.record() == key.id.raw();
               });
    });
}

void Device::noteOpened(const store::RecordKey &key)
{
    m->openings.note(key, now());
}

void Device::noteExported(const std::set<record::ScopeId> &places)
{
    store::Transaction transaction(m->database);
    for (const auto &place : places) {
        m->openings.noteExported(place, now());
    }
    transaction.commit();
}

void Device::keepDraft(const std::string &key, const std::string &bytes)
{
    store::Statement replace(m->database, "REPLACE INTO draft(key, bytes) VALUES(?, ?)");
    replace.bindText(1, key).bindBlob(2, bytes).run();
}

std::optional<std::string> Device::draft(const std::string &key) const
{
    store::Statement select(m->database, "SELECT bytes FROM draft WHERE key = ?");
    select.bindText(1, key);
    return select.step() ? std::optional(select.blob(0)) : std::nullopt;
}

std::vector<std::string> Device::draftKeys(const std::string &prefix) const
{
    std::vector<std::string> keys;
    store::Statement select(m->database, "SELECT key FROM draft WHERE substr(key, 1, ?) = ? ORDER BY key");
    select.bind(1, static_cast<std::int64_t>(prefix.size())).bindText(2, prefix);
    while (select.step()) {
        keys.push_back(select.blob(0));
    }
    return keys;
}

void Device::dropDraft(const std::string &key)
{
    store::Statement remove(m->database, "DELETE FROM draft WHERE key = ?");
    remove.bindText(1, key).run();
}

std::vector<std::string> Device::check() const
{
    auto problems = m->log.check();
    if (const auto problem = m->database.integrityProblem(); !problem.empty()) {
        problems.push_back("the file's tables do not hold: " + problem);
    }
    return problems;
}

} // namespace engine
