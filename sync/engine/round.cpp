// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/round.h"

#include "sync/engine/grants.h"
#include "sync/engine/history.h"
#include "sync/engine/keeping.h"
#include "sync/engine/openings.h"
#include "sync/engine/outbox.h"
#include "sync/engine/page.h"
#include "sync/engine/snapshot.h"
#include "sync/merge/cursors.h"
#include "sync/record/plant.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <fmt/format.h>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

constexpr int roundLimit = 200;
/// Snapshots that one call asks for: more than an answer has room for, of a thousand places or of ten thousand.
constexpr std::size_t mostWanted = 2000;
constexpr std::int64_t clockTolerance = 5 * 60 * 1000;
constexpr std::int64_t clockStep = 1000;

/// The end of the year 9999, in UTC milliseconds.
constexpr std::int64_t latestTime = 253'402'300'799'999;

constexpr auto unreadableAnswer =
    "The server's answer could not be read. What is saved on this device is safe and will be sent again.";

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

/// Less than a second more or less is not worth a write.
void setClockOff(Device::Parts &m, std::int64_t milliseconds)
{
    const auto known = m.meta("clock_off");
    if (known.empty() || std::llabs(milliseconds - std::stoll(known)) >= clockStep) {
        m.setMeta("clock_off", std::to_string(milliseconds));
    }
}

} // namespace

Round::Round(Device &device, const Portions &portions)
    : m_device(device)
    , m_portions(portions)
    , m_agreed(std::make_shared<const merge::Positions>())
    , m_outbox(std::make_unique<Outbox>(*device.m))
{
    if (!device.isEnrolled()) {
        stop("This device is not enrolled yet. Enroll it with an invite; what is saved here stays safe.");
    }
}

Round::~Round() = default;

void Round::stop(const std::string &problem)
{
    m_report.problem = problem;
    m_step = Step::Done;
}

void Round::removeLeftovers()
{
    try {
        m_device.m->records.erasures().removeLeftovers();
    } catch (const store::Error &) {
    }
}

std::optional<Call> Round::next()
{
    auto &m = *m_device.m;
    if (m_step == Step::Push) {
        const auto request = m_outbox->runs();
        if (request.runs_size() > 0) {
            return Call { "/cadre.sync.v1.SyncService/Push", request.SerializeAsString() };
        }
        m_step = Step::Poll;
    }
    if (m_step == Step::Poll) {
        wire::PollRequest request;
        *request.mutable_protocol() = protocolSpoken();
        m_said = m.log.positions();
        request.set_digest(merge::digestOf(*m_said));
        m_memberships = m.meta("memberships_digest");
        request.set_memberships_digest(m_memberships);
        Grants(m).addTo(request);
        if (m_sendCursors && !m_agreed->empty()) {
            request.set_since(merge::digestOf(*m_agreed));
        }
        if (m_sendCursors) {
            for (const auto &changed : merge::changedPositions(*m_agreed, *m_said)) {
                *request.add_cursors() = merge::cursorOf(changed);
            }
        }
        return Call { "/cadre.sync.v1.SyncService/Poll", request.SerializeAsString() };
    }
    if (m_step == Step::Fetch) {
        const Fetching fetching(m);
        cadre::sync::v1alpha::FetchRequest request;
        *request.mutable_protocol() = protocolSpoken();
        request.set_budget(m_portions.answerBytes);
        for (std::size_t i = 0; i < std::min(m_snapshots.size(), mostWanted); ++i) {
            *request.add_wanted() = fetching.wanted(m_snapshots[i]);
        }
        return Call { "/cadre.sync.v1alpha.SnapshotService/Fetch", request.SerializeAsString() };
    }
    if (m_step == Step::Pull) {
        wire::PullRequest request;
        *request.mutable_protocol() = protocolSpoken();
        request.set_budget(m_portions.answerBytes);
        request.set_cut_headers(true);
        *request.mutable_cursors() = { m_wanted.begin(), m_wanted.end() };
        return Call { "/cadre.sync.v1.SyncService/Pull", request.SerializeAsString() };
    }
    if (m_step == Step::Tell) {
        m_opened = m.openings.waiting();
        if (m_opened.openings_size() > 0) {
            return Call { "/cadre.sync.v1alpha.PersonService/TellOpened", m_opened.SerializeAsString() };
        }
        m_step = Step::Done;
    }
    return std::nullopt;
}

void Round::answer(const Reply &reply)
{
    m_report.bytesDown += reply.body.size();
    if (m_step == Step::Tell) {
        answerTell(reply);
        return;
    }
    if (reply.status == 0) {
        m_report.offline = true;
        stop(reply.problem);
        return;
    }
    if (m_step == Step::Push && reply.status == 403) {
        // Nothing of it was this device's to bring, or not any more: a poll tells which.
        m_report.notice = refusal(reply);
        m_step = Step::Poll;
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
    } else if (m_step == Step::Fetch) {
        answerFetch(reply.body);
    } else if (m_step == Step::Pull) {
        answerPull(reply.body);
    }
}

