// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/server_actor.h"

#include "sync/host/problem.h"
#include "sync/record/plant.h"
#include "tests/sim/erased.h"
#include "tests/sim/fresh.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

namespace {

namespace wire = cadre::sync::v1;

template <class Request>
Request read(const std::string &body)
{
    Request request;
    if (!request.ParseFromString(body)) {
        throw host::Problem(host::Code::InvalidArgument, "The request can't be read.");
    }
    return request;
}

} // namespace

ServerActor::ServerActor(Stage &stage, std::uint64_t seed)
    : m_stage(stage)
    , m_disk(seed)
    , m_rules(stage.academy, stage.rights)
{
    m_disk.restore(freshServer(stage.academy));
    (void)reopen();
}

ServerActor::~ServerActor()
{
    shut();
}

void ServerActor::shut()
{
    m_host.reset();
    m_records.reset();
    m_log.reset();
    m_database.reset();
}

bool ServerActor::reopen()
{
    if (m_host != nullptr) {
        return true;
    }
    for (int i = 0; i < 3; ++i) {
        try {
            m_database = std::make_unique<store::Database>("server", m_disk.vfs());
            m_log = std::make_unique<store::Log>(*m_database);
            m_records = std::make_unique<store::RecordStore>(*m_database, m_stage.academy.newer);
            m_host = std::make_unique<host::Host>(
                *m_database, *m_log, *m_records, m_rules, m_stage.academy.signer, [this] { return m_stage.now; },
                host::Keeping { .deleted = 0 }, m_stage.sizes);
        } catch (const store::Error &) {
            shut();
        }
        if (!m_disk.isStopped()) {
            break;
        }
        shut();
        m_cut ? m_disk.powerCut(*m_cut) : m_disk.killProcess();
    }
    if (m_host == nullptr) {
        return false;
    }
    m_touchedAll = true;
    observe();
    return true;
}

std::string ServerActor::respond(const engine::Call &call, const host::Caller &caller)
{
    if (call.path.ends_with("/Push")) {
        store::Transaction transaction(*m_database);
        const auto response = m_host->push(caller, read<wire::PushRequest>(call.body));
        if (CADRE_PLANT("acknowledge_before_commit")) {
            m_early = response.SerializeAsString();
        }
        transaction.commit();
        removeLeftovers();
        return response.SerializeAsString();
    }
    if (call.path.ends_with("/Pull")) {
        return m_host->pull(caller, read<wire::PullRequest>(call.body)).SerializeAsString();
    }
    if (call.path.ends_with("/Poll")) {
        const auto request = read<wire::PollRequest>(call.body);
        auto body = m_host->poll(caller, request).SerializeAsString();
        if (request.cursors_size() > 0) {
            noteSaid(caller, request);
        }
        return body;
    }
    return m_host->fetch(caller, read<cadre::sync::v1alpha::FetchRequest>(call.body)).SerializeAsString();
}

bool ServerActor::isLoose(SaveId save) const
{
    const auto &edits = m_stage.ledger.save(save).edits;
    return edits.empty() || std::any_of(edits.begin(), edits.end(), [&](EditId id) {
               return m_stage.ledger.isLoose(m_stage.ledger.edit(id).key);
           });
}

std::optional<engine::Reply> ServerActor::serve(const engine::Call &call, const host::Caller &caller)
{
    if (!reopen()) {
        return std::nullopt;
    }
    engine::Reply reply { .status = 200 };
    m_early.reset();
    try {
        reply.body = respond(call, caller);
    } catch (const host::Problem &problem) {
        reply.status = host::httpStatus(problem.code());
        reply.body = fmt::format(R"({{"code":"{}","message":"{}"}})", host::codeName(problem.code()), problem.what());
    } catch (const store::Error &problem) {
        reply.status = 500;
        reply.body = fmt::format(R"({{"code":"internal","message":"{}"}})", problem.what());
        if (m_early) {
            reply = { .status = 200, .body = *m_early };
        }
    } catch (const std::invalid_argument &problem) {
        reply.status = 500;
        m_broken.push_back({ Promise::Unsound, "server", std::string("not caught: ") + problem.what() });
    }
    if (m_disk.isStopped()) {
        m_stage.say("the server is killed");
        shut();
        m_cut ? m_disk.powerCut(*m_cut) : m_disk.killProcess();
        (void)reopen();
        return m_early ? std::optional(reply) : std::nullopt;
    }
    observe();
    return reply;
}

