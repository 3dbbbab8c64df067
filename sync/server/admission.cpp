// SPDX-License-Identifier: Apache-2.0
#include "sync/server/admission.h"

#include <chrono>

namespace server {

namespace {

constexpr const char *unsignedSentence =
    "This call has to be signed by its device over the challenge that came with this answer. Sign it and send it "
    "again; an app that goes on saying this needs an update.";
constexpr const char *wrongSignatureSentence =
    "This call's signature does not hold, or the call has been here before. Nothing was done.";
constexpr const char *tooOftenSentence =
    "Your devices ask more often than this server can answer. What is saved is safe; it goes on in a moment.";

/// Of a clock that is never set.
std::int64_t milliseconds()
{
    using namespace std::chrono;
    return duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Admission::Admission(Academy &academy, Counters &counters, const AskingLimits &limits)
    : m_academy(academy)
    , m_counters(counters)
    , m_limits(limits)
    , m_addresses(limits.ofAddress)
    , m_persons(limits.ofPerson)
    , m_proofs([&academy] { return academy.now(); }, academy.entropy())
{
}

std::int64_t Admission::enter(const std::string &address)
{
    const auto wait = m_addresses.take(address, milliseconds());
    m_counters.refusedByAddress += wait > 0 ? 1 : 0;
    return wait;
}

void Admission::wasStranger(const std::string &address)
{
    m_addresses.charge(address, milliseconds(), m_limits.pricePerStranger);
}

bool Admission::needsProof(const std::string &path)
{
    return path.rfind("/cadre.sync.v1alpha.EnrollmentService/", 0) != 0
        && path.rfind("/cadre.sync.v1alpha.AdminService/", 0) != 0
        && path.rfind("/cadre.sync.v1alpha.RightsService/", 0) != 0;
}

std::optional<RpcReply> Admission::refusalOf(const RpcCall &call)
{
    if (!needsProof(call.path)) {
        return {};
    }
    const auto device = m_academy.accounts().withToken(call.caller.bearer);
    if (!device) {
        return {}; // The service says that it is not known.
    }
    const auto verdict = call.caller.proof
        ? m_proofs.take(*call.caller.proof, call.caller.signedContent, device->publicKey)
        : CallProofs::Answer::Wanted;
    if (verdict != CallProofs::Answer::Taken) {
        const bool isWrong = verdict == CallProofs::Answer::Wrong;
        if (isWrong) {
            ++m_counters.failures;
            wasStranger(call.caller.address);
        }
        auto reply = errorReply(Code::Unauthenticated, isWrong ? wrongSignatureSentence : unsignedSentence);
        reply.challenge = m_proofs.challenge();
        return reply;
    }
    // After the proof: who has a person's token alone can't use up what she may ask.
    if (m_persons.take(device->person.raw(), milliseconds()) > 0) {
        ++m_counters.refusedByAccount;
        return errorReply(Code::ResourceExhausted, tooOftenSentence);
    }
    return {};
}

std::string Admission::newChallenge(const RpcCall &call)
{
    const auto &challenge = m_proofs.challenge();
    return call.caller.proof && call.caller.proof->challenge != challenge ? challenge : std::string();
}

} // namespace server
