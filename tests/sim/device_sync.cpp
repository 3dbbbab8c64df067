// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/device_actor.h"

#include "tests/sim/erased.h"

#include "sync/merge/cut_header.h"

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
        m_round = std::make_unique<engine::Round>(*m_device, m_stage.portions);
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
    if (m_phase == "push") {
        // What was put aside may vouch for what is sent.
        observeVerdicts();
    }
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
    const auto operations = m_disk.operations();
    const auto outcome = attempt([&] { m_round->answer(reply); });
    if (outcome == Outcome::Failed) {
        giveUp();
        m_known.perhaps.push_back({ call, reply, before });
    } else if (outcome == Outcome::Done && isOpen() && m_disk.operations() > operations) {
        forgetUncertain();
    }
    if (reopen()) {
        observe(call, reply, before);
    } else {
        m_unobserved.push_back({ call, reply, before });
    }
    return outcome;
}

void DeviceActor::deliver(SaveId save, bool isSigned)
{
    if (!m_known.now.delivered.has(save)) {
        m_known.now.delivered.add(save);
        const auto &made = m_stage.ledger.save(save);
        m_known.times.try_emplace({ made.scope, made.time }, save);
        touch(save);
    }
    for (const auto id : m_stage.ledger.save(save).erases ? m_stage.ledger.save(save).edits : std::vector<EditId>()) {
        m_known.erased.add(m_stage.ledger.edit(id).seen);
    }
    if (isSigned) {
        m_known.now.held.add(save);
    }
}

void DeviceActor::lose(SaveId save)
{
    m_known.now.delivered.remove(save);
    m_known.now.held.remove(save);
    touch(save);
}

bool DeviceActor::shows(int scope) const
{
    const auto &place = m_stage.academy.scopes[static_cast<std::size_t>(scope)];
    const auto memberships = m_device->memberships();
    store::Statement wanted(*m_database, "SELECT 1 FROM fetching WHERE scope = ?");
    return !wanted.bindText(1, place.text()).step()
        || std::any_of(memberships.begin(), memberships.end(),
                       [&](const wire::Membership &one) { return merge::fromProto(one.scope()) == place; });
}

void DeviceActor::observePages(const wire::PullResponse &pulled)
{
    for (const auto &page : pulled.pages()) {
        const auto scope = merge::fromProto(page.scope());
        if (!scope || page.entries().empty()) {
            continue;
        }
        const auto cursor = m_log->cursor(*scope);
        if (cursor.rev() != page.entries().rbegin()->rev() || cursor.epoch() != page.epoch()) {
            continue;
        }
        merge::PageHeaders headers;
        for (const auto &entry : page.entries()) {
            const auto save = m_stage.registry.find(headers.next(entry).value_or(std::string()));
            if (!save) {
                continue;
            }
            if (entry.verdict() != wire::VERDICT_CLASS_QUARANTINED) {
                noteErased(*save, entry.body(), m_known.now.delivered.has(*save));
                deliver(*save, true);
            } else if (m_stage.ledger.save(*save).author != m_number) {
                // A restored server may judge anew.
                lose(*save);
            }
        }
    }
}

/// Of what the page has before the server's word that it is erased, there are no bytes.
void DeviceActor::noteErased(SaveId save, const std::string &body, bool isHere)
{
    for (const auto id : m_stage.ledger.save(save).edits) {
        const bool isErased = (!isHere || m_known.now.cameErased.has(id)) && !tells(body, m_stage.ledger.edit(id));
        isErased ? m_known.now.cameErased.add(id) : m_known.now.cameErased.remove(id);
    }
}

DeviceActor::Served DeviceActor::servedUpTo(const wire::Cursor &cursor) const
{
    return { historyUpTo(*merge::fromProto(cursor.scope()), cursor.epoch(), cursor.rev()),
             m_stage.namedIn(cursor.epoch()) };
}

