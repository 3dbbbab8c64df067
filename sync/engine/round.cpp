// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/round.h"

#include "sync/engine/page.h"

#include <algorithm>
#include <cstdlib>

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <fmt/format.h>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t pushBudget = 1024 * 1024;
constexpr std::uint32_t pullBudget = 4 * 1024 * 1024;
constexpr std::size_t runLimit = 256;
constexpr int roundLimit = 200;
constexpr std::int64_t clockTolerance = 5 * 60 * 1000;

constexpr auto unreadableAnswer =
    "The server's answer could not be read. What is saved on this device is safe and will be sent again.";

void setProtocol(wire::Protocol &protocol)
{
    protocol.set_lowest(protocolLowest);
    protocol.set_highest(protocolHighest);
}

std::string refusal(const Reply &reply)
{
    google::protobuf::Struct error;
    const bool read = google::protobuf::util::JsonStringToMessage(reply.body, &error).ok();
    const auto &fields = error.fields();
    if (read && fields.contains("message") && !fields.at("message").string_value().empty()) {
        return fields.at("message").string_value();
    }
    return fmt::format(
        "The server could not do this (status {}). What is saved on this device is safe; it will try again.",
        reply.status);
}

std::string clockNotice(std::int64_t off)
{
    if (std::llabs(off) < clockTolerance) {
        return {};
    }
    const auto minutes = std::llabs(off) / 60000;
    const auto amount = minutes < 120 ? fmt::format("{} minutes", minutes)
        : minutes < 2880              ? fmt::format("{} hours", minutes / 60)
        : minutes < 1051200           ? fmt::format("{} days", minutes / 1440)
                                      : fmt::format("{} years", minutes / 525600);
    return fmt::format(
        "This device's clock is {} {} the server's. Everything was kept; please set the clock, so that times "
        "are shown right.",
        amount, off > 0 ? "ahead of" : "behind");
}

} // namespace

Round::Round(Device &device)
    : m_device(device)
{
    if (!device.isEnrolled()) {
        stop("This device is not enrolled yet. Enroll it with an invite; what is saved here stays safe.");
    }
}

void Round::stop(const std::string &problem)
{
    m_report.problem = problem;
    m_step = Step::Done;
}

std::optional<Call> Round::next()
{
    auto &m = *m_device.m;
    if (m_step == Step::Push) {
        wire::PushRequest request;
        setProtocol(*request.mutable_protocol());
        store::Transaction transaction(m.database);
        for (const auto &[scope, changes] : m.log.waiting(pushBudget)) {
            auto &run = *request.add_runs();
            run.set_format(1);
            run.set_signature_algorithm(1);
            (void)run.mutable_certificate()->ParseFromString(m.meta("certificate"));
            for (std::size_t i = 0; i < std::min(changes.size(), runLimit); ++i) {
                run.add_headers(changes[i].header);
                run.add_bodies(changes[i].body);
            }
            const auto head = merge::readChange(run.headers(run.headers_size() - 1), {});
            run.set_signature(merge::sign(merge::runDomain, head.change->headerHash, m.meta("secret_key")));
            m.log.setSignature(scope, head.change->dot, run.signature());
        }
        transaction.commit();
        if (request.runs_size() > 0) {
            return Call { "/cadre.sync.v1.SyncService/Push", request.SerializeAsString() };
        }
        m_step = Step::Poll;
    }
    if (m_step == Step::Poll) {
        wire::PollRequest request;
        setProtocol(*request.mutable_protocol());
        const auto cursors = m.log.cursors();
        request.set_digest(merge::cursorDigest(cursors));
        if (m_sendCursors) {
            *request.mutable_cursors() = { cursors.begin(), cursors.end() };
        }
        return Call { "/cadre.sync.v1.SyncService/Poll", request.SerializeAsString() };
    }
    if (m_step == Step::Pull) {
        wire::PullRequest request;
        setProtocol(*request.mutable_protocol());
        request.set_budget(pullBudget);
        *request.mutable_cursors() = { m_wanted.begin(), m_wanted.end() };
        return Call { "/cadre.sync.v1.SyncService/Pull", request.SerializeAsString() };
    }
    return std::nullopt;
}

