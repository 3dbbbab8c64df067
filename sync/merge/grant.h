// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What a server signed about who may be where, checked without it: by devices, and by whoever hosts a meeting. Pure
/// functions. Times are UTC milliseconds.
namespace merge {

inline constexpr std::string_view grantDomain = "cadre.grant.v1";
inline constexpr std::string_view revocationsDomain = "cadre.revocations.v1";

/// A list of who is signed out, as read from its bytes.
struct Revocations {
    std::uint64_t epoch = 0;
    std::uint64_t number = 0;
    std::int64_t issuedAt = 0;
    std::set<record::Uuid> sites;
    std::map<record::Uuid, std::int64_t> ended; ///< By person: grants that were issued before are not good.

    [[nodiscard]] bool isSignedOut(const record::Uuid &site) const { return sites.contains(site); }
};

/// Encoded as it is signed; of the same content always the same bytes.
[[nodiscard]] std::string encoded(const Revocations &list);
/// Nothing when the key did not sign it, or it cannot be read.
[[nodiscard]] std::optional<Revocations> verified(const cadre::sync::v1::SignedRevocations &list,
                                                  const std::string &serverKey);

enum class ListAnswer {
    Later, ///< It counts from now on.
    Same, ///< The one that is held.
    Older, ///< An earlier one; what is held stays.
    Another, ///< It bears the held one's number and says something else; what is held stays.
    Forged, ///< The server did not sign it; what is held stays.
};
/// Whether `offered` takes the place of `held` (empty for none yet).
[[nodiscard]] ListAnswer compare(const cadre::sync::v1::SignedRevocations &held,
                                 const cadre::sync::v1::SignedRevocations &offered, const std::string &serverKey);

/// A person's grant, as read from its bytes.
struct Grant {
    record::Uuid person;
    std::string placesRoot;
    std::int64_t issuedAt = 0;
    std::int64_t notBefore = 0;
    std::int64_t notAfter = 0;
    std::uint64_t revocationsEpoch = 0;
    std::uint64_t revocationsNumber = 0;
};
[[nodiscard]] std::optional<Grant> verified(const cadre::sync::v1::SignedGrant &grant, const std::string &serverKey);

/// One of its places.
struct GrantedPlace {
    record::ScopeId scope;
    bool mayWrite = false;
    std::vector<std::uint32_t> roles;
    std::uint32_t leaseDays = 0; ///< Closes so long after the grant was issued; 0: with the grant.
    bool staysOpen = false; ///< Readable past the grant's end: it says who is who, or is published to all.
    std::vector<std::uint32_t> serverTypes; ///< Numbers of the record types that only the server writes there.
};
/// Of a GrantedPlace's bytes, as it counts in the root.
[[nodiscard]] std::string placeHash(std::string_view place);
/// Over the hashes, in whatever order they come.
[[nodiscard]] std::string placesRoot(std::vector<std::string> hashes);
/// The places that these bytes open, in their order; nothing when they and the `others`' hashes are not what the grant
/// is about, or one cannot be read.
[[nodiscard]] std::optional<std::vector<GrantedPlace>>
openedPlaces(const Grant &grant, const std::vector<std::string> &places, const std::vector<std::string> &others = {});

enum class Standing {
    Good,
    NotYet, ///< Before its first day.
    Ended, ///< Past its last. What the person writes is kept and handed in later.
    LeaseEnded, ///< The place closes for reading earlier than the grant ends.
    Withdrawn, ///< The list ends grants of this person that were issued so early.
};
/// Whether others' records of the place may be read by this grant at `now`. Null: no list is known.
[[nodiscard]] Standing standing(const Grant &grant, const GrantedPlace &place, std::int64_t now,
                                const Revocations *list);
/// When the place closes for reading, if nothing is renewed.
[[nodiscard]] std::int64_t readableUntil(const Grant &grant, const GrantedPlace &place);

enum class DeviceStanding {
    Good,
    SignedOut, ///< As of the list.
    Forged, ///< The server did not certify it.
};
/// Whether a device is one of the academy's, by its certificate and a list. Null: no list is known.
[[nodiscard]] DeviceStanding standing(const cadre::sync::v1::SignedCertificate &device, const std::string &serverKey,
                                      const Revocations *list);

} // namespace merge
