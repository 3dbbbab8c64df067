// SPDX-License-Identifier: Apache-2.0
#include "sync/server/push.h"

#include "sync/server/academy.h"
#include "sync/server/judgement.h"
#include "sync/server/problem.h"
#include "sync/server/protocol.h"

#include <optional>

namespace server {

namespace {

namespace wire = cadre::sync::v1;

constexpr int mostRuns = 1000;
constexpr int mostChanges = 20'000;

constexpr auto copiedSentence =
    "This device's changes went on in two ways, as happens with a copied device or a restored "
    "backup. Nothing is lost here; enroll this device again to go on.";

wire::Verdict verdictFor(const merge::Change &change)
{
    wire::Verdict verdict;
    *verdict.mutable_scope() = change.header.scope();
    verdict.mutable_dot()->set_site(change.dot.site.raw());
    verdict.mutable_dot()->set_seq(change.dot.seq);
    return verdict;
}

wire::Verdict held(const merge::Change &change, const std::string &reason, const std::string &sentence)
{
    wire::Verdict verdict = verdictFor(change);
    verdict.set_verdict(wire::VERDICT_CLASS_HELD);
    verdict.set_reason(reason);
    verdict.set_sentence(sentence);
    return verdict;
}

/// Reads a run and holds its shape against itself: one site, one scope, one chain.
std::vector<merge::Change> readRun(const wire::Run &run)
{
    if (run.format() != 1 || run.signature_algorithm() != 1) {
        throw Problem(Code::FailedPrecondition,
                      "The app sends changes in a way that this server does not know. Update the server.");
    }
    if (run.headers_size() == 0 || run.headers_size() != run.bodies_size()) {
        throw Problem(Code::InvalidArgument, "A run of changes does not hold as many bodies as headers.");
    }
    std::vector<merge::Change> changes;
    for (int i = 0; i < run.headers_size(); ++i) {
        auto read = merge::readChange(run.headers(i), run.bodies(i));
        if (!read.change) {
            throw Problem(Code::InvalidArgument, read.problem);
        }
        if (!read.change->hasBody()) {
            throw Problem(Code::InvalidArgument, "A change came without its body.");
        }
        if (!changes.empty()) {
            const auto &last = changes.back();
            const auto &next = *read.change;
            if (next.scope != last.scope || next.dot.site != last.dot.site || next.dot.seq != last.dot.seq + 1
                || next.header.previous() != last.headerHash) {
                throw Problem(Code::InvalidArgument, "The changes of a run do not follow one another.");
            }
        }
        changes.push_back(std::move(*read.change));
    }
    return changes;
}

class Pushing {
public:
    Pushing(Academy &academy, const EnrolledDevice &device)
        : m_academy(academy)
        , m_device(device)
    {
    }

    void take(const wire::Run &run)
    {
        std::vector<merge::Change> changes = readRun(run);
        try {
            requireAuthentic(run, changes);
            Work work(m_academy);
            std::vector<wire::Verdict> verdicts = place(run, changes);
            work.commit();
            for (auto &verdict : verdicts) {
                *m_response.add_verdicts() = std::move(verdict);
            }
        } catch (const Problem &problem) {
            note(problem);
            for (const auto &change : changes) {
                *m_response.add_verdicts() = held(change, codeName(problem.code()), problem.what());
            }
            return;
        }
        m_tookAny = true;
    }

    void note(const Problem &problem)
    {
        if (!m_problem) {
            m_problem = problem;
        }
    }

    wire::PushResponse finish()
    {
        if (m_problem && !m_tookAny) {
            throw *m_problem;
        }
        m_response.set_server_time(m_academy.now());
        return std::move(m_response);
    }

private:
    void requireAuthentic(const wire::Run &run, const std::vector<merge::Change> &changes) const
    {
        if (changes.front().dot.site != m_device.site) {
            throw Problem(Code::PermissionDenied,
                          "These changes belong to another device than the one that sent them.");
        }
        if (run.has_certificate()) {
            const auto certificate = m_academy.keys().verified(run.certificate());
            if (!certificate || certificate->site() != m_device.site.raw()
                || certificate->public_key() != m_device.publicKey) {
                throw Problem(Code::PermissionDenied,
                              "This device's certificate is not one that this server gave. Enroll the device again.");
            }
        }
        if (!merge::isSigned(merge::runDomain, changes.back().headerHash, run.signature(), m_device.publicKey)) {
            throw Problem(Code::InvalidArgument,
                          "The signature under these changes does not fit them, so they were not taken. "
                          "They are still on the device.");
        }
    }

