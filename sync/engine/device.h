// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"
#include "sync/store/records.h"
#include "cadre/sync/v1/sync_service.pb.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace store {
class Database;
class Log;
class RecordStore;
} // namespace store

namespace engine {

struct Granted;

/// An open form: the record as it stood on screen, and what that had seen. Kept with its draft,
/// so that what is saved from it hours later still says what its author knew.
struct Form {
    store::RecordKey key;
    /// As it stands on screen: what was opened, and what the form has saved since.
    std::shared_ptr<const record::Message> opened;
    /// As it stood when the form was opened.
    std::shared_ptr<const record::Message> base;
    bool openedAlive = true;
    bool isNew = false;
    std::map<std::uint32_t, merge::Context> contexts;
    /// How many branches the device's chain in the scope had begun.
    std::size_t branches = 0;
    /// The server's history that was on screen.
    std::uint64_t epoch = 0;

    [[nodiscard]] std::string token() const;
};

/// What one form wants to be true. Only fields that differ from what was opened are written.
struct Edit {
    Form *form = nullptr;
    std::shared_ptr<const record::Message> desired;
    bool remove = false;
};

/// Who this device is.
struct Identity {
    record::Uuid site;
    record::Uuid person;
    std::string personName;
    std::string serverUrl;
    std::string serverPin; ///< SPKI pin, `sha256/BASE64`; empty where the system's roots decide.
    std::string serverName;
    std::string token;
    std::string signingKey; ///< The site's secret key: signs each call (merge::proveCall) and leaves this device never.
};

/// What is saved here, what waits, what the server has, what needs a person.
struct Status {
    bool enrolled = false;
    std::uint64_t waiting = 0; ///< Changes that the server has not acknowledged.
    std::uint64_t onServer = 0; ///< Changes of this device that it has.
    std::uint64_t conflicts = 0;
    std::uint64_t setAside = 0; ///< Changes of this device that the server refused, kept here.
    std::int64_t lastAgreedAt = 0; ///< UTC milliseconds of the last complete round; 0 for never.
    std::int64_t clockOffMilliseconds = 0; ///< This device's clock less the server's.
    std::uint64_t scopes = 0;
    std::uint64_t records = 0;
    std::uint64_t closed = 0; ///< Places in which what others wrote waits for the next round.
};

/// A change of this device that the server set aside.
struct SetAside {
    store::RecordKey key;
    merge::Dot dot;
    std::string reason;
    std::string sentence;
    std::int64_t at = 0;
};

/// One person's data on one device: forms, saving, the outbox, conflicts. Not thread-safe: one
/// worker owns it. What it saves is durable when the call returns; on failure it throws
/// store::Error with a sentence for people, and nothing of that call is applied.
class Device {
public:
    Device(store::Database &database, const record::Catalogue &catalogue, record::Clock clock, record::Entropy entropy);
    ~Device();

    [[nodiscard]] const record::Catalogue &catalogue() const;
    [[nodiscard]] std::int64_t now() const;
    [[nodiscard]] record::Uuid newId();

    [[nodiscard]] bool isEnrolled() const;
    [[nodiscard]] Identity identity() const;
    /// Makes the keys at the first call; the same keys until enrolment has succeeded.
    [[nodiscard]] cadre::sync::v1alpha::EnrollRequest enrollRequest(const std::string &invite,
                                                                    const std::string &deviceName);
    void enrolled(const cadre::sync::v1alpha::EnrollResponse &response, const std::string &serverUrl,
                  const std::string &pin);

    /// Of closed places what is one's own, here and in get().
    [[nodiscard]] std::vector<store::StoredRecord> list(const store::Query &query) const;
    /// Any scope; where a record is also projected, its home first.
    [[nodiscard]] std::optional<store::StoredRecord> get(const std::string &type, const record::Uuid &id) const;
    [[nodiscard]] std::vector<cadre::sync::v1::Membership> memberships() const;
    /// What it holds of the server's signed word (sync/engine/granted.h).
    [[nodiscard]] Granted granted() const;
    /// Places whose grant or read lease has ended: what others wrote there is not shown until the next round with the
    /// server. One's own records, drafts and writing go on, and who is who stays.
    [[nodiscard]] std::vector<record::ScopeId> closedPlaces() const;

    /// The person has this record on screen: the server is told with the next round, once for each day. For records
    /// of places that are confidential about somebody else; the server passes over any other.
    void noteOpened(const store::RecordKey &key);
    /// What the device holds of these places is copied out of it: the server is told with the next round, once for
    /// each day and place. Also of one's own place, by which one's own copies are told. Durable when it returns.
    void noteExported(const std::set<record::ScopeId> &places);

    /// Throws store::Invalid for what is not here, and for what is not shown now.
    [[nodiscard]] Form open(const store::RecordKey &key) const;
    [[nodiscard]] Form openNew(const std::string &type, const record::ScopeId &scope);
    [[nodiscard]] Form openNew(const std::string &type, const record::ScopeId &scope, const record::Uuid &id) const;
    /// Throws std::invalid_argument, with a sentence, on a token that this version can't read.
    [[nodiscard]] Form formFromToken(const std::string &token) const;

    /// Saves all edits in one transaction, as one change for each scope. Each form then has its
    /// own save in its context. Throws record problems as store::Invalid.
    void save(const std::vector<Edit> &edits);

    /// Of closed places those of one's own records.
    [[nodiscard]] std::vector<store::Conflict> conflicts() const;
    [[nodiscard]] std::optional<store::Conflict> conflict(const std::string &conflictId) const;
    /// Ends a conflict with one of its alternatives, counted from 0.
    void resolveTaking(const store::Conflict &conflict, std::size_t alternative);
    /// Ends a conflict with a new value, as JSON. Throws store::Invalid when it does not fit the field.
    void resolveWith(const store::Conflict &conflict, const std::string &json);

    [[nodiscard]] Status status() const;
    [[nodiscard]] std::vector<SetAside> setAside() const;
    /// True when the server has every change that touched this record here.
    [[nodiscard]] bool isOnServer(const store::RecordKey &key) const;

    /// Unsaved forms: a draft is opaque bytes under a key, durable at return, this device's alone.
    void keepDraft(const std::string &key, const std::string &bytes);
    [[nodiscard]] std::optional<std::string> draft(const std::string &key) const;
    [[nodiscard]] std::vector<std::string> draftKeys(const std::string &prefix) const;
    void dropDraft(const std::string &key);

    /// Problems found in tables, chains and log hashes; empty when all is well.
    [[nodiscard]] std::vector<std::string> check() const;

    /// The parts it is made of, for the files of this folder.
    struct Parts;

private:
    friend class Round;
    friend class Search;
    std::unique_ptr<Parts> m;
};

} // namespace engine
