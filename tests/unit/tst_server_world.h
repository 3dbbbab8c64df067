// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/policy.h"
#include "sync/engine/device.h"
#include "sync/engine/round.h"
#include "sync/server/academy.h"
#include "sync/server/problem.h"
#include "sync/server/rpc.h"
#include "sync/server/services.h"
#include "sync/store/record_values.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/plan.pb.h"

#include <QTemporaryDir>

#include <memory>

/// A small academy in a real store: a state, a district, a school, one pair and those around it.
class ServerWorld {
public:
    static constexpr std::int64_t start = 1'795'000'000'000; // 2026-11-18

    QTemporaryDir folder;
    std::int64_t now = start;
    std::uint8_t next = 1;
    std::uint64_t random = 1; // Before what is made with it.
    record::Catalogue catalogue = record::Catalogue::ofAcademy();
    store::Database database { (folder.path() + "/academy.db").toStdString() };
    server::Academy academy { database, catalogue, [this] { return now; },
                              [this](std::uint8_t *bytes, std::size_t count) { fill(bytes, count); }, "Test" };
    server::Counters counters;
    server::Services services { academy, counters };
    server::RpcTable table;

    record::Uuid state = id(), district = id(), school = id();
    record::Uuid mentor = id(), teacher = id(), lead = id(), principal = id(), districtLead = id();
    record::Uuid match = id(), plan = id();

    ServerWorld()
    {
        services.addTo(table);
        server::Work work(academy);
        organization(state, cadre::v1::ORGANIZATION_KIND_SEA, {});
        organization(district, cadre::v1::ORGANIZATION_KIND_LEA, state);
        organization(school, cadre::v1::ORGANIZATION_KIND_SCHOOL, district);
        person(mentor, "mentor", school, cadre::v1::ROLE_MT);
        person(teacher, "teacher", school, cadre::v1::ROLE_BT);
        person(lead, "lead", school, cadre::v1::ROLE_SL);
        person(principal, "principal", school, cadre::v1::ROLE_PR);
        person(districtLead, "district", district, cadre::v1::ROLE_DL);
        cadre::v1::MentorMatch pair;
        pair.set_mentor(mentor.text());
        pair.set_teacher(teacher.text());
        pair.set_school(school.text());
        pair.set_from("2026-08-01");
        pair.set_status(cadre::v1::MATCH_STATUS_ACTIVE);
        academy.author().write(scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, school), "MentorMatch", match, pair, lead, now);
        cadre::v1::ImplementationPlan implementation;
        implementation.set_org(district.text());
        implementation.set_title("Plan");
        implementation.set_status(cadre::v1::PLAN_STATUS_ACTIVE);
        academy.author().write(scope(cadre::v1::SCOPE_KIND_DISTRICT, district), "ImplementationPlan", plan,
                               implementation, districtLead, now);
        work.commit();
    }

    static record::ScopeId scope(cadre::v1::ScopeKind kind, const record::Uuid &key)
    {
        return { static_cast<std::uint32_t>(kind), key, 0 };
    }
    [[nodiscard]] record::ScopeId pairLog() const { return scope(cadre::v1::SCOPE_KIND_PAIR_LOG, match); }
    [[nodiscard]] record::ScopeId pair() const { return scope(cadre::v1::SCOPE_KIND_PAIR, match); }
    [[nodiscard]] record::ScopeId districtPlace() const { return scope(cadre::v1::SCOPE_KIND_DISTRICT, district); }

    record::Uuid id() { return academy.newId(); }

    void fill(std::uint8_t *bytes, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = static_cast<std::uint8_t>(random = random * 6364136223846793005ULL + 1442695040888963407ULL,
                                                 random >> 33);
        }
    }

    template <class Request>
    server::RpcReply send(const std::string &path, const Request &request, const std::string &token)
    {
        server::RpcCall call;
        call.path = path;
        call.body = request.SerializeAsString();
        call.caller = { token, "127.0.0.1", true };
        return table.answer(call);
    }

    template <class Message>
    std::optional<Message> stored(const record::ScopeId &place, const char *type, const record::Uuid &record)
    {
        const auto found = academy.records().get(store::RecordKey { catalogue.byName(type)->number(), record, place });
        if (!found || !found->alive) {
            return {};
        }
        return static_cast<const Message &>(*found->message);
    }

    [[nodiscard]] cadre::v1::CheckIn checkIn(int minutes) const
    {
        cadre::v1::CheckIn result;
        result.set_match_id(match.text());
        result.set_mentor(mentor.text());
        result.set_on("2026-11-17");
        result.set_minutes(minutes);
        result.set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
        return result;
    }

    [[nodiscard]] cadre::v1::Milestone milestone(const std::string &title) const
    {
        cadre::v1::Milestone result;
        result.set_plan(plan.text());
        result.set_title(title);
        result.set_baseline_due("2026-12-01");
        result.set_current_due("2026-12-01");
        result.set_status(cadre::v1::MILESTONE_STATUS_PLANNED);
        return result;
    }

    void organization(const record::Uuid &organization, cadre::v1::OrganizationKind kind, const record::Uuid &parent)
    {
        cadre::v1::Organization message;
        message.set_kind(kind);
        message.set_name("Organization");
        message.set_active(true);
        if (!parent.isNull()) {
            message.set_parent_id(parent.text());
        }
        academy.author().write(scope(cadre::v1::SCOPE_KIND_PEOPLE, organization), "Organization", organization, message,
                               {}, now);
    }

    void person(const record::Uuid &person, const std::string &login, const record::Uuid &at, cadre::v1::Role role)
    {
        const auto place = scope(cadre::v1::SCOPE_KIND_PEOPLE, at);
        cadre::v1::Person message;
        message.set_given("A");
        message.set_family(login);
        message.set_org_id(at.text());
        message.set_active(true);
        academy.author().write(place, "Person", person, message, {}, now);
        cadre::v1::RoleAssignment assignment;
        assignment.set_person(person.text());
        assignment.set_role(role);
        assignment.set_scope_org(at.text());
        assignment.set_from("2026-08-01");
        academy.author().write(place, "RoleAssignment", id(), assignment, {}, now);
        academy.accounts().add(login, person);
    }
};