    std::vector<wire::Verdict> place(const wire::Run &run, std::vector<merge::Change> &changes)
    {
        auto &log = m_academy.log();
        const auto head = log.head(changes.front().scope, m_device.site).value_or(store::ChainHead {});
        std::vector<wire::Verdict> verdicts;
        std::uint64_t seq = head.seq;
        std::string previous = head.headerHash;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            merge::Change &change = changes[i];
            if (change.dot.seq <= head.seq) {
                verdicts.push_back(again(change));
                continue;
            }
            if (change.dot.seq != seq + 1) {
                verdicts.push_back(held(
                    change, "hole", "An earlier change of this device has not arrived yet. This one waits for it."));
                continue;
            }
            if (change.header.previous() != previous) {
                throw Problem(Code::FailedPrecondition, copiedSentence);
            }
            seq = change.dot.seq;
            previous = change.headerHash;
            const bool last = i + 1 == changes.size();
            verdicts.push_back(append(std::move(change), last ? run.signature() : std::string()));
        }
        return verdicts;
    }

    wire::Verdict again(const merge::Change &change) const
    {
        const auto known = m_academy.log().find(change.scope, change.dot);
        if (!known || known->header != change.headerBytes) {
            throw Problem(Code::FailedPrecondition, copiedSentence);
        }
        wire::Verdict verdict = verdictFor(change);
        verdict.set_verdict(known->verdict);
        verdict.set_rev(known->rev);
        verdict.set_reason(known->reason);
        verdict.set_sentence(known->sentence);
        return verdict;
    }

    wire::Verdict append(merge::Change change, const std::string &signature)
    {
        const Refusal refusal = judge(m_academy, change, m_device.person);
        store::LoggedChange place;
        place.header = change.headerBytes;
        place.body = change.bodyBytes;
        place.signature = signature;
        place.rev = m_academy.log().cursor(change.scope).rev() + 1;
        place.reason = refusal.reason;
        place.sentence = refusal.sentence;
        place.verdict = wire::VERDICT_CLASS_QUARANTINED;
        if (refusal.empty()) {
            m_academy.makers().note(change);
            place.verdict =
                m_academy.records().apply(change) ? wire::VERDICT_CLASS_CONFLICT : wire::VERDICT_CLASS_APPLIED;
        }
        m_academy.log().append(change, place);
        wire::Verdict verdict = verdictFor(change);
        verdict.set_verdict(place.verdict);
        verdict.set_rev(place.rev);
        verdict.set_reason(place.reason);
        verdict.set_sentence(place.sentence);
        m_academy.effects().moved.insert(change.scope);
        if (refusal.empty()) {
            m_academy.effects().applied.push_back(std::move(change));
        }
        return verdict;
    }

    Academy &m_academy;
    const EnrolledDevice &m_device;
    wire::PushResponse m_response;
    std::optional<Problem> m_problem;
    bool m_tookAny = false;
};

} // namespace

wire::PushResponse push(Academy &academy, const EnrolledDevice &device, const wire::PushRequest &request)
{
    // An old app may always upload: only one that has left this protocol behind is turned away.
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    int changes = 0;
    for (const auto &run : request.runs()) {
        changes += run.headers_size();
    }
    if (request.runs_size() > mostRuns || changes > mostChanges) {
        throw Problem(Code::ResourceExhausted,
                      "That is more than this server takes at once. Send the changes in smaller parts.");
    }
    Pushing pushing(academy, device);
    for (const auto &run : request.runs()) {
        try {
            pushing.take(run);
        } catch (const Problem &problem) {
            pushing.note(problem);
        }
    }
    return pushing.finish();
}

} // namespace server
