// SPDX-License-Identifier: Apache-2.0
#include "sync/host/host.h"
#include "sync/host/problem.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include <algorithm>

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

/// Everybody may read; a change at an odd time is set aside.
class Rules : public host::Rules {
public:
    [[nodiscard]] host::Refusal judge(const merge::Change &change) override
    {
        return change.header.hybrid_time() % 2 == 1 ? host::Refusal { "odd", "An odd change." } : host::Refusal {};
    }
    [[nodiscard]] bool mayRead(const record::Uuid &, const record::ScopeId &) override { return true; }
    [[nodiscard]] std::vector<wire::Membership> memberships(const record::Uuid &) override
    {
        wire::Membership membership;
        *membership.mutable_scope() = merge::toProto(academy::scope());
        return { membership };
    }
    [[nodiscard]] std::optional<wire::SignedCertificate> certificate(const record::Uuid &site) override
    {
        if (site != academy::colleagueSite()) {
            return std::nullopt;
        }
        return academy::certificate(site, academy::colleagueKeys().publicKey, academy::colleague());
    }
    void accept(const merge::Change &) override { }
    void applied(merge::Change) override { }
    void follow() override { }
};

class Signer : public host::Signer {
public:
    [[nodiscard]] const std::string &publicKey() const override { return academy::serverKeys().publicKey; }
    [[nodiscard]] std::string sign(std::string_view domain, std::string_view bytes) const override
    {
        return merge::sign(domain, bytes, academy::serverKeys().secretKey);
    }
    [[nodiscard]] bool isSigned(std::string_view domain, std::string_view bytes,
                                std::string_view signature) const override
    {
        return merge::isSigned(domain, bytes, signature, academy::serverKeys().publicKey);
    }
    [[nodiscard]] wire::SignedCertificate certify(const record::Uuid &site, const std::string &publicKey,
                                                  const record::Uuid &person) const override
    {
        return academy::certificate(site, publicKey, person);
    }
    [[nodiscard]] std::optional<wire::Certificate> verified(const wire::SignedCertificate &certificate) const override
    {
        wire::Certificate read;
        const bool holds = isSigned(merge::certificateDomain, certificate.certificate(), certificate.signature());
        return holds && read.ParseFromString(certificate.certificate()) ? std::optional(read) : std::nullopt;
    }
};

/// A host with a store in memory, which every input finds empty.
struct Server {
    store::Database database { ":memory:" };
    store::Log log { database };
    store::RecordStore records { database, academy::catalogue() };
    Rules rules;
    Signer signer;
    host::Host host { database, log, records, rules, signer, &academy::now };
};

Server &server()
{
    static Server server;
    return server;
}

/// One device that speaks to it.
class Conversation {
public:
    void push(const wire::PushRequest &request)
    {
        try {
            store::Transaction transaction(m.database);
            const auto response = m.host.push(m_caller, request);
            transaction.commit();
            for (const auto &verdict : response.verdicts()) {
                require(verdict.verdict() != 0, "every change gets a verdict");
            }
        } catch (const host::Problem &) {
        }
    }

    /// Everything that was taken can be read back, and holds together.
    void look()
    {
        require(m.log.check().empty(), "a host's log is sound whatever was pushed");
        wire::PullRequest pull;
        *pull.add_cursors()->mutable_scope() = merge::toProto(academy::scope());
        (void)m.host.pull(m_caller, pull);
        (void)m.host.poll(m_caller, {});
        cadre::sync::v1alpha::FetchRequest fetch;
        *fetch.add_wanted()->mutable_scope() = merge::toProto(academy::scope());
        (void)m.host.fetch(m_caller, fetch);
    }

private:
    Server &m { server() };
    store::Rehearsal m_rehearsal { m.database };
    host::Caller m_caller { academy::colleagueSite(), academy::colleague(), academy::colleagueKeys().publicKey };
};

/// Each run as a request of its own, then all of them once more.
void converse(const wire::PushRequest &request)
{
    Conversation conversation;
    for (const auto &run : request.runs()) {
        wire::PushRequest one;
        *one.add_runs() = run;
        conversation.push(one);
    }
    conversation.push(request);
    conversation.look();
}

void run(std::string_view input)
{
    wire::PushRequest request;
    if (!request.ParseFromArray(input.data(), static_cast<int>(input.size())) || request.runs_size() > 50) {
        return;
    }
    converse(request);
    Chain chain(academy::colleagueSite(), academy::colleague());
    for (auto &run : *request.mutable_runs()) {
        run.set_format(1);
        run.set_signature_algorithm(1);
        for (int i = 0; i < std::min({ run.headers_size(), run.bodies_size(), 64 }); ++i) {
            run.set_headers(i, chain.next(run.headers(i), run.bodies(i)));
        }
        run.set_signature(merge::sign(merge::runDomain, chain.headHash(), academy::colleagueKeys().secretKey));
    }
    converse(request);
}

std::vector<std::string> seeds()
{
    Chain chain(academy::colleagueSite(), academy::colleague());
    wire::PushRequest request;
    request.mutable_protocol()->set_lowest(1);
    for (int i = 0; i < 3; ++i) {
        auto &run = *request.add_runs();
        run.set_format(1);
        run.set_signature_algorithm(1);
        for (int j = 0; j < 2; ++j) {
            const auto change = chain.next(academy::checkInEdit(academy::uuid(9), 30 + i));
            run.add_headers(change.headerBytes);
            run.add_bodies(change.bodyBytes);
        }
        run.set_signature(merge::sign(merge::runDomain, chain.headHash(), academy::colleagueKeys().secretKey));
        *run.mutable_certificate() =
            academy::certificate(academy::colleagueSite(), academy::colleagueKeys().publicKey, academy::colleague());
    }
    std::vector<std::string> seeds { request.SerializeAsString() };
    // Headers of nothing, two bytes each, and bodies of nothing.
    wire::PushRequest empty;
    for (int i = 0; i < 3000; ++i) {
        empty.add_runs();
    }
    seeds.push_back(empty.SerializeAsString());
    wire::PushRequest headers;
    auto &run = *headers.add_runs();
    for (int i = 0; i < 3000; ++i) {
        run.add_headers();
        run.add_bodies();
    }
    seeds.push_back(headers.SerializeAsString());
    return seeds;
}

} // namespace

const Target push { "push", &wire::PushRequest::default_instance(), &run, &seeds };

} // namespace fuzz
