// SPDX-License-Identifier: Apache-2.0
#include "src/domain/monthly_statement.h"

#include <tuple>

namespace domain {

namespace v1 = cadre::v1;

namespace {

auto figuresIn(const v1::StatementSignature &signature)
{
    return std::tuple(signature.minutes(), signature.sessions(), signature.sanctioned_minutes(),
                      signature.own_time_minutes());
}

auto figuresIn(const ContactTotal &total)
{
    return std::tuple(total.minutes, total.sessions, total.sanctionedMinutes, total.ownTimeMinutes);
}

SignatureStanding standingOf(const std::optional<v1::StatementSignature> &signature, const ContactTotal &total)
{
    if (!signature) {
        return {};
    }
    const bool isSame = figuresIn(*signature) == figuresIn(total);
    return { .standing = isSame ? Signed::Yes : Signed::BeforeThisChanged, .at = signature->at() };
}

/// The latest of those that `counts` takes.
template <class Counts>
std::optional<v1::StatementSignature> latestOf(const std::vector<v1::StatementSignature> &signatures,
                                               const StatementPair &pair, Month month, const Counts &counts)
{
    std::optional<v1::StatementSignature> latest;
    const auto order = [](const auto &one) { return std::tuple(one.at(), one.SerializeAsString()); };
    for (const auto &one : signatures) {
        if (one.match_id() == pair.match && one.month() == month.text() && counts(one)
            && (!latest || order(*latest) < order(one))) {
            latest = one;
        }
    }
    return latest;
}

StatementStatus statusOf(const StatementStanding &standing)
{
    const bool mentor = standing.mentor.standing == Signed::Yes;
    const bool teacher = standing.teacher.standing == Signed::Yes;
    if (mentor && teacher) {
        return standing.seen.standing == Signed::Yes ? StatementStatus::Received : StatementStatus::SignedByBoth;
    }
    if (standing.mentor.standing == Signed::BeforeThisChanged
        || standing.teacher.standing == Signed::BeforeThisChanged) {
        return StatementStatus::Reopened;
    }
    if (mentor) {
        return StatementStatus::SignedByMentor;
    }
    return teacher ? StatementStatus::SignedByTeacher : StatementStatus::Open;
}

} // namespace

v1::StatementSignature signatureOf(const StatementPair &pair, Month month, const ContactTotal &total,
                                   const std::string &signer, std::int64_t at)
{
    v1::StatementSignature signature;
    signature.set_match_id(pair.match);
    signature.set_month(month.text());
    signature.set_signer(signer);
    signature.set_minutes(total.minutes);
    signature.set_sessions(total.sessions);
    signature.set_sanctioned_minutes(total.sanctionedMinutes);
    signature.set_own_time_minutes(total.ownTimeMinutes);
    signature.set_at(at);
    return signature;
}

std::optional<v1::StatementSignature> latestSignature(const std::vector<v1::StatementSignature> &signatures,
                                                      const StatementPair &pair, Month month, const std::string &signer)
{
    return latestOf(signatures, pair, month, [&](const auto &one) { return one.signer() == signer; });
}

StatementStanding statementStanding(const StatementPair &pair, Month month, const ContactTotal &total,
                                    const std::vector<v1::StatementSignature> &signatures)
{
    const auto isOutside = [&](const auto &one) { return one.signer() != pair.mentor && one.signer() != pair.teacher; };
    StatementStanding standing { .mentor = standingOf(latestSignature(signatures, pair, month, pair.mentor), total),
                                 .teacher = standingOf(latestSignature(signatures, pair, month, pair.teacher), total),
                                 .seen = standingOf(latestOf(signatures, pair, month, isOutside), total) };
    standing.status = statusOf(standing);
    return standing;
}

std::optional<v1::MonthlyStatement> statementFor(const StatementPair &pair, Month month,
                                                 const std::vector<v1::StatementSignature> &signatures)
{
    const auto mentor = latestSignature(signatures, pair, month, pair.mentor);
    const auto teacher = latestSignature(signatures, pair, month, pair.teacher);
    if (!mentor || !teacher || figuresIn(*mentor) != figuresIn(*teacher)) {
        return std::nullopt;
    }
    v1::MonthlyStatement statement;
    statement.set_match_id(pair.match);
    statement.set_month(month.text());
    statement.set_mentor(pair.mentor);
    statement.set_teacher(pair.teacher);
    statement.set_minutes(mentor->minutes());
    statement.set_sessions(mentor->sessions());
    statement.set_sanctioned_minutes(mentor->sanctioned_minutes());
    statement.set_own_time_minutes(mentor->own_time_minutes());
    statement.set_mentor_signed_at(mentor->at());
    statement.set_teacher_signed_at(teacher->at());
    return statement;
}

} // namespace domain
