// SPDX-License-Identifier: Apache-2.0
#include "sync/server/academy.h"

#include "sync/server/access_changes.h"
#include "sync/server/derived.h"
#include "sync/server/disclosures.h"
#include "sync/server/feedback_rounds.h"
#include "sync/server/membership.h"

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

} // namespace

Academy::Academy(store::Database &database, const record::Catalogue &catalogue, record::Clock clock,
                 record::Entropy entropy, std::string name)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_clock(std::move(clock))
    , m_entropy(std::move(entropy))
    , m_name(std::move(name))
    , m_keys(database, m_clock, m_entropy)
    , m_audit(database, m_keys, m_clock)
    , m_ledger(database, m_keys, m_clock, m_entropy)
    , m_log(database)
    , m_records(database, catalogue)
    , m_makers(database)
    , m_accounts(database, m_keys, m_audit, m_ledger, m_clock, m_entropy)
    , m_author(m_log, m_records, m_makers, m_keys, m_entropy, m_effects)
    , m_membership(std::make_unique<Membership>(m_records, domain::Policy::builtIn(), m_clock))
    , m_derived(std::make_unique<Derived>(*this))
    , m_disclosures(std::make_unique<Disclosures>(*this))
    , m_rules(*this)
    , m_host(database, m_log, m_records, m_rules, m_keys, m_clock)
{
}

Academy::~Academy() = default;

record::Uuid Academy::newId()
{
    std::array<std::uint8_t, 10> random {};
    m_entropy(random.data(), random.size());
    return record::Uuid::version7(m_clock(), random);
}

void Academy::settle()
{
    while (!m_effects.applied.empty()) {
        const auto changes = std::exchange(m_effects.applied, {});
        noteAccess(changes);
        m_derived->follow(changes);
        followFeedbackRounds(*this, changes);
    }
}

void Academy::noteAccess(const std::vector<merge::Change> &changes)
{
    for (const auto &change : changes) {
        for (auto &entry : accessChanges(change, m_records, m_membership->facts(), m_membership->today())) {
            m_audit.note(std::move(entry));
        }
    }
}

void Academy::beginEpoch()
{
    store::Transaction transaction(m_database);
    m_host.beginEpoch();
    m_keys.beginSite(m_host.epoch());
    m_audit.note(Audit::entry(v1alpha::AUDIT_KIND_RESTORED));
    m_audit.sign();
    transaction.commit();
}

Ledger::Done Academy::keepBeside(const std::string &directory)
{
    m_checkpoints.emplace(directory + "/audit.checkpoints");
    return m_ledger.keepIn(LineFile(directory + "/ledger"), *this);
}

void Academy::settleAccount()
{
    store::Transaction transaction(m_database);
    m_disclosures->flush();
    m_audit.sign();
    transaction.commit();
    if (!m_checkpoints) {
        return;
    }
    const auto lines = m_checkpoints->read();
    const std::set<std::string> written(lines.begin(), lines.end());
    std::vector<std::string> missing;
    for (const auto &checkpoint : m_audit.checkpoints()) {
        if (auto line = checkpoint.SerializeAsString(); written.count(line) == 0) {
            missing.push_back(std::move(line));
        }
    }
    if (!missing.empty()) {
        m_checkpoints->append(missing);
    }
}

std::vector<v1alpha::SignedAuditCheckpoint> Academy::keptCheckpoints() const
{
    std::vector<v1alpha::SignedAuditCheckpoint> result;
    for (const auto &line : m_checkpoints ? m_checkpoints->read() : std::vector<std::string> {}) {
        if (v1alpha::SignedAuditCheckpoint checkpoint; checkpoint.ParseFromString(line)) {
            result.push_back(std::move(checkpoint));
        }
    }
    return result;
}

Work::Work(Academy &academy)
    : m_academy(academy)
    , m_transaction(academy.m_database)
{
}

Work::~Work()
{
    if (m_committed) {
        return;
    }
    m_academy.m_effects = {};
    m_academy.m_author.forget();
    m_academy.m_membership->forget();
    m_academy.m_derived->forget();
    m_academy.m_ledger.forget();
}

void Work::commit()
{
    m_academy.settle();
    m_academy.m_derived->total();
    m_academy.settle();
    m_academy.m_author.signChains();
    m_transaction.commit();
    m_committed = true;
    m_academy.m_ledger.copyOut();
    const auto moved = std::exchange(m_academy.m_effects.moved, {});
    if (!moved.empty() && m_academy.onMoved) {
        m_academy.onMoved(moved);
    }
}

} // namespace server
