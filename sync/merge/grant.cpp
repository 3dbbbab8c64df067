// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/grant.h"

#include "sync/merge/change.h"
#include "sync/merge/server_keys.h"
#include "cadre/sync/v1alpha/grant.pb.h"

#include <algorithm>
#include <tuple>

namespace merge {

namespace {

namespace v1 = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;

constexpr std::uint32_t formatKnown = 1;
constexpr std::size_t idBytes = 16;
constexpr std::int64_t dayMilliseconds = 24LL * 3600 * 1000;

std::optional<std::set<record::Uuid>> readSites(std::string_view bytes)
{
    std::set<record::Uuid> sites;
    if (bytes.size() % idBytes != 0) {
        return {};
    }
    for (std::size_t at = 0; at < bytes.size(); at += idBytes) {
        sites.insert(sites.end(), *record::Uuid::fromRaw(bytes.substr(at, idBytes)));
    }
    return sites;
}

std::optional<Revocations> read(const std::string &bytes)
{
    v1alpha::Revocations message;
    if (!message.ParseFromString(bytes) || message.format() != formatKnown || message.number() == 0) {
        return {};
    }
    auto sites = readSites(message.sites());
    if (!sites) {
        return {};
    }
    Revocations list { message.epoch(), message.number(), message.issued_at(), std::move(*sites), {} };
    for (const auto &ended : message.ended()) {
        const auto person = record::Uuid::fromRaw(ended.person());
        if (!person) {
            return {};
        }
        list.ended[*person] = ended.issued_before();
    }
    return list;
}

std::optional<GrantedPlace> readPlace(const std::string &bytes)
{
    v1alpha::GrantedPlace message;
    const auto scope = message.ParseFromString(bytes) ? fromProto(message.scope()) : std::nullopt;
    if (!scope) {
        return {};
    }
    return GrantedPlace { *scope,
                          message.may_write(),
                          { message.roles().begin(), message.roles().end() },
                          message.lease_days(),
                          message.stays_open(),
                          { message.server_types().begin(), message.server_types().end() } };
}

} // namespace

std::string encoded(const Revocations &list)
{
    v1alpha::Revocations message;
    message.set_format(formatKnown);
    message.set_epoch(list.epoch);
    message.set_number(list.number);
    message.set_issued_at(list.issuedAt);
    for (const auto &site : list.sites) {
        message.mutable_sites()->append(site.raw());
    }
    for (const auto &[person, before] : list.ended) {
        auto &ended = *message.add_ended();
        ended.set_person(person.raw());
        ended.set_issued_before(before);
    }
    return message.SerializeAsString();
}

std::optional<Revocations> verified(const v1::SignedRevocations &list, const std::string &serverKey)
{
    const bool holds = isSignedByServer(revocationsDomain, list.revocations(), list.signature(), serverKey);
    return holds ? read(list.revocations()) : std::nullopt;
}

ListAnswer compare(const v1::SignedRevocations &held, const v1::SignedRevocations &offered,
                   const std::string &serverKey)
{
    const auto next = verified(offered, serverKey);
    if (!next) {
        return ListAnswer::Forged;
    }
    const auto known = verified(held, serverKey);
    if (!known || std::tie(next->epoch, next->number) > std::tie(known->epoch, known->number)) {
        return ListAnswer::Later;
    }
    if (std::tie(next->epoch, next->number) < std::tie(known->epoch, known->number)) {
        return ListAnswer::Older;
    }
    return held.revocations() == offered.revocations() ? ListAnswer::Same : ListAnswer::Another;
}

std::optional<Grant> verified(const v1::SignedGrant &grant, const std::string &serverKey)
{
    v1alpha::Grant message;
    if (!isSignedByServer(grantDomain, grant.grant(), grant.signature(), serverKey)
        || !message.ParseFromString(grant.grant()) || message.format() != formatKnown) {
        return {};
    }
    const auto person = record::Uuid::fromRaw(message.person());
    if (!person) {
        return {};
    }
    return Grant { *person,
                   message.places_root(),
                   message.issued_at(),
                   message.not_before(),
                   message.not_after(),
                   message.revocations_epoch(),
                   message.revocations_number() };
}

std::string placeHash(std::string_view place)
{
    return hash("cadre.granted-place.v1", { place });
}

std::string placesRoot(std::vector<std::string> hashes)
{
    std::sort(hashes.begin(), hashes.end());
    std::string all;
    for (const auto &one : hashes) {
        all += one;
    }
    return hash("cadre.granted-places.v1", { all });
}

std::optional<std::vector<GrantedPlace>> openedPlaces(const Grant &grant, const std::vector<std::string> &places,
                                                      const std::vector<std::string> &others)
{
    const bool areHashes = std::all_of(others.begin(), others.end(), [](const auto &one) { return one.size() == 32; });
    if (!areHashes) {
        return {};
    }
    std::vector<std::string> hashes = others;
    std::vector<GrantedPlace> opened;
    for (const auto &bytes : places) {
        auto place = readPlace(bytes);
        if (!place) {
            return {};
        }
        opened.push_back(std::move(*place));
        hashes.push_back(placeHash(bytes));
    }
    return placesRoot(std::move(hashes)) == grant.placesRoot ? std::optional(std::move(opened)) : std::nullopt;
}

std::int64_t readableUntil(const Grant &grant, const GrantedPlace &place)
{
    const auto lease = grant.issuedAt + place.leaseDays * dayMilliseconds;
    return place.leaseDays == 0 ? grant.notAfter : std::min(grant.notAfter, lease);
}

Standing standing(const Grant &grant, const GrantedPlace &place, std::int64_t now, const Revocations *list)
{
    if (list != nullptr) {
        const auto ended = list->ended.find(grant.person);
        if (ended != list->ended.end() && grant.issuedAt < ended->second) {
            return Standing::Withdrawn;
        }
    }
    if (now < grant.notBefore) {
        return Standing::NotYet;
    }
    if (now >= grant.notAfter) {
        return Standing::Ended;
    }
    return now >= readableUntil(grant, place) ? Standing::LeaseEnded : Standing::Good;
}

DeviceStanding standing(const v1::SignedCertificate &device, const std::string &serverKey, const Revocations *list)
{
    v1::Certificate certificate;
    const bool holds = isSignedByServer(certificateDomain, device.certificate(), device.signature(), serverKey)
        && certificate.ParseFromString(device.certificate());
    const auto site = holds ? record::Uuid::fromRaw(certificate.site()) : std::nullopt;
    if (!site) {
        return DeviceStanding::Forged;
    }
    return list != nullptr && list->isSignedOut(*site) ? DeviceStanding::SignedOut : DeviceStanding::Good;
}

} // namespace merge
