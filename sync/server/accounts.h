// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"
#include "sync/record/id.h"
#include "sync/store/database.h"
#include "sync/server/audit.h"
#include "sync/server/guesses.h"
#include "sync/server/keys.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

#include <optional>
#include <string>
#include <vector>

namespace server {

class Ledger;

/// To a device that is not known, or no longer.
inline constexpr auto unknownDeviceSentence =
    "The server does not know this device, or it has been signed out. What is saved on it is safe, and stays on it.";

/// Who may enroll devices here.
struct Account {
    std::string login;
    record::Uuid person;
    bool suspended = false;
};

/// Who signs in with that identity provider as that subject is the account's person.
struct SignInLink {
    std::string login;
    std::string issuer;
    std::string subject;
    record::Uuid person;
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
    bool suspended = false; ///< Its account is.

    /// It may hand in what it has not sent, and nothing else.
    [[nodiscard]] bool isSignedOut() const { return revokedAt != 0 || suspended; }
};

/// Accounts, invites and devices: the server's own tables, never replicated. Secrets are stored
/// as hashes. What changes who may do what is noted in the audit log, in the same transaction. Throws Problem with a
/// sentence where a call cannot be done.
class Accounts {
public:
    Accounts(store::Database &database, const Keys &keys, Audit &audit, Ledger &ledger, record::Clock clock,
             record::Entropy entropy);

    [[nodiscard]] static bool isLogin(const std::string &text);
    /// Throws already_exists when the login or the person has an account, and invalid_argument for what is no login.
    void add(const std::string &login, const record::Uuid &person, const Actor &by = {});
    /// Throws not_found.
    [[nodiscard]] Account get(const std::string &login) const;
    [[nodiscard]] std::optional<Account> of(const record::Uuid &person) const;
    [[nodiscard]] bool knows(const std::string &login) const;
    [[nodiscard]] std::vector<Account> list() const;
    /// Suspends the account: its devices are refused from now on and its open invites end.
    void suspend(const std::string &login);
    /// A new single-use invite; earlier open ones stay valid. Only its hash is kept. Throws when the account is
    /// suspended, or for more hours than 30 days have.
    [[nodiscard]] std::string invite(const std::string &login, std::uint32_t hours = longestInviteHours,
                                     const Actor &by = {});
    /// Nobody enrolls with an open invite of that account any more.
    void endInvites(const std::string &login);
    static constexpr std::uint32_t longestInviteHours = 30 * 24;

    struct ShortCode {
        std::string text;
        std::int64_t expiresAt = 0; ///< UTC milliseconds.
    };
    /// A code with which one more device of that account enrolls within ten minutes; an earlier one ends.
    [[nodiscard]] ShortCode deviceCode(const std::string &login, const Actor &by = {});
    /// Eight codes, each good once, for who has no device left; earlier ones end.
    [[nodiscard]] std::vector<std::string> recoveryCodes(const std::string &login, const Actor &by = {});
    [[nodiscard]] std::uint32_t recoveryCodesLeft(const std::string &login) const;
    /// From now on a recovery code needs this passphrase; an empty one takes it away. Throws invalid_argument with a
    /// sentence for one that is easily guessed, and NeedsSlowWork for its hash: `prepared` is what that gave.
    void setPassphrase(const std::string &login, const std::string &passphrase,
                       const std::optional<std::string> &prepared = {}, const Actor &by = {});
    [[nodiscard]] bool hasPassphrase(const std::string &login) const;

    /// Who signs in with that identity provider as that subject is the account's person from now on. Throws
    /// already_exists where the subject is linked with another account.
    void link(const std::string &login, const std::string &issuer, const std::string &subject);
    /// Ends that; both empty: all of the account's. Throws not_found when there is none.
    void unlink(const std::string &login, const std::string &issuer, const std::string &subject);
    [[nodiscard]] std::vector<SignInLink> links() const;
    [[nodiscard]] std::optional<Account> signedInAs(const std::string &issuer, const std::string &subject) const;
    /// An invite that is good for ten minutes, for who has just signed in. Throws when the account is suspended.
    [[nodiscard]] ShortCode inviteOfSignIn(const std::string &login);

    struct Enrolled {
        EnrolledDevice device;
        std::string token;
    };
    /// Turns a code into a device; the same code and key give the same device and token again. Who guesses from one
    /// `address` has to wait longer and longer; a right invite or recovery code, which nobody can guess, gets through
    /// nevertheless, so that a whole school behind one address is never locked out. An empty address never waits.
    /// Throws NeedsSlowWork where a passphrase has to be compared: `prepared` is what that gave.
    [[nodiscard]] Enrolled enroll(const cadre::sync::v1alpha::EnrollRequest &request, const std::string &address = {},
                                  const std::optional<std::string> &prepared = {});

    /// The device that a token belongs to, signed out or not; nothing when there is none.
    [[nodiscard]] std::optional<EnrolledDevice> withToken(const std::string &token) const;
    /// The same, of devices that are not signed out.
    [[nodiscard]] std::optional<EnrolledDevice> byToken(const std::string &token) const;
    [[nodiscard]] std::optional<EnrolledDevice> bySite(const record::Uuid &site) const;
    [[nodiscard]] std::vector<EnrolledDevice> devices() const;
    [[nodiscard]] std::uint64_t deviceCount() const;
    /// True when the account ever had a device.
    [[nodiscard]] bool hasEnrolled(const std::string &login) const;
    /// Throws not_found.
    void revoke(const record::Uuid &site, const Actor &by = {});
    /// Nobody enrolls with the code of that hash any more.
    void endCode(const std::string &hash);
    /// Those that are signed out, each by itself or with its account.
    [[nodiscard]] std::vector<record::Uuid> signedOutSites() const;
    [[nodiscard]] std::vector<record::Uuid> suspendedPeople() const;
    /// Another number whenever these two may give another answer.
    [[nodiscard]] std::uint64_t signOuts() const { return m_signOuts; }
    /// Notes that the device was here, at most once in five minutes.
    void seen(const EnrolledDevice &device);

private:
    enum class CodeKind { Invite = 0, Device = 1, Recovery = 2 };
    struct OpenCode {
        std::string hash;
        std::string login;
        std::int64_t expiresAt = 0;
        std::string usedBy; ///< A site; empty while it is open.
        CodeKind kind = CodeKind::Invite;
    };
    [[nodiscard]] std::string newCodeFor(const Account &account, CodeKind kind, std::int64_t expiresAt);
    void endCodes(const std::string &login, CodeKind kind);
    [[nodiscard]] std::optional<OpenCode> codeOf(const std::string &text) const;
    /// Empty when there is none.
    [[nodiscard]] std::string passphraseHashOf(const std::string &login) const;
    /// Throws permission_denied, resource_exhausted while one has to wait, or NeedsSlowWork.
    void requirePassphrase(const OpenCode &code, const std::string &passphrase,
                           const std::optional<std::string> &prepared);
    [[nodiscard]] Enrolled enrollWith(const OpenCode &code, const cadre::sync::v1alpha::EnrollRequest &request,
                                      const record::Uuid &site, const std::optional<std::string> &prepared);

    void note(cadre::sync::v1alpha::AuditKind kind, const record::Uuid &person, const Actor &by = {},
              const record::Uuid &site = {});

    store::Database &m_database;
    const Keys &m_keys;
    Audit &m_audit;
    Ledger &m_ledger;
    record::Clock m_clock;
    record::Entropy m_entropy;
    Guesses m_guesses;
    std::uint64_t m_signOuts = 1;
};

} // namespace server
