// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/outbox.h"

#include "sync/engine/history.h"
#include "sync/engine/retelling.h"
#include "sync/engine/setting_aside.h"
#include "sync/engine/seen_heads.h"
#include "sync/record/plant.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t pushBudget = 1024 * 1024;
constexpr std::size_t runLimit = 256;
constexpr auto forkedReason = "forked";
constexpr auto holeReason = "hole";
constexpr auto earlyReason = "early";
constexpr auto lostReason = "lost";
constexpr auto togetherReason = "together";
constexpr auto baseReason = "base";

std::vector<merge::Dot> lackingIn(const wire::Verdict &verdict)
{
    std::vector<merge::Dot> dots;
    for (const auto &dot : verdict.lacking()) {
        if (const auto site = record::Uuid::fromRaw(dot.site())) {
            dots.push_back({ *site, dot.seq() });
        }
    }
    return dots;
}

/// How many of them follow one another: of what was kept of another's chain, some may be of a history that went on
/// in another way.
std::size_t chained(const std::vector<store::LoggedChange> &changes)
{
    std::string previous;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        wire::Header header;
        if (!header.ParseFromString(changes[i].header) || (i > 0 && header.previous() != previous)) {
            return i;
        }
        previous = merge::hash(merge::headerDomain, { changes[i].header });
    }
    return changes.size();
}

/// How many of them were made in one history: a name that they say they were made from means one thing.
std::size_t ofOneEpoch(const std::vector<store::LoggedChange> &changes)
{
    const auto epochOf = [](const store::LoggedChange &change) {
        wire::Header header;
        (void)header.ParseFromString(change.header);
        return header.seen_epoch();
    };
    const auto other = std::find_if(changes.begin(), changes.end(), [&](const store::LoggedChange &change) {
        return epochOf(change) != epochOf(changes.front());
    });
    return static_cast<std::size_t>(other - changes.begin());
}

} // namespace

struct Outbox::Answers {
    Settled settled;
    /// Where chains of this device can't go on as they are: the first seq that can't.
    std::map<record::ScopeId, std::uint64_t> ends;
    std::set<std::pair<record::ScopeId, record::Uuid>> offered;
    std::uint64_t epoch = 0;
    /// Everybody has had time to give a restored server back what it lacked.
    bool hasHealed = false;
};

bool Outbox::bringVouchers(const std::vector<store::WaitingRun> &runs, const std::vector<record::Uuid> &own)
{
    bool moved = false;
    for (const auto &run : runs) {
        const bool isOwn = std::find(own.begin(), own.end(), run.site) != own.end();
        const auto &last = run.changes.back();
        const auto read = merge::readChange(last.header, {});
        if (isOwn || !run.isWhole || !last.signature.empty() || !read.change) {
            continue;
        }
        const auto seq = read.change->dot.seq;
        if (m.log.placed(run.scope, run.site).seq >= seq) {
            // The server has them, or others in their place: what comes next tells.
            m.log.offerNoMore(run.scope, run.site, seq - run.changes.size() + 1, seq);
            moved = true;
        } else if (vouchAgain(m, run.scope, run.site, { seq, read.change->headerHash })) {
            moved = true;
        } else if (last.body.empty()) {
            m.log.drop(m.log.rowOf(run.scope, read.change->dot));
            moved = true;
        }
    }
    return moved;
}

wire::PushRequest Outbox::runs()
{
    wire::PushRequest request;
    *request.mutable_protocol() = protocolSpoken();
    store::Transaction transaction(m.database);
    const auto own = m.branches.sitesOf(m.site());
    const auto secretKey = m.meta("secret_key");
    auto runs = m.log.waiting(pushBudget);
    if (bringVouchers(runs, own)) {
        runs = m.log.waiting(pushBudget);
    }
    for (const auto &[scope, site, changes, isWhole] : runs) {
        wire::Run run;
        run.set_format(1);
        run.set_signature_algorithm(1);
        const bool isOwn = std::find(own.begin(), own.end(), site) != own.end();
        std::size_t count = std::min(changes.size(), runLimit);
        if (const auto early = m_early.find({ scope, site }); early != m_early.end()) {
            // What comes before a change that has to wait goes up under a signature of its own.
            const auto first = merge::readChange(changes.front().header, {}).change->dot.seq;
            count = early->second > first ? std::min<std::size_t>(count, early->second - first) : count;
        }
        count = std::min(count, isOwn ? ofOneEpoch(changes) : chained(changes));
        while (!isOwn && count > 0 && changes[count - 1].signature.empty()) {
            --count;
        }
        if (count == 0) {
            continue;
        }
        for (std::size_t i = 0; i < count; ++i) {
            run.add_headers(changes[i].header);
            run.add_bodies(changes[i].body);
            if (changes[i].body.empty()) {
                auto &word = *run.add_set_aside();
                word.set_seq(merge::readChange(changes[i].header, {}).change->dot.seq);
                word.set_verdict_signature(changes[i].verdictSignature);
            }
        }
        nameSeenHeads(m.log, m.branches, isOwn, run);
        if (const auto *branch = isOwn ? m.branches.find(scope, site) : nullptr) {
            run.mutable_branch()->set_site(m.site().raw());
            run.mutable_branch()->set_header_hash(branch->headerHash);
        }
        if (isOwn) {
            const auto head = merge::readChange(changes[count - 1].header, {});
            (void)run.mutable_certificate()->ParseFromString(m.meta("certificate"));
            run.set_signature(merge::sign(merge::runDomain, head.change->headerHash, secretKey));
            m.log.setSignature(scope, head.change->dot, run.signature());
        } else {
            (void)run.mutable_certificate()->ParseFromString(m.certificateOf(site));
            run.set_signature(changes[count - 1].signature);
        }
        *request.add_runs() = std::move(run);
    }
    transaction.commit();
    return request;
}

