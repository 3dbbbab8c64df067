// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/grant.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"
#include "cadre/sync/v1alpha/grant.pb.h"

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

/// The answer as a server would have signed it, whatever it says.
wire::PollResponse rightlySigned(wire::PollResponse response)
{
    const auto &key = academy::serverKeys().secretKey;
    cadre::sync::v1alpha::Grant grant;
    if (grant.ParseFromString(response.grant().grant())) {
        std::vector<std::string> hashes;
        for (const auto &place : response.granted_places()) {
            hashes.push_back(merge::placeHash(place));
        }
        grant.set_places_root(merge::placesRoot(std::move(hashes)));
        response.mutable_grant()->set_grant(grant.SerializeAsString());
    }
    response.mutable_grant()->set_signature(merge::sign(merge::grantDomain, response.grant().grant(), key));
    auto &list = *response.mutable_revocations();
    list.set_signature(merge::sign(merge::revocationsDomain, list.revocations(), key));
    return response;
}

void run(std::string_view input)
{
    wire::PollResponse response;
    if (!response.ParseFromArray(input.data(), static_cast<int>(input.size()))) {
        return;
    }
    DeviceWorld::meet({ .poll = response.SerializeAsString() }, &DeviceWorld::Answers::poll);
    const auto right = rightlySigned(response);
    DeviceWorld::meet({ .poll = right.SerializeAsString() }, &DeviceWorld::Answers::poll);
    if (const auto list = merge::verified(right.revocations(), academy::serverKeys().publicKey)) {
        wire::SignedRevocations again;
        again.set_revocations(merge::encoded(*list));
        again.set_signature(
            merge::sign(merge::revocationsDomain, again.revocations(), academy::serverKeys().secretKey));
        const auto second = merge::verified(again, academy::serverKeys().publicKey);
        require(second && second->sites == list->sites && second->ended == list->ended,
                "a list is read as it is written");
    }
}

std::vector<std::string> seeds()
{
    wire::PollResponse response;
    cadre::sync::v1alpha::GrantedPlace place;
    place.set_salt(std::string(16, 's'));
    *place.mutable_scope() = merge::toProto(academy::scope());
    place.set_may_write(true);
    place.set_lease_days(14);
    response.add_granted_places(place.SerializeAsString());
    cadre::sync::v1alpha::Grant grant;
    grant.set_format(1);
    grant.set_person(academy::person().raw());
    grant.set_issued_at(academy::now());
    grant.set_not_after(academy::now() + 1);
    response.mutable_grant()->set_grant(grant.SerializeAsString());
    response.mutable_revocations()->set_revocations(merge::encoded(
        { 1, 2, academy::now(), { academy::colleagueSite() }, { { academy::colleague(), academy::now() } } }));
    return { rightlySigned(response).SerializeAsString() };
}

} // namespace

const Target grant { "grant", &wire::PollResponse::default_instance(), &run, &seeds };

} // namespace fuzz