void ServerActor::observe()
{
    for (const auto &scope : m_stage.academy.scopes) {
        auto &rev = m_known.revs[scope];
        const auto cursor = m_log->cursor(scope);
        if (cursor.rev() < rev) {
            m_broken.push_back({ Promise::Lost, "server",
                                 fmt::format("the log of {} ends at {} and had {}", scope.text(), cursor.rev(), rev) });
        }
        for (const auto &entry : m_log->after(scope, rev, SIZE_MAX)) {
            auto save = m_stage.registry.find(entry.header);
            save = save ? save : adoptForgetting(entry);
            save = save ? save : adoptErasing(entry);
            rev = entry.rev;
            if (!save) {
                continue;
            }
            const bool applied = entry.verdict != wire::VERDICT_CLASS_QUARANTINED;
            wire::Header header;
            (void)header.ParseFromString(entry.header);
            const merge::Dot dot { record::Uuid::fromRaw(header.site()).value_or(record::Uuid {}), header.seq() };
            const auto &names = m_stage.ledger.save(*save).names;
            const bool isRenamed = !names.empty() && std::find(names.begin(), names.end(), dot) == names.end();
            m_stage.ledger.name(*save, dot, true);
            if (m_stage.ledger.wasErased(*save) && m_stage.ledger.liesBehindLess(*save)) {
                m_stage.ledger.cameBack(*save);
            }
            if (isRenamed && (m_restores > 0 || !applied)) {
                // A word of an earlier state's knows it by the name that it had there.
                m_stage.ledger.cameBack(*save);
            }
            if (applied && m_known.now.counts(*save)) {
                m_stage.ledger.cameBack(*save);
                if (m_stage.ledger.wasErasedIn(m_stage.ledger.save(*save).scope)) {
                    // Two copies of a device tell what waits without the erased words each in its own chain.
                    m_stage.ledger.loosen(*save);
                }
            }
            if (applied && m_known.now.counts(*save) && !isLoose(*save)) {
                m_broken.push_back({ Promise::Twice, "server", "accepted again: " + m_stage.ledger.save(*save).note });
            }
            if (applied && m_stage.ledger.save(*save).isForbidden) {
                m_broken.push_back(
                    { Promise::Leaked, "server", "accepted what is forged: " + m_stage.ledger.save(*save).note });
            }
            m_stage.say(fmt::format("the server ({} {}) {} {}",
                                    record::Uuid::fromRaw(header.site()).value_or(record::Uuid {}).text().substr(0, 4),
                                    header.seq(), applied ? "takes" : "sets aside: " + entry.reason + ":",
                                    m_stage.ledger.save(*save).note));
            // Of one save under two names, as copies of a device tell it, one that is taken is enough.
            const bool stands = applied || m_known.now.counts(*save);
            m_known.history[scope].push_back({ entry.rev, *save, stands });
            const int place = m_stage.ledger.save(*save).scope;
            auto &ever = m_stage.everNamed.try_emplace({ place, dot }, *save).first->second;
            if (ever != *save) {
                m_stage.ledger.loosen(*save);
                m_stage.ledger.loosen(ever);
                ever = *save;
            }
            m_stage.named[{ place, dot }] = *save;
            if (const auto before = m_stage.named.find({ place, { dot.site, dot.seq - 1 } });
                before != m_stage.named.end()) {
                m_stage.parents[{ *save, dot.site }] = before->second;
            }
            m_known.now.delivered.add(*save);
            if (applied && m_restores > 0 && m_stage.ledger.save(*save).erases) {
                noteErasedBlindly(*save, scope);
            }
            if (applied) {
                m_stage.everTaken.add(*save);
            }
            stands ? m_known.now.refused.remove(*save) : m_known.now.refused.add(*save);
            for (const auto id : m_stage.ledger.save(*save).edits) {
                const auto &edit = m_stage.ledger.edit(id);
                m_touched.push_back(edit.key);
                // Who brings it may have obeyed a word that an earlier state of the server had said.
                const bool cameErased =
                    !entry.body.empty() && m_stage.ledger.wasErased(edit.key) && !tells(entry.body, edit);
                cameErased ? m_known.now.cameErased.add(id) : m_known.now.cameErased.remove(id);
            }
        }
        rev = cursor.rev();
    }
}

