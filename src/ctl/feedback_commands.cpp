// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/call.h"
#include "src/ctl/commands.h"
#include "src/ctl/lines.h"
#include "sync/blind/voprf.h"
#include "sync/merge/change.h"
#include "cadre/store/v1/state.pb.h"
#include "cadre/sync/v1alpha/feedback.pb.h"
#include "cadre/v1/feedback.pb.h"

#include <QJsonObject>

namespace ctl {

namespace {

namespace v1alpha = cadre::sync::v1alpha;
using cadre::store::v1::FeedbackToken;

constexpr auto service = "FeedbackService";
constexpr std::size_t inputSize = 32;

std::string draftOf(const record::Uuid &round)
{
    return "feedback/" + round.text();
}

FeedbackToken keptFor(Session &session, const record::Uuid &round)
{
    FeedbackToken kept;
    (void)kept.ParseFromString(session.device().draft(draftOf(round)).value_or(std::string()));
    return kept;
}

/// What is asked with: kept before the server hears of it, so that a lost answer can be asked for again.
FeedbackToken newToken(const store::StoredRecord &round)
{
    const auto entropy = record::systemEntropy();
    FeedbackToken token;
    token.set_scope(round.key.scope.text());
    token.set_round(round.key.id.raw());
    token.mutable_input()->resize(inputSize);
    entropy(reinterpret_cast<std::uint8_t *>(token.mutable_input()->data()), inputSize);
    const auto blinded = blind::blinded(token.input(), entropy);
    token.set_blind(blinded->blind);
    token.set_blinded_element(blinded->element);
    return token;
}

/// The key with which everybody in the place of the round is told that its tokens are made.
std::string shownKey(Session &session, const FeedbackToken &token)
{
    store::Query query;
    query.type = "FeedbackKey";
    query.scope = parseScope(token.scope());
    query.where.push_back({ "round", record::Uuid::fromRaw(token.round())->text() });
    for (const auto &found : session.device().list(query)) {
        return static_cast<const cadre::v1::FeedbackKey &>(*found.message).public_key();
    }
    return {};
}

} // namespace

void askForFeedbackToken(Session &session, const std::string &id)
{
    const auto round = session.stored("FeedbackRound", id, {});
    auto kept = keptFor(session, round.key.id);
    if (kept.token().empty()) {
        if (kept.input().empty())
            kept = newToken(round);
        session.device().keepDraft(draftOf(round.key.id), kept.SerializeAsString());
        v1alpha::IssueTokenRequest request;
        *request.mutable_scope() = merge::toProto(round.key.scope);
        request.set_round(round.key.id.raw());
        request.set_blinded_element(kept.blinded_element());
        const auto answer = ask<v1alpha::IssueTokenResponse>(session, service, "IssueToken", request);
        const auto token = blind::finalized(kept.input(), { kept.blind(), kept.blinded_element() },
                                            { answer.evaluated_element(), answer.proof() }, answer.public_key());
        if (!token)
            throw Failed("The server's token does not hold, so it was not kept. Tell who runs the server.");
        kept.set_token(*token);
        kept.set_public_key(answer.public_key());
        session.device().keepDraft(draftOf(round.key.id), kept.SerializeAsString());
    }
    if (!session.json())
        say("Your token is kept here. Run “sync”, and hand in your answer whenever you like: nobody can tell that it "
            "is "
            "yours.");
}

void giveFeedback(Session &session, const std::string &id, const FeedbackGiven &given)
{
    const auto round = parseId(id);
    const auto kept = keptFor(session, round);
    if (kept.token().empty())
        throw Failed("There is no token for this feedback here. Ask for it with “feedback ask” first.");
    if (shownKey(session, kept) != QByteArray::fromStdString(kept.public_key()).toHex().toStdString())
        throw Failed("The key of this token is not the one that everybody sees, or that has not come yet. Nothing was "
                     "handed in; run “sync” and try again.");
    v1alpha::HandInRequest request;
    *request.mutable_scope() = merge::toProto(parseScope(kept.scope()));
    request.set_round(round.raw());
    request.set_input(kept.input());
    request.set_token(kept.token());
    request.mutable_answer()->set_relevance(given.relevance);
    request.mutable_answer()->set_usefulness(given.usefulness);
    request.mutable_answer()->set_quality(given.quality);
    request.mutable_answer()->set_met_needs(given.metNeeds);
    (void)answerToNobody(session, service, "HandIn", request);
    session.device().dropDraft(draftOf(round));
    if (!session.json())
        say("It is handed in, without your name.");
}

} // namespace ctl