void Round::answerPush(const std::string &body)
{
    wire::PushResponse response;
    if (!response.ParseFromString(body)) {
        stop(unreadableAnswer);
        return;
    }
    const auto settled = m_outbox->take(response);
    m_report.pushed += settled.pushed;
    m_report.quarantined += settled.quarantined;
    if (settled.changes == 0) {
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
    if (response.cursors_wanted() && (!m_sendCursors || !m_agreed->empty())) {
        m_sendCursors = true;
        m_agreed = std::make_shared<const merge::Positions>();
        return;
    }
    m_agreed = std::move(m_said);
    const auto off = m_device.now() - std::clamp<std::int64_t>(response.server_time(), 0, latestTime);
    store::Transaction transaction(m.database);
    const bool offered = m.learnEpoch(response.epoch());
    setClockOff(m, off);
    const auto grantNotice = Grants(m).take(response, m_device.now() - off);
    const bool isNews = response.memberships_digest().empty() || response.memberships_digest() != m_memberships;
    if (isNews) {
        m.setMemberships(response.memberships(), response.memberships_digest());
    }
    for (const auto &left : response.left()) {
        if (const auto scope = merge::fromProto(left.scope())) {
            leave(m, *scope);
        }
    }
    leaveWhatIsSent(m, isNews);
    const Fetching fetching(m);
    m_wanted.clear();
    m_snapshots.clear();
    bool followed = false;
    for (const auto &moved : response.moved()) {
        const auto scope = merge::fromProto(moved.scope());
        if (!scope) {
            continue;
        }
        if (!fetching.isWanted(*scope) && m.log.follow(*scope, moved)) {
            followed = true;
            continue;
        }
        auto cursor = m.log.cursor(*scope);
        if (cursor.rev() == 0 && (fetching.isWanted(*scope) || moved.rev() > m_portions.shortHistory)) {
            m_snapshots.push_back(*scope);
        } else {
            m_wanted.push_back(std::move(cursor));
        }
    }
    if (m_wanted.empty() && m_snapshots.empty() && followed) {
        // All of it was this device's own; the server hears that it is here.
        m_sendCursors = true;
    } else if (m_wanted.empty() && m_snapshots.empty()) {
        m.setMeta("agreed_at", std::to_string(m_device.now()));
        m.setMeta("agreed_epoch", std::to_string(response.epoch()));
        keepHouse(m, std::clamp<std::int64_t>(response.server_time(), 0, latestTime));
        m_report.complete = true;
        m_step = Step::Tell;
    } else {
        m_step = m_snapshots.empty() ? Step::Pull : Step::Fetch;
    }
    if (offered) {
        m_step = Step::Push;
    }
    transaction.commit();
    removeLeftovers();
    for (const auto &notice : { clockNotice(off), grantNotice }) {
        m_report.notice = notice.empty() ? m_report.notice : notice;
    }
    m_report.conflicts = m.records.conflictCount();
}

void Round::answerTell(const Reply &reply)
{
    if (reply.status == 200 && ++m_repeats <= roundLimit) {
        m_device.m->openings.told(m_opened);
    } else {
        m_step = Step::Done;
    }
}

void Round::answerFetch(const std::string &body)
{
    auto &m = *m_device.m;
    cadre::sync::v1alpha::FetchResponse response;
    if (!response.ParseFromString(body)) {
        stop(unreadableAnswer);
        return;
    }
    std::string problem;
    bool pushFirst = false;
    std::set<record::ScopeId> complete;
    Fetching fetching(m);
    store::Transaction transaction(m.database);
    for (const auto &part : response.parts()) {
        store::Savepoint savepoint(m.database);
        Fetching::Taken taken;
        try {
            taken = fetching.take(part);
        } catch (const store::Invalid &invalid) {
            taken.problem = invalid.what();
        }
        if (!taken.problem.empty()) {
            problem = taken.problem;
            continue;
        }
        savepoint.keep();
        m_report.pulled += taken.records;
        pushFirst = pushFirst || taken.pushFirst;
        if (taken.complete) {
            complete.insert(*merge::fromProto(part.scope()));
        }
    }
    std::erase_if(m_snapshots, [&](const record::ScopeId &scope) { return complete.contains(scope); });
    transaction.commit();
    removeLeftovers();
    if (!problem.empty()) {
        stop(problem);
    } else if (pushFirst || m_snapshots.empty() || response.parts().empty()) {
        // What the server turned out to lack is offered before the rest is read.
        m_sendCursors = true;
        m_step = Step::Push;
    }
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
    bool pushFirst = false;
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
        pushFirst = pushFirst || applied.pushFirst;
        if (applied.snapshotWanted) {
            m_snapshots.push_back(*merge::fromProto(page.scope()));
        }
        if (applied.moreFollows) {
            m_wanted.push_back(m.log.cursor(*merge::fromProto(page.scope())));
        }
    }
    transaction.commit();
    removeLeftovers();
    if (!problem.empty()) {
        stop(problem);
    } else if (pushFirst) {
        m_sendCursors = true;
        m_step = Step::Push;
    } else if (!m_snapshots.empty()) {
        m_step = Step::Fetch;
    } else if (m_wanted.empty() || response.pages().empty()) {
        m_sendCursors = true;
        m_step = Step::Poll;
    }
}

} // namespace engine
