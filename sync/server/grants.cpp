// SPDX-License-Identifier: Apache-2.0
#include "sync/server/grants.h"

#include "sync/server/academy.h"
#include "sync/server/membership.h"
#include "cadre/sync/v1alpha/grant.pb.h"

#include <algorithm>
#include <tuple>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::size_t mostPeople = 1000;
constexpr std::size_t saltBytes = 16;
/// So much earlier a grant is good already: the clock of whoever looks at it may be behind.
constexpr std::int64_t clockTolerance = 10LL * 60 * 1000;

/// Whoever may write there shares it; the lease is of those with whom it is shared.
std::uint32_t leaseDaysOf(const domain::Membership &membership)
{
    return membership.mayWrite ? 0 : static_cast<std::uint32_t>(membership.leaseDays);
}

/// What stays readable past the grant's end, since nobody could go on writing without it. Who is who, and what is
/// published to all, as a place; elsewhere by type.
void addWhatStays(v1alpha::GrantedPlace &place, const record::ScopeId &scope, const domain::Policy &policy,
                  const record::Catalogue &catalogue)
{
    using namespace cadre::policy::v1;
    const auto *rule = policy.rule(scope.kind);
    if (rule == nullptr) {
        return;
    }
    const auto &writers = rule->writers();
    const bool isServers =
        std::all_of(writers.begin(), writers.end(), [](const auto &writer) { return writer.server(); });
    place.set_stays_open(rule->confidentiality() == CONFIDENTIALITY_P0
                         || (rule->confidentiality() == CONFIDENTIALITY_P1 && isServers));
    for (const auto &name : rule->types()) {
        const auto *type = catalogue.byName(name);
        if (type != nullptr && policy.isServerWritten(scope, name)) {
            place.add_server_types(type->number());
        }
    }
}

} // namespace

Grants::Grants(Academy &academy)
    : m_academy(academy)
    , m_list(academy.database(), academy.accounts(), academy.keys(), [&academy] { return academy.now(); })
{
}

const Grants::Places &Grants::placesOf(const record::Uuid &person)
{
    const auto version = m_academy.membership().version();
    if (version != m_version || m_places.size() >= mostPeople) {
        m_places.clear();
        m_version = version;
    }
    const auto known = m_places.find(person);
    if (known != m_places.end()) {
        return known->second;
    }
    Places places;
    std::vector<std::string> hashes;
    for (const auto &membership : m_academy.membership().of(person)) {
        const auto proto = toProto(membership);
        v1alpha::GrantedPlace place;
        // The same each time, so that the root moves with the places alone.
        const auto salt = m_academy.keys().secretOf("cadre.grant-salt.v1", { person.raw(), membership.scope.text() });
        place.set_salt(salt.substr(0, saltBytes));
        *place.mutable_scope() = proto.scope();
        place.set_may_write(proto.may_write());
        *place.mutable_roles() = proto.roles();
        place.set_lease_days(leaseDaysOf(membership));
        addWhatStays(place, membership.scope, m_academy.membership().policy(), m_academy.catalogue());
        places.encoded.push_back(place.SerializeAsString());
        hashes.push_back(merge::placeHash(places.encoded.back()));
    }
    places.root = merge::placesRoot(std::move(hashes));
    return m_places.emplace(person, std::move(places)).first->second;
}

cadre::sync::v1::SignedGrant Grants::issue(const record::Uuid &person, const std::string &root) const
{
    v1alpha::Grant grant;
    grant.set_format(1);
    grant.set_person(person.raw());
    grant.set_places_root(root);
    grant.set_issued_at(m_academy.now());
    grant.set_not_before(m_academy.now() - clockTolerance);
    grant.set_not_after(m_academy.now() + grantMilliseconds);
    if (m_current != nullptr) {
        grant.set_revocations_epoch(m_current->content.epoch);
        grant.set_revocations_number(m_current->content.number);
    }
    cadre::sync::v1::SignedGrant signedGrant;
    signedGrant.set_grant(grant.SerializeAsString());
    signedGrant.set_signature(m_academy.keys().sign(merge::grantDomain, signedGrant.grant()));
    return signedGrant;
}

void Grants::addTo(cadre::sync::v1::PollResponse &response, const record::Uuid &person,
                   const cadre::sync::v1::HeldGrant &asked)
{
    for (auto &change : m_academy.keys().changesSince(asked.keys_changed_at())) {
        *response.add_key_changes() = std::move(change);
    }
    // What a lost key signed may be all that it holds.
    const auto held = response.key_changes().empty() ? asked : cadre::sync::v1::HeldGrant();
    m_current = m_list.current(m_academy.host().epoch());
    if (m_current != nullptr
        && std::tuple(m_current->content.epoch, m_current->content.number)
            > std::tuple(held.revocations_epoch(), held.revocations_number())) {
        *response.mutable_revocations() = m_current->list;
    }
    const auto &places = placesOf(person);
    const bool isOther = places.root != held.places_root();
    const auto age = m_academy.now() - held.issued_at();
    if (isOther || age < 0 || age >= grantRenewalMilliseconds) {
        *response.mutable_grant() = issue(person, places.root);
    }
    if (isOther) {
        *response.mutable_granted_places() = { places.encoded.begin(), places.encoded.end() };
    }
}

void Grants::learnAgain(const cadre::sync::v1::SignedRevocations &earlier)
{
    const auto list = merge::verified(earlier, m_academy.keys().known().keys);
    if (!list) {
        return;
    }
    for (const auto &site : list->sites) {
        const auto device = m_academy.accounts().bySite(site);
        if (device && !device->isSignedOut()) {
            m_academy.accounts().revoke(site);
            m_academy.signedOut(device->person);
        }
    }
}

} // namespace server
