// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "sync/record/clock.h"
#include "sync/server/line_file.h"
#include "sync/store/records.h"
#include "cadre/sync/v1/sync_service.pb.h"
#include "cadre/sync/v1alpha/audit.pb.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {
class Database;
}

namespace server {

class Academy;
class Keys;

/// Under which the server signs a line of it.
inline constexpr std::string_view ledgerDomain = "cadre.ledger.v1";

/// What must hold even where an older copy of the store takes its place: which records are erased, which devices are
/// signed out, which accounts are suspended, and which sign-ins are no longer linked. It stands in the store, with what
/// it tells of, and in a file beside it: ids and hashes under the server's signature. One thread at a time.
class Ledger {
public:
    Ledger(store::Database &database, const Keys &keys, record::Clock clock, record::Entropy entropy);

    /// A change was applied: where it says that records are erased, so does the ledger. Part of the open transaction.
    void note(const merge::Change &change);
    /// Part of the caller's transaction. `codeHash` is that of the code with which the device had enrolled.
    void noteRevoked(const record::Uuid &site, const std::string &codeHash);
    void noteSuspended(const record::Uuid &person);
    /// That sign-in with an identity provider is nobody's any more.
    void noteUnlinked(const std::string &issuer, const std::string &subject);

    struct Done {
        int erased = 0;
        int signedOut = 0;
        int unlinked = 0;
        bool isOldKey = false; ///< The newer store had exchanged the key that this one signs with.
    };
    /// Does what the lines of a ledger say and the store does not know yet, since it is an older one: the keys that
    /// signed them are learned (Keys::learn()), records are erased, devices signed out and sign-ins unlinked again.
    /// Lines of another server's are passed over. Throws store::Error.
    Done follow(const std::vector<std::string> &lines, Academy &academy);
    /// From now on the ledger stands in that file, too; what it says already is followed first. Throws store::Error.
    Done keepIn(const LineFile &file, Academy &academy);
    /// As a ledger's file holds it.
    [[nodiscard]] static std::vector<std::string> linesIn(store::Database &database);
    /// The file gets what was committed since the last time. What can't be written now is still due.
    void copyOut();

    /// What changes brought back since the last call of what had been erased before an older store took this one's
    /// place: to be erased again, and why.
    [[nodiscard]] std::vector<std::pair<store::RecordKey, std::string>> takeReturned();
    /// The server's keys were exchanged: the word for it is copied out as well, since an older store can read no line
    /// that a later key signed.
    void note(const cadre::sync::v1::SignedKeyChange &change) { m_uncopied.push_back(change.SerializeAsString()); }
    /// The server's key was lost, and with it what it signed: every line is signed by the new one. Part of the caller's
    /// transaction.
    void signAnew();
    /// What was noted since has been rolled back.
    void forget();

private:
    void add(cadre::sync::v1alpha::LedgerEntry entry);
    void addSigned(const std::string &entry, bool lost);
    void keep(const cadre::sync::v1alpha::SignedLedgerEntry &signedEntry, bool lost);
    void apply(const cadre::sync::v1alpha::LedgerEntry &entry, Academy &academy, Done &done);
    [[nodiscard]] std::string signInHash(const std::string &issuer, const std::string &subject) const;
    [[nodiscard]] bool knows(const std::string &line) const;
    void learnKeys(const std::vector<std::string> &lines, Academy &academy);
    void loadLost();

    struct Lost {
        store::RecordKey key;
        merge::Context context;
        std::string reason;
    };

    store::Database &m_database;
    const Keys &m_keys;
    record::Clock m_clock;
    record::Entropy m_entropy;
    std::optional<LineFile> m_file;
    std::vector<std::string> m_uncopied;
    std::vector<Lost> m_lost;
    std::vector<std::pair<store::RecordKey, std::string>> m_returned;
};

} // namespace server