bool DeviceActor::isTwinUnder(SaveId save, merge::Dot name, const Served &served) const
{
    const auto scope = m_stage.ledger.save(save).scope;
    for (auto one = save; name.seq > 0; --name.seq) {
        const auto there = served.names.find({ scope, name });
        if (there != served.names.end() && there->second != one && served.known.delivered.has(there->second)) {
            return true;
        }
        const auto parent = m_stage.parents.find({ one, name.site });
        if (parent == m_stage.parents.end()) {
            return false;
        }
        one = parent->second;
    }
    return false;
}

void DeviceActor::addTwinsUnder(SaveId save, const Served &served, IdSet &twins) const
{
    const auto &made = m_stage.ledger.save(save);
    const auto &scope = m_stage.academy.scopes[static_cast<std::size_t>(made.scope)];
    auto names = made.names;
    for (const auto &waits : m_log->waitingIn(scope)) {
        wire::Header header;
        if (m_stage.registry.find(waits.header) == save && header.ParseFromString(waits.header)) {
            names.push_back({ record::Uuid::fromRaw(header.site()).value_or(record::Uuid {}), header.seq() });
        }
    }
    for (auto name : names) {
        const auto here = m_log->find(scope, name);
        const bool begins = here && (here->header.empty() || m_stage.registry.find(here->header) == save);
        auto one = save;
        for (bool isKnown = true, isHere = begins; name.seq > 0; --name.seq) {
            const auto there = served.names.find({ made.scope, name });
            isHere = isHere && m_log->rowOf(scope, name) != 0;
            if (!isHere && there != served.names.end() && !(isKnown && there->second == one)
                && served.known.delivered.has(there->second)
                && !(begins && m_stage.ledger.save(there->second).author == made.author)) {
                twins.add(there->second);
            }
            const auto parent = m_stage.parents.find({ one, name.site });
            isKnown = isKnown && parent != m_stage.parents.end();
            one = isKnown ? parent->second : one;
        }
    }
}

IdSet DeviceActor::doubtful()
{
    IdSet twins;
    for (const auto save : waiting().all()) {
        const auto &made = m_stage.ledger.save(save);
        const auto cursor = m_log->cursor(m_stage.academy.scopes[static_cast<std::size_t>(made.scope)]);
        const auto served = servedUpTo(cursor);
        IdSet seen;
        for (const auto edit : made.edits) {
            for (const auto id : m_stage.ledger.edit(edit).seen.all()) {
                seen.add(m_stage.ledger.edit(id).save);
            }
        }
        for (const auto from : seen.all()) {
            addTwinsUnder(from, served, twins);
        }
    }
    return twins;
}

bool DeviceActor::isTwin(SaveId save, const Served &served) const
{
    const auto &made = m_stage.ledger.save(save);
    return made.author != m_number && std::any_of(made.names.begin(), made.names.end(), [&](const merge::Dot &name) {
               return isTwinUnder(save, name, served);
           });
}

/// What it knew to be erased it may have let go of since, for what a server tells of it.
bool DeviceActor::holds(SaveId save) const
{
    return m_known.now.held.has(save) && (!m_stage.ledger.wasErased(save) || isHere(save));
}

