// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/host.h"
#include "sync/server/academy_rules.h"
#include "sync/server/accounts.h"
#include "sync/server/audit.h"
#include "sync/server/author.h"
#include "sync/server/keys.h"
#include "sync/server/ledger.h"
#include "sync/server/makers.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace server {

class Membership;
class Derived;
class Disclosures;

/// What the open Work has changed so far.
struct Effects {
    std::set<record::ScopeId> moved;
    std::vector<merge::Change> applied; ///< Not yet looked at by Derived.
};

/// Everything that one store of the server holds, and the rules over it. One thread at a time.
class Academy {
public:
    /// Opens or makes the server's tables. `database` and `catalogue` outlive the academy.
    /// `name` is what people read when they enroll.
    Academy(store::Database &database, const record::Catalogue &catalogue, record::Clock clock, record::Entropy entropy,
            std::string name);
    ~Academy();
    Academy(const Academy &) = delete;
    Academy &operator=(const Academy &) = delete;

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] std::int64_t now() const { return m_clock(); }
    [[nodiscard]] record::Uuid newId();

    [[nodiscard]] store::Database &database() { return m_database; }
    [[nodiscard]] const record::Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const Keys &keys() const { return m_keys; }
    /// For what exchanges them.
    [[nodiscard]] Keys &keysToChange() { return m_keys; }
    [[nodiscard]] store::Log &log() { return m_log; }
    [[nodiscard]] store::RecordStore &records() { return m_records; }
    [[nodiscard]] Makers &makers() { return m_makers; }
    [[nodiscard]] Accounts &accounts() { return m_accounts; }
    [[nodiscard]] Audit &audit() { return m_audit; }
    [[nodiscard]] Ledger &ledger() { return m_ledger; }
    [[nodiscard]] Disclosures &disclosures() { return *m_disclosures; }
    [[nodiscard]] Author &author() { return m_author; }
    [[nodiscard]] Membership &membership() { return *m_membership; }
    [[nodiscard]] host::Host &host() { return m_host; }
    [[nodiscard]] const record::Entropy &entropy() const { return m_entropy; }
    /// What the open Work has changed; whoever applies a change adds it.
    [[nodiscard]] Effects &effects() { return m_effects; }

    /// Writes what follows at once from the changes of the open Work: projections and permission.
    void settle();
    /// After a restore from a backup: another history begins here, under another site of the server's.
    void beginEpoch();
    /// From now on what must outlive this store stands in that directory, too: the ledger and the audit log's
    /// checkpoints. Erasures and sign-outs that it tells of and that this store does not know are done first. Throws
    /// store::Error.
    Ledger::Done keepBeside(const std::string &directory);
    /// Before a copy is made and at the end: what is only in memory is written, and the audit log signed. Throws
    /// store::Error.
    void settleAccount();
    /// Checkpoints of the audit log that were kept beside the store.
    [[nodiscard]] std::vector<cadre::sync::v1alpha::SignedAuditCheckpoint> keptCheckpoints() const;

    /// Tells whoever listens that devices of that person were signed out.
    void signedOut(const record::Uuid &person) const
    {
        if (onSignedOut) {
            onSignedOut(person);
        }
    }

    /// Called after each commit with the scopes that moved.
    std::function<void(const std::set<record::ScopeId> &)> onMoved;
    /// Called after a device of that person was signed out, or her account suspended.
    std::function<void(const record::Uuid &person)> onSignedOut;

private:
    friend class Work;
    /// Notes in the audit log which of the changes are about who may read what.
    void noteAccess(const std::vector<merge::Change> &changes);

    store::Database &m_database;
    const record::Catalogue &m_catalogue;
    record::Clock m_clock;
    record::Entropy m_entropy;
    std::string m_name;
    Keys m_keys;
    Audit m_audit;
    Ledger m_ledger;
    std::optional<LineFile> m_checkpoints;
    store::Log m_log;
    store::RecordStore m_records;
    Makers m_makers;
    Accounts m_accounts;
    Effects m_effects;
    Author m_author;
    std::unique_ptr<Membership> m_membership;
    std::unique_ptr<Derived> m_derived;
    std::unique_ptr<Disclosures> m_disclosures;
    AcademyRules m_rules;
    host::Host m_host;
};

/// A transaction over the academy: with what it changes go, at commit, the projections and totals
/// that follow from it and the server's signatures. Rolls everything back without commit().
class Work {
public:
    explicit Work(Academy &academy);
    ~Work();
    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;

    /// Durable when it returns.
    void commit();

private:
    Academy &m_academy;
    store::Transaction m_transaction;
    bool m_committed = false;
};

} // namespace server
