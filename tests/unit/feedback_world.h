// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/feedback_service.h"
#include "sync/server/holds.h"
#include "sync/server/schema.h"
#include "tests/unit/tst_server_world.h"

namespace asking {

namespace v1alpha = cadre::sync::v1alpha;

/// A district whose regional center asks how a meeting was, and six people who took part in it.
struct Asked {
    ServerWorld world;
    server::FeedbackService service { world.academy };
    server::Feedback feedback { world.academy };
    record::Uuid center = world.id();
    record::Uuid host = world.id();
    record::Uuid round = world.id();

    Asked()
    {
        service.addTo(world.table);
        server::Work work(world.academy);
        world.organization(center, cadre::v1::ORGANIZATION_KIND_RCC, {});
        cadre::v1::OrgService serving;
        serving.set_rcc_id(center.text());
        serving.set_sea_id(world.state.text());
        serving.set_from("2026-01-01");
        world.academy.author().write(ServerWorld::scope(cadre::v1::SCOPE_KIND_PEOPLE, center), "OrgService", world.id(),
                                     serving, {}, world.now);
        world.person(host, "host", center, cadre::v1::ROLE_RC);
        for (const char *login : { "two", "three", "four", "five", "six" }) {
            world.person(world.id(), login, world.district, cadre::v1::ROLE_DM);
        }
        world.academy.author().write(world.districtPlace(), "FeedbackRound", round, roundRecord(), host, world.now);
        work.commit();
    }

    [[nodiscard]] cadre::v1::FeedbackRound roundRecord() const
    {
        cadre::v1::FeedbackRound record;
        record.set_org(center.text());
        record.set_title("Regional meeting");
        record.set_on("2026-11-17");
        record.set_closes("2026-11-30");
        return record;
    }

    server::RpcReply ask(const RawDevice &device, const blind::Blinded &blinded)
    {
        v1alpha::IssueTokenRequest request;
        *request.mutable_scope() = merge::toProto(world.districtPlace());
        request.set_round(round.raw());
        request.set_blinded_element(blinded.element);
        return world.send("/cadre.sync.v1alpha.FeedbackService/IssueToken", request, device.token);
    }

    /// What that person hands in, with her token.
    v1alpha::HandInRequest tokenFor(const std::string &login, std::uint32_t answer)
    {
        const RawDevice device(world, login);
        std::string input(32, '\0');
        world.fill(reinterpret_cast<std::uint8_t *>(input.data()), input.size());
        const auto blinded = blind::blinded(input, world.academy.entropy());
        const auto reply = ask(device, *blinded);
        v1alpha::IssueTokenResponse response;
        if (reply.status != 200 || !response.ParseFromString(reply.body)) {
            throw std::runtime_error(reply.body);
        }
        const auto token = blind::finalized(input, *blinded, { response.evaluated_element(), response.proof() },
                                            response.public_key());
        v1alpha::HandInRequest request;
        *request.mutable_scope() = merge::toProto(world.districtPlace());
        request.set_round(round.raw());
        request.set_input(input);
        request.set_token(token.value());
        request.mutable_answer()->set_relevance(answer);
        request.mutable_answer()->set_usefulness(answer);
        request.mutable_answer()->set_quality(5);
        request.mutable_answer()->set_met_needs(1);
        return request;
    }

    server::RpcReply handIn(const v1alpha::HandInRequest &request, const std::string &token = {})
    {
        return world.send("/cadre.sync.v1alpha.FeedbackService/HandIn", request, token);
    }

    void deleteRound()
    {
        server::Work work(world.academy);
        world.academy.author().remove(world.districtPlace(), "FeedbackRound", round, host, world.now);
        work.commit();
    }

    void close()
    {
        world.now += 30LL * 24 * 60 * 60 * 1000;
        while (feedback.tellNext()) { }
    }

    std::optional<cadre::v1::FeedbackTotal> total()
    {
        store::Query query;
        query.type = "FeedbackTotal";
        const auto found = world.academy.records().list(query);
        if (found.empty() || found[0].key.scope != record::ScopeId { cadre::v1::SCOPE_KIND_INBOX, center, 4 }) {
            return {};
        }
        return static_cast<const cadre::v1::FeedbackTotal &>(*found[0].message);
    }

    std::int64_t rowsOf(const std::string &table)
    {
        store::Statement count(world.database, "SELECT count(*) FROM " + table);
        (void)count.step();
        return count.integer(0);
    }
};

} // namespace asking
