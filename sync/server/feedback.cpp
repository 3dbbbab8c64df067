// SPDX-License-Identifier: Apache-2.0
#include "sync/server/feedback.h"

#include "src/domain/suppression.h"
#include "sync/server/derived.h"
#include "sync/server/feedback_rounds.h"
#include "sync/server/membership.h"
#include "sync/server/problem.h"
#include "sync/server/secrets.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

namespace v1 = cadre::v1;
namespace v1alpha = cadre::sync::v1alpha;

constexpr std::uint32_t feedbackPurpose = 4;
constexpr std::size_t inputSize = 32;

constexpr auto noRoundSentence = "There is no such feedback here. Nothing was handed in.";
constexpr auto closedSentence = "This feedback is closed, so nothing more is taken.";
constexpr auto hadTokenSentence =
    "Your token for this feedback was given out already. It is on the device that asked for it.";
constexpr auto noTokenSentence = "This token is not one of this feedback's, or it was spent. Nothing was handed in.";

/// They ask, and hear what it came to.
constexpr std::array askers { v1::ROLE_RC, v1::ROLE_NP, v1::ROLE_OR, v1::ROLE_AD };

std::array<std::uint32_t, 4> itemsOf(const v1alpha::FeedbackAnswer &answer)
{
    return { answer.relevance(), answer.usefulness(), answer.quality(), answer.met_needs() };
}

/// In tenths, halves rounded up.
int meanOf(std::int64_t sum, std::int64_t count)
{
    return static_cast<int>((sum * 20 + count) / (count * 2));
}

std::string hexadecimal(std::string_view bytes)
{
    constexpr auto digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 0xf];
    }
    return text;
}

} // namespace

Feedback::Feedback(Academy &academy)
    : m_academy(academy)
{
}

Feedback::Round Feedback::find(const cadre::sync::v1::ScopeId &scope, const std::string &id)
{
    const auto place = merge::fromProto(scope);
    const auto record = record::Uuid::fromRaw(id);
    const auto *type = m_academy.catalogue().byName("FeedbackRound");
    if (place && record && type->livesIn(place->kind)) {
        const store::RecordKey key { type->number(), *record, *place };
        if (const auto found = m_academy.records().get(key); found && found->alive) {
            return { key, static_cast<const v1::FeedbackRound &>(*found->message) };
        }
    }
    throw Problem(Code::NotFound, noRoundSentence);
}

bool Feedback::isOpen(const Round &round) const
{
    const auto closes = domain::parseDay(round.record.closes());
    return closes && m_academy.membership().today() <= *closes && !isFeedbackOver(m_academy.database(), round.key);
}

bool Feedback::takesPart(const record::Uuid &person, const Round &round)
{
    const auto &places = m_academy.membership().of(person);
    const auto place = std::find_if(places.begin(), places.end(),
                                    [&](const domain::Membership &one) { return one.scope == round.key.scope; });
    return place != places.end() && std::any_of(place->roles.begin(), place->roles.end(), [](v1::Role role) {
               return std::find(askers.begin(), askers.end(), role) == askers.end();
           });
}

blind::KeyPair Feedback::keysOf(const Round &round) const
{
    const auto seed = m_academy.keys().secretOf("cadre.feedback.v1", { round.key.scope.text(), round.key.id.raw() });
    return blind::deriveKeyPair(seed, round.key.id.raw());
}

void Feedback::showKey(const Round &round, const blind::KeyPair &keys)
{
    v1::FeedbackKey shown;
    shown.set_round(round.key.id.text());
    shown.set_public_key(hexadecimal(keys.publicKey));
    m_academy.author().write(round.key.scope, "FeedbackKey", Derived::idOf("FeedbackKey", round.key.id, {}), shown, {},
                             m_academy.now());
}

v1alpha::IssueTokenResponse Feedback::issue(const EnrolledDevice &device, const v1alpha::IssueTokenRequest &request)
{
    const auto round = find(request.scope(), request.round());
    if (!m_academy.membership().mayRead(device.person, round.key.scope)) {
        throw Problem(Code::NotFound, noRoundSentence);
    }
    if (!takesPart(device.person, round)) {
        throw Problem(Code::PermissionDenied, "This feedback asks others. You hear what it came to.");
    }
    if (!isOpen(round)) {
        throw Problem(Code::FailedPrecondition, closedSentence);
    }
    const auto keys = keysOf(round);
    const auto evaluation = blind::evaluated(keys, request.blinded_element(), m_academy.entropy());
    if (!evaluation) {
        throw Problem(Code::InvalidArgument, "What was sent to be made a token is none. Nothing was given out.");
    }
    Work work(m_academy);
    store::Statement known(m_academy.database(),
                           "SELECT element FROM server_feedback_token WHERE scope = ? AND round = ? AND person = ?");
    const auto place = round.key.scope.text();
    known.bindText(1, place).bindBlob(2, round.key.id.raw()).bindBlob(3, device.person.raw());
    if (!known.step()) {
        store::Statement note(m_academy.database(),
                              "INSERT INTO server_feedback_token(scope, round, person, element)"
                              " VALUES(?, ?, ?, ?)");
        note.bindText(1, place).bindBlob(2, round.key.id.raw()).bindBlob(3, device.person.raw());
        note.bindBlob(4, request.blinded_element()).run();
        showKey(round, keys);
        auto entry = Audit::entry(v1alpha::AUDIT_KIND_FEEDBACK_TOKEN, { device.person, device.site });
        *entry.mutable_scope() = merge::toProto(round.key.scope);
        entry.set_record_type(round.key.type);
        entry.set_record(round.key.id.raw());
        m_academy.audit().note(std::move(entry));
    } else if (known.blob(0) != request.blinded_element()) {
        throw Problem(Code::FailedPrecondition, hadTokenSentence);
    }
    work.commit();
    v1alpha::IssueTokenResponse response;
    response.set_evaluated_element(evaluation->element);
    response.set_proof(evaluation->proof);
    response.set_public_key(keys.publicKey);
    return response;
}

