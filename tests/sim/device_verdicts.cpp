// SPDX-License-Identifier: Apache-2.0
// What a device learns of what the server answered for.
#include "tests/sim/device_actor.h"

#include "sync/merge/change.h"
#include "sync/store/database.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

namespace {

namespace wire = cadre::sync::v1;

} // namespace

/// What is told without what a restored server lost, and what waits after it in its chain, may stand beside that,
/// should it come back late.
void DeviceActor::observeLost(const std::string &reply)
{
    wire::PushResponse response;
    (void)response.ParseFromString(reply);
    for (const auto &verdict : response.verdicts()) {
        const auto scope = merge::fromProto(verdict.scope());
        if (verdict.reason() != "lost" || !scope) {
            continue;
        }
        for (const auto &waits : m_log->waitingIn(*scope)) {
            wire::Header header;
            (void)header.ParseFromString(waits.header);
            const auto save = m_stage.registry.find(waits.header);
            if (save && header.site() == verdict.dot().site() && header.seq() >= verdict.dot().seq()) {
                m_stage.ledger.loosen(*save);
                m_stage.ledger.saysLess(*save);
            }
        }
    }
}

bool DeviceActor::isHere(SaveId save) const
{
    store::Statement find(*m_database, "SELECT header FROM change WHERE time = ? AND length(body) > 0");
    find.bind(1, static_cast<std::int64_t>(m_stage.ledger.save(save).time));
    while (find.step()) {
        if (m_stage.registry.find(find.blob(0)) == save) {
            return true;
        }
    }
    return false;
}

/// Set aside, and nothing is left of it to list: all that it said is erased.
IdSet DeviceActor::setAsideAndErased() const
{
    IdSet saves;
    store::Statement find(*m_database, "SELECT header, body FROM change WHERE verdict = 3 AND length(body) > 0");
    while (find.step()) {
        const auto save = m_stage.registry.find(find.blob(0));
        const auto read = merge::readChange(find.blob(0), find.blob(1));
        if (save && read.change && read.change->edits.empty()) {
            saves.add(*save);
        }
    }
    return saves;
}

void DeviceActor::observeVerdicts()
{
    (void)waiting();
    IdSet waits;
    for (int scope = 0; scope < mostScopes; ++scope) {
        for (const auto &change : m_log->waitingIn(m_stage.academy.scopes[static_cast<std::size_t>(scope)])) {
            const auto save = m_stage.registry.find(change.header);
            if (save && change.verdict != wire::VERDICT_CLASS_QUARANTINED) {
                waits.add(*save);
            }
        }
    }
    // What was put aside here for its name may have come to the server, or wait, under another one.
    const auto isTaken = [&](SaveId save) {
        const auto &scope = m_stage.academy.scopes[static_cast<std::size_t>(m_stage.ledger.save(save).scope)];
        const auto cursor = m_log->cursor(scope);
        return historyUpTo(scope, cursor.epoch(), cursor.rev()).counts(save);
    };
    const auto standsOtherwise = [&](SaveId save) { return waits.has(save) || isTaken(save); };
    // The same of what the server refused: a word of the history that the device is in, and not of one before.
    const auto isTakenByNow = [&](SaveId save) {
        const auto &scope = m_stage.academy.scopes[static_cast<std::size_t>(m_stage.ledger.save(save).scope)];
        store::Statement epoch(*m_database, "SELECT value FROM meta WHERE key = 'epoch'");
        return isTaken(save) && (epoch.step() ? epoch.blob(0) : "0") == std::to_string(m_log->cursor(scope).epoch());
    };
    IdSet refused;
    for (const auto save : setAsideAndErased().all()) {
        if (!standsOtherwise(save)) {
            refused.add(save);
        }
    }
    for (const auto &change : m_log->setAside()) {
        const auto save = m_stage.registry.find(change.header);
        const bool isPutAside = change.reason == "gap" || change.reason == "twin" || change.reason == "base";
        if (save && !(isPutAside ? standsOtherwise(*save) : isTakenByNow(*save))) {
            refused.add(*save);
        }
    }
    for (SaveId save = 0; save < m_stage.ledger.saves(); ++save) {
        if (refused.has(save) != m_known.now.refused.has(save)) {
            const auto &made = m_stage.ledger.save(save);
            if (!refused.has(save) && made.author == m_number && !m_stage.everTaken.has(save)
                && !m_stage.ledger.wasErased(save)) {
                m_broken.push_back(
                    { Promise::Lost, name(), "set aside, and in its list no more: " + m_stage.ledger.save(save).note });
            }
            m_stage.say(fmt::format("{} {}: {}", name(), refused.has(save) ? "knows to be set aside" : "takes again",
                                    m_stage.ledger.save(save).note));
            touch(save);
            if (!refused.has(save) && isHere(save)) {
                // Merged at once where the place is known, and else with the snapshot of it.
                shows(m_stage.ledger.save(save).scope) ? deliver(save, true) : lose(save);
            }
            if (refused.has(save) && m_stage.everTaken.has(save)) {
                m_known.renewing.add(static_cast<std::uint32_t>(m_stage.ledger.save(save).scope));
            }
        }
    }
    m_known.now.refused = refused;
}

} // namespace sim
