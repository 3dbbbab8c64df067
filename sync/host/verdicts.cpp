// SPDX-License-Identifier: Apache-2.0
#include "sync/host/verdicts.h"

namespace host {

namespace {

namespace wire = cadre::sync::v1;

constexpr auto earlySentence = "The server has yet to get back what this change was made from. It waits for that.";
constexpr auto lostSentence =
    "Part of what this change was made from was lost with an earlier state of the server. It is wanted without.";
constexpr auto baseSentence = "This change says what it was made from, and that was erased. It is wanted without.";

wire::Verdict verdictFor(const merge::Change &change)
{
    wire::Verdict verdict;
    *verdict.mutable_scope() = change.header.scope();
    verdict.mutable_dot()->set_site(change.dot.site.raw());
    verdict.mutable_dot()->set_seq(change.dot.seq);
    return verdict;
}

} // namespace

wire::Verdict held(const merge::Change &change, const std::string &reason, const std::string &sentence)
{
    wire::Verdict verdict = verdictFor(change);
    verdict.set_verdict(wire::VERDICT_CLASS_HELD);
    verdict.set_reason(reason);
    verdict.set_sentence(sentence);
    return verdict;
}

wire::Verdict held(const merge::Change &change, const Standing &standing)
{
    switch (standing.hold) {
    case Hold::Hole:
        return held(change, "hole", erasedPartSentence);
    case Hold::Base:
        return held(change, "base", baseSentence);
    case Hold::Lost:
        break;
    default:
        return held(change, "early", earlySentence);
    }
    auto verdict = held(change, "lost", lostSentence);
    for (const auto &dot : standing.claims.lacking) {
        auto &lacking = *verdict.add_lacking();
        lacking.set_site(dot.site.raw());
        lacking.set_seq(dot.seq);
    }
    return verdict;
}

wire::Verdict settled(const merge::Change &change, const store::LoggedChange &place)
{
    wire::Verdict verdict = verdictFor(change);
    verdict.set_verdict(place.verdict);
    verdict.set_rev(place.rev);
    verdict.set_reason(place.reason);
    verdict.set_sentence(place.sentence);
    return verdict;
}

} // namespace host