/// A device without an engine: it signs what a test gives it, right or wrong.
class RawDevice {
public:
    ServerWorld &world;
    record::Uuid site;
    record::Uuid person;
    merge::KeyPair keys;
    std::string token;
    std::map<record::ScopeId, merge::Change> last;

    RawDevice(ServerWorld &owner, const std::string &login)
        : world(owner)
        , site(owner.id())
        , keys(merge::KeyPair::make(owner.academy.entropy()))
    {
        const auto enrolled = world.academy.accounts().enroll(enrollRequest(world.academy.accounts().invite(login)));
        person = enrolled.device.person;
        token = enrolled.token;
    }

    [[nodiscard]] cadre::sync::v1alpha::EnrollRequest enrollRequest(const std::string &invite) const
    {
        cadre::sync::v1alpha::EnrollRequest request;
        request.set_invite(invite);
        request.set_site(site.raw());
        request.set_key_algorithm(1);
        request.set_public_key(keys.publicKey);
        request.set_proof(merge::sign(merge::enrollDomain, invite + site.raw(), keys.secretKey));
        return request;
    }

    /// What this device says with a call over that challenge.
    [[nodiscard]] std::string prove(const std::string &path, const std::string &challenge,
                                    const std::string &body) const
    {
        return merge::proveCall("POST", path, challenge, body, keys.secretKey);
    }

    /// The next change of this device in the place: one record made new.
    merge::Change make(const record::ScopeId &place, std::uint32_t type, const record::Uuid &record,
                       const record::Message &message)
    {
        cadre::sync::v1::RecordEdit edit;
        edit.set_type(type);
        edit.set_record(record.raw());
        const std::unique_ptr<record::Message> nothing(message.New());
        for (auto &op : store::difference(*nothing, message, {}, *nothing)) {
            *edit.add_ops() = op;
        }
        *edit.add_ops() = store::lifeOp(true, {});
        return make(place, edit);
    }

    merge::Change make(const record::ScopeId &place, const cadre::sync::v1::RecordEdit &edit)
    {
        cadre::sync::v1::Header header;
        *header.mutable_scope() = merge::toProto(place);
        header.set_site(site.raw());
        const auto before = last.find(place);
        header.set_seq(before == last.end() ? 1 : before->second.dot.seq + 1);
        if (before != last.end()) {
            header.set_previous(before->second.headerHash);
        }
        header.set_hybrid_time(static_cast<std::uint64_t>(world.now) << 16);
        header.set_author(person.raw());
        header.set_schema(1);
        auto change = merge::makeChange(header, { edit }, world.academy.entropy());
        last.insert_or_assign(place, change);
        return change;
    }

    [[nodiscard]] cadre::sync::v1::Run run(const std::vector<merge::Change> &changes) const
    {
        cadre::sync::v1::Run run;
        run.set_format(1);
        run.set_signature_algorithm(1);
        for (const auto &change : changes) {
            run.add_headers(change.headerBytes);
            run.add_bodies(change.bodyBytes);
        }
        run.set_signature(merge::sign(merge::runDomain, changes.back().headerHash, keys.secretKey));
        return run;
    }

    server::RpcReply sendRuns(const std::vector<cadre::sync::v1::Run> &runs)
    {
        cadre::sync::v1::PushRequest request;
        for (const auto &run : runs) {
            *request.add_runs() = run;
        }
        return world.send("/cadre.sync.v1.SyncService/Push", request, token);
    }

    cadre::sync::v1::PushResponse push(const std::vector<cadre::sync::v1::Run> &runs)
    {
        cadre::sync::v1::PushResponse response;
        const auto reply = sendRuns(runs);
        if (reply.status != 200 || !response.ParseFromString(reply.body)) {
            throw std::runtime_error(reply.body);
        }
        return response;
    }

    cadre::sync::v1::PullResponse pull(const record::ScopeId &place)
    {
        cadre::sync::v1::PullRequest request;
        *request.add_cursors()->mutable_scope() = merge::toProto(place);
        cadre::sync::v1::PullResponse response;
        (void)response.ParseFromString(world.send("/cadre.sync.v1.SyncService/Pull", request, token).body);
        return response;
    }
};