void Feedback::handIn(const v1alpha::HandInRequest &request)
{
    const auto round = find(request.scope(), request.round());
    if (!isOpen(round)) {
        throw Problem(Code::FailedPrecondition, closedSentence);
    }
    const auto items = itemsOf(request.answer());
    if (std::any_of(items.begin(), items.end(), [](std::uint32_t item) { return item < 1 || item > 5; })) {
        throw Problem(Code::InvalidArgument,
                      "An answer goes from 1 to 5. Nothing was handed in, and the token is good.");
    }
    const auto token =
        request.input().size() == inputSize ? blind::tokenOver(request.input(), keysOf(round).secretKey) : std::nullopt;
    if (!token || !sameSecret(*token, request.token())) {
        throw Problem(Code::PermissionDenied, noTokenSentence);
    }
    const std::string answer(items.begin(), items.end());
    Work work(m_academy);
    store::Statement known(m_academy.database(),
                           "SELECT answer FROM server_feedback_spent WHERE scope = ? AND round = ? AND input = ?");
    const auto place = round.key.scope.text();
    known.bindText(1, place).bindBlob(2, round.key.id.raw()).bindBlob(3, request.input());
    if (known.step()) {
        if (known.blob(0) != answer) {
            throw Problem(Code::PermissionDenied, noTokenSentence);
        }
        return;
    }
    store::Statement spend(m_academy.database(),
                           "INSERT INTO server_feedback_spent(scope, round, input, answer) VALUES(?, ?, ?, ?)");
    spend.bindText(1, place).bindBlob(2, round.key.id.raw()).bindBlob(3, request.input()).bindBlob(4, answer).run();
    std::array<std::uint8_t, 16> id {};
    m_academy.entropy()(id.data(), id.size());
    store::Statement keep(m_academy.database(),
                          "INSERT INTO server_feedback_answer(id, scope, round, relevance, usefulness, quality,"
                          " met_needs) VALUES(?, ?, ?, ?, ?, ?, ?)");
    keep.bindBlob(1, { reinterpret_cast<const char *>(id.data()), id.size() }).bindText(2, place);
    keep.bindBlob(3, round.key.id.raw());
    for (std::size_t i = 0; i < items.size(); ++i) {
        keep.bind(static_cast<int>(i) + 4, static_cast<std::int64_t>(items[i]));
    }
    keep.run();
    work.commit();
}

bool Feedback::tellNext()
{
    store::Query query;
    query.type = "FeedbackRound";
    for (const auto &stored : m_academy.records().list(query)) {
        const Round round { stored.key, static_cast<const v1::FeedbackRound &>(*stored.message) };
        if (!isOpen(round) && !isFeedbackOver(m_academy.database(), round.key)) {
            tell(round);
            return true;
        }
    }
    const auto deleted = nextDeletedFeedback(m_academy);
    if (deleted) {
        Work work(m_academy);
        endFeedback(m_academy.database(), *deleted);
        work.commit();
    }
    return deleted.has_value();
}

void Feedback::tell(const Round &round)
{
    Work work(m_academy);
    store::Statement sums(m_academy.database(),
                          "SELECT count(*), sum(relevance), sum(usefulness), sum(quality), sum(met_needs)"
                          " FROM server_feedback_answer WHERE scope = ? AND round = ?");
    (void)sums.bindText(1, round.key.scope.text()).bindBlob(2, round.key.id.raw()).step();
    v1::FeedbackTotal total;
    total.set_round(round.key.id.text());
    const auto answers = sums.integer(0);
    if (answers >= domain::usualMinimumGroup) {
        total.set_answers(static_cast<int>(answers));
        total.set_relevance(meanOf(sums.integer(1), answers));
        total.set_usefulness(meanOf(sums.integer(2), answers));
        total.set_quality(meanOf(sums.integer(3), answers));
        total.set_met_needs(meanOf(sums.integer(4), answers));
    }
    const auto org = record::Uuid::parse(round.record.org());
    const auto maker = m_academy.makers().of(round.key);
    const auto roles = maker ? m_academy.membership().facts().rolesOf(*maker, m_academy.membership().today())
                             : std::vector<domain::RoleFact> {};
    // Nobody asks in the name of a center that is not hers.
    const bool isTheirs = org && std::any_of(roles.begin(), roles.end(), [&](const domain::RoleFact &role) {
                              return role.role == v1::ROLE_RC && role.organization == *org;
                          });
    if (isTheirs) {
        m_academy.author().write({ v1::SCOPE_KIND_INBOX, *org, feedbackPurpose }, "FeedbackTotal",
                                 feedbackTotalId(round.key), total, {}, m_academy.now());
    }
    endFeedback(m_academy.database(), round.key);
    work.commit();
}

} // namespace server
