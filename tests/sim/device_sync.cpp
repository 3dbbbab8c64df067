// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/device_actor.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

namespace {

namespace wire = cadre::sync::v1;

std::string describe(const engine::Report &report)
{
    return fmt::format("pushed {}, pulled {}, set aside {}, conflicts {}{}{}", report.pushed, report.pulled,
                       report.quarantined, report.conflicts, report.complete ? ", complete" : "",
                       report.problem.empty() ? "" : ": " + report.problem);
}

} // namespace

std::string DeviceActor::phase() const
{
    return m_round == nullptr ? (m_forms.empty() ? "idle" : "form") : m_phase;
}

Outcome DeviceActor::begin()
{
    if (m_round != nullptr) {
        return Outcome::Impossible;
    }
    return attempt([&] {
        m_round = std::make_unique<engine::Round>(*m_device);
        m_phase = "push";
    });
}

std::optional<engine::Call> DeviceActor::nextCall()
{
    std::optional<engine::Call> call;
    if (m_round == nullptr) {
        return call;
    }
    const auto outcome = attempt([&] { call = m_round->next(); });
    if (outcome != Outcome::Done || !isOpen()) {
        giveUp();
        (void)reopen();
        return std::nullopt;
    }
    if (!call) {
        m_lastReport = m_round->report();
        m_stage.say(fmt::format("{}'s round ends: {}", name(), describe(m_lastReport)));
        m_round.reset();
        return call;
    }
    m_phase = call->path.substr(call->path.rfind('/') + 1);
    m_phase.front() = static_cast<char>(m_phase.front() | 0x20);
    m_stage.say(fmt::format("{} asks to {}", name(), m_phase));
    return call;
}

void DeviceActor::giveUp()
{
    m_round.reset();
    m_lastReport = {};
}

std::map<record::ScopeId, wire::Cursor> DeviceActor::cursors()
{
    std::map<record::ScopeId, wire::Cursor> all;
    for (const auto &scope : m_stage.academy.scopes) {
        all[scope] = m_log->cursor(scope);
    }
    return all;
}

Outcome DeviceActor::answer(const engine::Call &call, const engine::Reply &reply)
{
    if (m_round == nullptr || !isOpen()) {
        return Outcome::Impossible;
    }
    const auto before = cursors();
    const auto outcome = attempt([&] { m_round->answer(reply); });
    if (outcome == Outcome::Failed) {
        giveUp();
    }
    if (reopen()) {
        observe(call, reply, before);
    } else {
        m_unobserved.push_back({ call, reply, before });
    }
    return outcome;
}

void DeviceActor::observe(const engine::Call &call, const engine::Reply &reply,
                          const std::map<record::ScopeId, wire::Cursor> &before)
{
    const auto after = cursors();
    const auto moved = [&](const record::ScopeId &scope) {
        const auto &was = before.at(scope);
        const auto &is = after.at(scope);
        return was.rev() != is.rev() || was.epoch() != is.epoch() || was.log_hash() != is.log_hash();
    };
    const auto deliver = [&](SaveId save) {
        if (!m_known.now.delivered.has(save)) {
            m_known.now.delivered.add(save);
            touch(save);
        }
    };
    wire::PullResponse pulled;
    if (call.path.ends_with("/Pull") && reply.status == 200 && pulled.ParseFromString(reply.body)) {
        for (const auto &page : pulled.pages()) {
            const auto scope = merge::fromProto(page.scope());
            if (!scope || !after.contains(*scope) || page.entries().empty()
                || after.at(*scope).rev() != page.entries().rbegin()->rev()
                || after.at(*scope).epoch() != page.epoch()) {
                continue;
            }
            for (const auto &entry : page.entries()) {
                const auto save = m_stage.registry.find(entry.header());
                if (save && entry.verdict() != wire::VERDICT_CLASS_QUARANTINED) {
                    deliver(*save);
                } else if (save) {
                    touch(*save);
                }
            }
        }
    }
    for (const auto &scope : m_stage.academy.scopes) {
        if (!moved(scope)) {
            continue;
        }
        const auto &is = after.at(scope);
        if (call.path.ends_with("/Fetch")) {
            for (const auto save : historyUpTo(scope, is.epoch(), is.rev()).all()) {
                deliver(save);
            }
        }
    }
    forgetLeft(before);
    observeVerdicts();
}

IdSet DeviceActor::waiting()
{
    IdSet saves;
    for (int scope = 0; scope < mostScopes; ++scope) {
        for (const auto &change : m_log->waitingIn(m_stage.academy.scopes[static_cast<std::size_t>(scope)])) {
            auto save = m_stage.registry.find(change.header);
            if (!save) {
                // A chain that turned out to have a twin goes on under another name.
                cadre::sync::v1::Header header;
                (void)header.ParseFromString(change.header);
                const auto own = m_known.times.find({ scope, header.hybrid_time() });
                if (own != m_known.times.end()) {
                    save = own->second;
                    m_stage.registry.note(change.header, *save);
                }
            }
            if (save) {
                saves.add(*save);
            }
        }
    }
    return saves;
}

void DeviceActor::forgetLeft(const std::map<record::ScopeId, wire::Cursor> &before)
{
    const auto memberships = m_device->memberships();
    const auto waits = waiting();
    for (const auto &[scope, was] : before) {
        const auto belongs = [&, &place = scope](const wire::Membership &one) {
            return merge::fromProto(one.scope()) == place;
        };
        if (std::any_of(memberships.begin(), memberships.end(), belongs)) {
            continue;
        }
        auto kept = waits;
        for (const auto &met : m_log->metFrom(scope, 0)) {
            if (const auto save = m_stage.registry.find(met.change.header)) {
                kept.add(*save);
            }
        }
        std::vector<SaveId> here;
        for (const auto save : m_known.now.delivered.all()) {
            if (m_stage.academy.scopes[static_cast<std::size_t>(m_stage.ledger.save(save).scope)] == scope) {
                here.push_back(save);
            }
        }
        const bool cameFrom = was.rev() > 0 && m_log->cursor(scope).rev() == 0;
        if (cameFrom || std::any_of(here.begin(), here.end(), [&](SaveId save) { return !kept.has(save); })) {
            m_stage.say(fmt::format("{} has left {}", name(), scope.text()));
            for (const auto save : here) {
                m_known.now.delivered.remove(save);
                touch(save);
            }
        }
    }
}

void DeviceActor::observeVerdicts()
{
    (void)waiting();
    IdSet refused;
    for (const auto &change : m_log->setAside()) {
        if (const auto save = m_stage.registry.find(change.header)) {
            refused.add(*save);
        }
    }
    for (SaveId save = 0; save < m_stage.ledger.saves(); ++save) {
        if (refused.has(save) != m_known.now.refused.has(save)) {
            m_stage.say(fmt::format("{} {}: {}", name(), refused.has(save) ? "knows to be set aside" : "takes again",
                                    m_stage.ledger.save(save).note));
            touch(save);
        }
    }
    m_known.now.refused = refused;
}

} // namespace sim
