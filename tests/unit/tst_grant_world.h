// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/engine/granted.h"
#include "sync/engine/round.h"
#include "sync/host/key_signer.h"
#include "sync/store/database.h"
#include "sync/store/record_store.h"
#include "sync/store/record_values.h"
#include "cadre/sync/v1alpha/grant.pb.h"
#include "tests/sync/milestones.h"

#include <QTemporaryDir>

#include <memory>
#include <set>

namespace granting {

namespace v1 = cadre::sync::v1;

inline constexpr std::int64_t day = 24LL * 3600 * 1000;
inline constexpr std::int64_t start = 1'795'000'000'000;

inline const record::Uuid person = *record::Uuid::parse("01900000-0000-7000-8000-00000000000a");
inline const record::Uuid lost = *record::Uuid::parse("01900000-0000-7000-8000-00000000000b");
inline const record::Uuid other = *record::Uuid::parse("01900000-0000-7000-8000-00000000000c");
/// Of ImplementationPlan: here the server alone writes it.
inline constexpr std::uint32_t planNumber = 12;
inline const record::ScopeId district { 5, *record::Uuid::parse("01900000-0000-7000-8000-000000000001"), 0 };
/// Leased, and the next one stays open: their kind does not matter to the device, the server says which places are.
inline const record::ScopeId share { 5, *record::Uuid::parse("01900000-0000-7000-8000-000000000002"), 0 };
inline const record::ScopeId people { 5, *record::Uuid::parse("01900000-0000-7000-8000-000000000003"), 0 };

inline record::Entropy counted(std::uint8_t first)
{
    auto next = std::make_shared<std::uint8_t>(first);
    return [next](std::uint8_t *bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = (*next)++;
        }
    };
}

/// A server that signs what a test wants, and one device of it on a clock of its own.
struct Signed {
    QTemporaryDir folder;
    std::int64_t now = start;
    host::KeySigner server { merge::KeyPair::make(counted(1)), [this] { return now; } };
    host::KeySigner stranger { merge::KeyPair::make(counted(99)), [this] { return now; } };
    record::Catalogue catalogue = record::Catalogue::ofAcademy();
    store::Database database { folder.filePath("device.sqlite").toStdString() };
    std::unique_ptr<engine::Device> device = opened();

    Signed()
    {
        const auto request = device->enrollRequest("invite", "test");
        cadre::sync::v1alpha::EnrollResponse response;
        *response.mutable_certificate() =
            server.certify(*record::Uuid::fromRaw(request.site()), request.public_key(), person);
        response.set_token("token");
        response.set_person(person.raw());
        response.set_server_key(server.publicKey());
        for (const auto &scope : { district, share, people }) {
            auto &membership = *response.add_memberships();
            *membership.mutable_scope() = merge::toProto(scope);
            membership.set_may_write(true);
        }
        device->enrolled(response, "https://127.0.0.1", "");
    }

    std::unique_ptr<engine::Device> opened()
    {
        return std::make_unique<engine::Device>(
            database, catalogue, [this] { return now; }, counted(7));
    }

    static std::vector<std::string> places()
    {
        std::vector<std::string> result;
        for (const auto &[scope, days] : { std::pair { district, 0U }, { share, 14U }, { people, 0U } }) {
            cadre::sync::v1alpha::GrantedPlace place;
            place.set_salt(std::string(16, 's'));
            *place.mutable_scope() = merge::toProto(scope);
            place.set_may_write(true);
            place.set_lease_days(days);
            place.set_stays_open(scope == people);
            place.add_server_types(planNumber);
            result.push_back(place.SerializeAsString());
        }
        return result;
    }

