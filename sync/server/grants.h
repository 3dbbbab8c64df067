// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/revocation_list.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <map>
#include <string>
#include <vector>

namespace server {

class Academy;

/// A grant's life, and after how long a device that asks gets the next one: soon, since leases count from then.
inline constexpr std::int64_t grantMilliseconds = 30LL * 24 * 3600 * 1000;
inline constexpr std::int64_t grantRenewalMilliseconds = 3600LL * 1000;

/// Tells devices the server's signed word about where their person belongs, and who is signed out. One thread at a
/// time.
class Grants {
public:
    explicit Grants(Academy &academy);

    /// Adds what the device does not hold yet, or should hold anew.
    void addTo(cadre::sync::v1::PollResponse &response, const record::Uuid &person,
               const cadre::sync::v1::HeldGrant &asked);

    /// Signs out what a list that this server signed says, where it does not know it any more: it went back to a
    /// backup. Any other list counts for nothing.
    void learnAgain(const cadre::sync::v1::SignedRevocations &earlier);

private:
    struct Places {
        std::vector<std::string> encoded;
        std::string root;
    };
    /// Good until the next call.
    [[nodiscard]] const Places &placesOf(const record::Uuid &person);
    [[nodiscard]] cadre::sync::v1::SignedGrant issue(const record::Uuid &person, const std::string &root) const;

    Academy &m_academy;
    RevocationList m_list;
    const RevocationList::Current *m_current = nullptr; ///< As of the call that is answered.
    std::map<record::Uuid, Places> m_places;
    std::uint64_t m_version = 0; ///< Of the memberships, for which they are known.
};

} // namespace server