void Outbox::takeHeld(const wire::Verdict &verdict, const record::ScopeId &scope, const record::Uuid &site,
                      Answers &answers)
{
    const bool forked = verdict.reason() == forkedReason;
    const bool hole = verdict.reason() == holeReason;
    const merge::Dot dot { site, verdict.dot().seq() };
    if (verdict.reason() == togetherReason) {
        // It waits for nothing any more, and those after it in this answer do.
        m_early.erase({ scope, site });
    }
    const auto lacking = lackingIn(verdict);
    // What this device has of it is offered first.
    const bool isLost = verdict.reason() == lostReason
        && (m.meta("agreed_epoch") == std::to_string(answers.epoch)
            || std::none_of(lacking.begin(), lacking.end(),
                            [&](const merge::Dot &first) { return m.log.holdsFrom(scope, first); }));
    // What came after it in its chain is gone as well: nothing can be told anew under these names.
    const bool quotes = verdict.reason() == baseReason;
    bool isStuck = hole && answers.hasHealed;
    if (verdict.reason() == togetherReason || (quotes && tellWithoutBase(m, scope, dot))
        || (isLost && tellWithoutLost(m, scope, dot, lacking))) {
        ++answers.settled.changes;
    } else if (isLost) {
        isStuck = true;
    } else if (quotes) {
        // While a restored server heals, its author may still come.
        isStuck = answers.hasHealed;
    } else if (verdict.reason() == earlyReason || verdict.reason() == lostReason) {
        m_early.try_emplace({ scope, site }, verdict.dot().seq());
    }
    // Where the server's chain is another one than it was, all that is kept of it is offered, to learn
    // from where on.
    const bool first = (hole || (forked && !CADRE_PLANT("fork_is_cut_where_it_shows")))
        && m_offeredAgain.insert({ scope, site }).second;
    if (first && m.log.offerAgain(scope, site)) {
        answers.offered.insert({ scope, site });
        ++answers.settled.changes;
    } else if (answers.offered.contains({ scope, site })) {
        return;
    } else if ((forked || isStuck) && site != m.site(scope)) {
        putAside(m, scope, { site, verdict.dot().seq() }, forked ? Aside::Twin : quotes ? Aside::Base : Aside::Gap);
        ++answers.settled.changes;
    } else if ((forked || isStuck) && site == m.site(scope)) {
        // Of a hole: what the server lacks is not here any more, and nobody else had it.
        const auto end = answers.ends.try_emplace(scope, verdict.dot().seq()).first;
        end->second = std::min(end->second, verdict.dot().seq());
    }
}

void Outbox::takeOne(const wire::Verdict &verdict, Answers &answers)
{
    const auto scope = merge::fromProto(verdict.scope());
    const auto site = record::Uuid::fromRaw(verdict.dot().site());
    if (!scope || !site) {
        return;
    }
    if (verdict.rev() == 0 && !CADRE_PLANT("held_is_acknowledged")) {
        takeHeld(verdict, *scope, *site, answers);
        return;
    }
    const auto before = settle(m, *scope, { *site, verdict.dot().seq() }, verdict);
    if (!before) {
        return;
    }
    ++answers.settled.changes;
    if (*before == 0) {
        ++(verdict.verdict() == wire::VERDICT_CLASS_QUARANTINED ? answers.settled.quarantined : answers.settled.pushed);
    }
}

Outbox::Settled Outbox::take(const wire::PushResponse &response)
{
    Answers answers;
    answers.epoch = response.epoch();
    const auto healedBy = std::max<std::int64_t>(response.server_time(), 0) - merge::healingMilliseconds;
    answers.hasHealed =
        response.epoch() != 0 && healedBy > 0 && response.epoch() < static_cast<std::uint64_t>(healedBy);
    store::Transaction transaction(m.database);
    answers.settled.changes += m.learnEpoch(response.epoch()) ? 1 : 0;
    // What has a place is settled first: because of what is held, others that wait may be told anew under their names.
    std::vector<const wire::Verdict *> verdicts;
    for (const auto &verdict : response.verdicts()) {
        verdicts.push_back(&verdict);
    }
    std::stable_partition(verdicts.begin(), verdicts.end(), [](const auto *verdict) { return verdict->rev() != 0; });
    for (const auto *verdict : verdicts) {
        takeOne(*verdict, answers);
    }
    for (const auto &[scope, first] : answers.ends) {
        branch(m, scope, first);
        ++answers.settled.changes;
    }
    for (const auto &receipt : response.receipts()) {
        m.keepReceipt(receipt);
    }
    transaction.commit();
    return answers.settled;
}

} // namespace engine