void Round::answer(const Reply &reply)
{
    m_report.bytesDown += reply.body.size();
    if (reply.status == 0) {
        m_report.offline = true;
        stop(reply.problem);
        return;
    }
    if (reply.status != 200) {
        m_report.refused = reply.status == 401 || reply.status == 403;
        stop(refusal(reply));
        return;
    }
    if (++m_repeats > roundLimit) {
        stop(
            "The server keeps moving faster than this device can follow. Nothing is lost; it goes on at the next try.");
        return;
    }
    if (m_step == Step::Push) {
        answerPush(reply.body);
    } else if (m_step == Step::Poll) {
        answerPoll(reply.body);
    } else if (m_step == Step::Pull) {
        answerPull(reply.body);
    }
}

void Round::answerPush(const std::string &body)
{
    auto &m = *m_device.m;
    wire::PushResponse response;
    if (!response.ParseFromString(body)) {
        stop(unreadableAnswer);
        return;
    }
    std::uint64_t settled = 0;
    store::Transaction transaction(m.database);
    for (const auto &verdict : response.verdicts()) {
        const auto scope = merge::fromProto(verdict.scope());
        const auto site = record::Uuid::fromRaw(verdict.dot().site());
        if (!scope || !site || *site != m.site() || verdict.rev() == 0) {
            continue;
        }
        const merge::Dot dot { *site, verdict.dot().seq() };
        const auto known = m.log.find(*scope, dot);
        if (!known || known->rev != 0) {
            continue;
        }
        m.log.setVerdict(*scope, dot, verdict);
        ++settled;
        if (verdict.verdict() == wire::VERDICT_CLASS_QUARANTINED) {
            ++m_report.quarantined;
            m.records.rebuild(*merge::readChange(known->header, known->body).change);
        } else {
            ++m_report.pushed;
        }
    }
    transaction.commit();
    m_pushedAny = m_pushedAny || settled > 0;
    if (settled == 0) {
        m_report.notice = "The server holds back some changes until it has what came before them. They are safe here.";
        m_step = Step::Poll;
    }
}

void Round::answerPoll(const std::string &body)
{
    auto &m = *m_device.m;
    wire::PollResponse response;
    if (!response.ParseFromString(body)) {
        stop(unreadableAnswer);
        return;
    }
    if (response.cursors_wanted() && !m_sendCursors) {
        m_sendCursors = true;
        return;
    }
    const auto off = m_device.now() - response.server_time();
    store::Transaction transaction(m.database);
    m.setMeta("clock_off", std::to_string(off));
    m.setMemberships(response.memberships());
    for (const auto &left : response.left()) {
        if (const auto scope = merge::fromProto(left.scope())) {
            m.leave(*scope);
        }
    }
    m_wanted.clear();
    for (const auto &moved : response.moved()) {
        if (const auto scope = merge::fromProto(moved.scope())) {
            m_wanted.push_back(m.log.cursor(*scope));
        }
    }
    if (m_wanted.empty()) {
        m.setMeta("agreed_at", std::to_string(m_device.now()));
        m_report.complete = true;
        m_step = Step::Done;
    } else {
        m_step = Step::Pull;
    }
    transaction.commit();
    if (const auto notice = clockNotice(off); !notice.empty()) {
        m_report.notice = notice;
    }
    m_report.conflicts = m.records.conflictCount();
}

void Round::answerPull(const std::string &body)
{
    auto &m = *m_device.m;
    wire::PullResponse response;
    if (!response.ParseFromString(body)) {
        stop(unreadableAnswer);
        return;
    }
    m_wanted.clear();
    std::string problem;
    store::Transaction transaction(m.database);
    for (const auto &page : response.pages()) {
        store::Savepoint savepoint(m.database);
        const auto applied = applyPage(m, page);
        if (!applied.problem.empty()) {
            problem = applied.problem;
            continue;
        }
        savepoint.keep();
        m_report.pulled += applied.pulled;
        if (applied.moreFollows) {
            m_wanted.push_back(m.log.cursor(*merge::fromProto(page.scope())));
        }
    }
    transaction.commit();
    if (!problem.empty()) {
        stop(problem);
    } else if (m_wanted.empty() || response.pages().empty()) {
        m_sendCursors = true;
        m_step = Step::Poll;
    }
}

} // namespace engine