    v1::SignedGrant grant(const host::Signer &signer, std::int64_t issuedAt, const record::Uuid &of = person)
    {
        cadre::sync::v1alpha::Grant content;
        content.set_format(1);
        content.set_person(of.raw());
        std::vector<std::string> hashes;
        for (const auto &place : places()) {
            hashes.push_back(merge::placeHash(place));
        }
        content.set_places_root(merge::placesRoot(std::move(hashes)));
        content.set_issued_at(issuedAt);
        content.set_not_before(issuedAt);
        content.set_not_after(issuedAt + 30 * day);
        v1::SignedGrant result;
        result.set_grant(content.SerializeAsString());
        result.set_signature(signer.sign(merge::grantDomain, result.grant()));
        return result;
    }

    v1::SignedRevocations list(const host::Signer &signer, const merge::Revocations &content)
    {
        v1::SignedRevocations result;
        result.set_revocations(merge::encoded(content));
        result.set_signature(signer.sign(merge::revocationsDomain, result.revocations()));
        return result;
    }

    v1::SignedRevocations list(std::uint64_t number) { return list(server, { 0, number, start, { lost }, {} }); }

    /// One round whose Poll is answered with this.
    engine::Report poll(v1::PollResponse response)
    {
        response.set_server_time(now);
        response.set_memberships_digest("same");
        for (const auto &scope : { district, share, people }) {
            auto &membership = *response.add_memberships();
            *membership.mutable_scope() = merge::toProto(scope);
            membership.set_may_write(true);
        }
        engine::Round round(*device);
        while (const auto call = round.next()) {
            // What is pushed waits: this server takes nothing.
            round.answer({ 200, call->path.ends_with("Poll") ? response.SerializeAsString() : std::string(), {} });
        }
        return round.report();
    }

    engine::Report pollGrant(const v1::SignedGrant &granted)
    {
        v1::PollResponse response;
        *response.mutable_grant() = granted;
        for (const auto &place : places()) {
            response.add_granted_places(place);
        }
        return poll(response);
    }

    engine::Report pollList(const v1::SignedRevocations &revocations)
    {
        v1::PollResponse response;
        *response.mutable_revocations() = revocations;
        return poll(response);
    }

    record::Uuid save(const record::ScopeId &scope)
    {
        auto form = device->openNew("Milestone", scope);
        device->save({ { &form, milestone("Offers") } });
        return form.key.id;
    }

    /// What `author` wrote elsewhere, as a pull brings it; its id.
    record::Uuid pulled(const record::ScopeId &scope, const record::Uuid &author, const record::Message &message)
    {
        const auto form = device->openNew(message.GetDescriptor()->name(), scope);
        pull(form, author, message);
        return form.key.id;
    }

    record::Uuid pulled(const record::ScopeId &scope, const record::Uuid &author)
    {
        return pulled(scope, author, *milestone("Offers"));
    }

    /// `author` saved this elsewhere, from a form like that one.
    void pull(const engine::Form &form, const record::Uuid &author, const record::Message &message)
    {
        v1::RecordEdit edit;
        edit.set_type(form.key.type);
        edit.set_record(form.key.id.raw());
        const auto life = form.contexts.find(0);
        *edit.add_ops() = store::lifeOp(true, life == form.contexts.end() ? merge::Context() : life->second);
        for (const auto &op : store::difference(*form.opened, message, form.contexts, *form.base)) {
            *edit.add_ops() = op;
        }
        v1::Header header;
        *header.mutable_scope() = merge::toProto(form.key.scope);
        header.set_site(device->newId().raw());
        header.set_seq(1);
        header.set_hybrid_time(static_cast<std::uint64_t>(now) << 16U);
        header.set_author(author.raw());
        header.set_schema(1);
        (void)store::RecordStore(database, catalogue).apply(merge::makeChange(header, { edit }, counted(3)));
    }

    std::set<record::Uuid> shown(store::Query query = {})
    {
        query.type = "Milestone";
        std::set<record::Uuid> ids;
        for (const auto &stored : device->list(query)) {
            ids.insert(stored.key.id);
        }
        return ids;
    }

    std::uint64_t number() const
    {
        const auto known = device->granted().list;
        return known ? known->number : 0;
    }
};

} // namespace granting
