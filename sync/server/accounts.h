// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"
#include "sync/record/id.h"
#include "sync/store/database.h"
#include "sync/server/keys.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

#include <optional>
#include <string>
#include <vector>

namespace server {

/// Who may enroll devices here.
struct Account {
    std::string login;
    record::Uuid person;
    bool suspended = false;
};

/// One installation of the app. Times are UTC milliseconds, 0 for never.
struct EnrolledDevice {
    record::Uuid site;
    std::string login;
    record::Uuid person;
    std::string publicKey;
    cadre::sync::v1::SignedCertificate certificate;
    std::string name;
    std::string platform;
    std::int64_t enrolledAt = 0;
    std::int64_t lastSeen = 0;
    std::int64_t revokedAt = 0;
};

/// Accounts, invites and devices: the server's own tables, never replicated. Secrets are stored
/// as hashes. Throws Problem with a sentence where a call cannot be done.
class Accounts {
public:
    Accounts(store::Database &database, const Keys &keys, record::Clock clock, record::Entropy entropy);

    /// Throws already_exists when the login or the person has an account.
    void add(const std::string &login, const record::Uuid &person);
    /// Throws not_found.
    [[nodiscard]] Account get(const std::string &login) const;
    [[nodiscard]] std::vector<Account> list() const;
    /// Suspends the account: its devices are refused from now on and its open invites end.
    void suspend(const std::string &login);
    /// A new single-use invite, valid for 30 days; earlier open ones stay valid. Only its hash is kept.
    [[nodiscard]] std::string invite(const std::string &login);

    struct Enrolled {
        EnrolledDevice device;
        std::string token;
    };
    /// Turns an invite into a device; the same invite and key give the same device and token again.
    [[nodiscard]] Enrolled enroll(const cadre::sync::v1alpha::EnrollRequest &request);

    /// The device that a token belongs to; nothing when it is unknown, revoked or suspended.
    [[nodiscard]] std::optional<EnrolledDevice> byToken(const std::string &token) const;
    [[nodiscard]] std::optional<EnrolledDevice> bySite(const record::Uuid &site) const;
    [[nodiscard]] std::vector<EnrolledDevice> devices() const;
    [[nodiscard]] std::uint64_t deviceCount() const;
    /// Throws not_found.
    void revoke(const record::Uuid &site);
    /// Notes that the device was here, at most once in five minutes.
    void seen(const EnrolledDevice &device);

private:
    store::Database &m_database;
    const Keys &m_keys;
    record::Clock m_clock;
    record::Entropy m_entropy;
};

} // namespace server