Knowledge ServerActor::upTo(const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev) const
{
    Knowledge known { .cameErased = m_known.now.cameErased };
    const auto told = m_told.find(epoch);
    const auto &history = told == m_told.end() ? m_known.history : told->second;
    const auto found = history.find(scope);
    for (const auto &placed : found == history.end() ? std::vector<Placed>() : found->second) {
        if (placed.rev <= rev) {
            known.delivered.add(placed.save);
            placed.isApplied ? known.refused.remove(placed.save) : known.refused.add(placed.save);
        }
    }
    return known;
}

void ServerActor::killNow(std::optional<Cut> cut)
{
    // Before anything is closed in good order.
    cut ? m_disk.powerCut(*cut) : m_disk.killProcess();
    shut();
    (void)reopen();
}

void ServerActor::armKill(std::uint32_t operations, std::optional<Cut> cut)
{
    m_cut = cut;
    m_disk.stopAtOperation(operations);
}

void ServerActor::disarm()
{
    m_disk.stopAtOperation(0);
}

void ServerActor::keepImage()
{
    if (reopen()) {
        m_known.named = m_stage.named;
        m_backups.emplace_back(m_disk.image(), m_known);
    }
}

bool ServerActor::restore(std::uint32_t choice)
{
    if (m_backups.empty()) {
        return false;
    }
    if (reopen()) {
        m_told[m_host->epoch()] = m_known.history;
        m_stage.namedBefore[m_host->epoch()] = m_stage.named;
    }
    shut();
    m_stage.ledger.serverWentBack();
    // What is restored once is not undone by a later backup.
    m_backups.resize(choice == named ? m_backups.size() : choice % m_backups.size() + 1);
    const auto &[image, known] = m_backups.back();
    m_disk.stopAtOperation(0);
    m_disk.restore(image);
    m_known = known;
    m_stage.named = known.named;
    m_said.clear();
    if (++m_restores > 1) {
        // How far two lost histories were one is not known any more: what was made from them may stand beside it.
        for (SaveId save = 0; save < m_stage.ledger.saves(); ++save) {
            m_stage.ledger.loosen(save);
        }
    }
    if (reopen()) {
        m_host->beginEpoch();
    }
    return true;
}

std::uint64_t ServerActor::compact(int scope)
{
    std::uint64_t dropped = 0;
    if (reopen()) {
        const auto &place = m_stage.academy.scopes[static_cast<std::size_t>(scope)];
        const auto before = m_log->cursor(place).rev();
        try {
            dropped = m_host->compact(place);
            requireStable(place, before);
            removeLeftovers();
        } catch (const store::Error &) {
            // The disk stopped in the middle of it: it is done another time.
        }
        if (m_disk.isStopped()) {
            killNow(m_cut);
        }
        if (m_host != nullptr) {
            observe();
        }
    }
    return dropped;
}

std::optional<std::vector<store::RecordKey>> ServerActor::takeTouched()
{
    if (std::exchange(m_touchedAll, false)) {
        m_touched.clear();
        return std::nullopt;
    }
    return std::exchange(m_touched, {});
}

} // namespace sim