void DeviceActor::observeSnapshot(const record::ScopeId &scope)
{
    const auto cursor = m_log->cursor(scope);
    const auto served = servedUpTo(cursor);
    for (const auto save : m_known.now.delivered.all()) {
        const auto &made = m_stage.ledger.save(save);
        const bool here = m_stage.academy.scopeOf(scope) == made.scope;
        if (here && !served.known.counts(save)
            && (served.known.refused.has(save) ? made.author != m_number || !isHere(save)
                                               : isTwin(save, served) || !holds(save))) {
            lose(save);
        }
    }
    for (const auto save : served.known.delivered.all()) {
        if (served.known.counts(save)) {
            for (const auto id : m_stage.ledger.save(save).edits) {
                served.known.cameErased.has(id) ? m_known.now.cameErased.add(id) : m_known.now.cameErased.remove(id);
            }
            deliver(save, false);
        }
    }
    m_known.renewing.remove(static_cast<std::uint32_t>(m_stage.academy.scopeOf(scope)));
    // What waits is merged into it, also where it had been out of sight since the place was left.
    for (const auto &change : m_log->waitingIn(scope)) {
        const auto save = m_stage.registry.find(change.header);
        wire::Header header;
        (void)header.ParseFromString(change.header);
        const merge::Dot name { record::Uuid::fromRaw(header.site()).value_or(record::Uuid {}), header.seq() };
        // Without what comes between nobody here can tell on which of two histories it goes on.
        const auto head = m_log->placed(scope, name.site).seq;
        const bool isFollowed = name.seq <= head || m_log->rowOf(scope, { name.site, head + 1 }) != 0;
        if (save && !change.body.empty() && change.verdict != wire::VERDICT_CLASS_QUARANTINED
            && (m_stage.ledger.save(*save).author == m_number || !(isFollowed && isTwinUnder(*save, name, served)))) {
            noteErased(*save, change.body, served.known.counts(*save));
            deliver(*save, true);
        }
    }
    m_touchedAll = true;
}

void DeviceActor::observe(const engine::Call &call, const engine::Reply &reply,
                          const std::map<record::ScopeId, wire::Cursor> &before)
{
    observeVerdicts();
    if (call.path.ends_with("/Push") && reply.status == 200) {
        observeLost(reply.body);
    }
    wire::PullResponse pulled;
    if (call.path.ends_with("/Pull") && reply.status == 200 && pulled.ParseFromString(reply.body)) {
        observePages(pulled);
    }
    for (const auto &[scope, was] : before) {
        const auto is = m_log->cursor(scope);
        const bool moved = was.rev() != is.rev() || was.epoch() != is.epoch() || was.log_hash() != is.log_hash();
        if (moved && call.path.ends_with("/Fetch")) {
            observeSnapshot(scope);
        } else if (moved && is.rev() > 0) {
            // A cursor says that all of the log up to it is here.
            const auto served = historyUpTo(scope, is.epoch(), is.rev());
            for (const auto save : served.delivered.all()) {
                if (served.counts(save) && !m_known.now.delivered.has(save)) {
                    deliver(save, m_stage.ledger.save(save).author == m_number);
                }
            }
        }
    }
    forgetLeft();
}

IdSet DeviceActor::waiting()
{
    IdSet saves;
    for (int scope = 0; scope < mostScopes; ++scope) {
        for (const auto &change : m_log->waitingIn(m_stage.academy.scopes[static_cast<std::size_t>(scope)])) {
            auto save = m_stage.registry.find(change.header);
            wire::Header header;
            (void)header.ParseFromString(change.header);
            if (!save) {
                // A chain that turned out to have a twin goes on under another name.
                const auto own = m_known.times.find({ scope, header.hybrid_time() });
                if (own != m_known.times.end()) {
                    save = own->second;
                    m_stage.registry.note(change.header, *save);
                }
            }
            if (save) {
                const auto site = record::Uuid::fromRaw(header.site()).value_or(record::Uuid {});
                m_stage.ledger.name(*save, { site, header.seq() });
                saves.add(*save);
            }
        }
    }
    return saves;
}

void DeviceActor::forgetLeft()
{
    const auto waits = waiting();
    for (int scope = 0; scope < mostScopes; ++scope) {
        if (shows(scope)) {
            continue;
        }
        bool had = false;
        for (SaveId save = 0; save < m_stage.ledger.saves(); ++save) {
            if (m_stage.ledger.save(save).scope == scope) {
                had = had || m_known.now.delivered.has(save);
                const bool isHeld = waits.has(save) && m_known.now.held.has(save);
                lose(save);
                if (isHeld) {
                    m_known.now.held.add(save);
                }
            }
        }
        if (had) {
            m_stage.say(
                fmt::format("{} has left {}", name(), m_stage.academy.scopes[static_cast<std::size_t>(scope)].text()));
        }
    }
}

} // namespace sim
