// SPDX-License-Identifier: Apache-2.0
#include "sync/host/erased_names.h"
#include "sync/host/host.h"
#include "sync/host/problem.h"
#include "sync/host/protocol.h"
#include "sync/host/run.h"
#include "sync/host/sentences.h"
#include "sync/host/verdicts.h"
#include "sync/merge/seen.h"
#include "sync/record/plant.h"
#include "sync/store/erasing.h"
#include "cadre/sync/v1alpha/receipt.pb.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace host {

namespace {

namespace wire = cadre::sync::v1;

constexpr int mostRuns = 1000;
constexpr int mostChanges = 20'000;

bool forgets(const merge::Change &change)
{
    return std::any_of(change.edits.begin(), change.edits.end(), [](const wire::RecordEdit &edit) {
        return std::any_of(edit.ops().begin(), edit.ops().end(),
                           [](const wire::Op &op) { return merge::isGoneByRule(op.kind()); });
    });
}

/// By what it says of itself.
bool isByServer(const wire::Run &run)
{
    wire::Header header;
    return run.headers_size() > 0 && header.ParseFromString(run.headers(0))
        && record::Uuid::fromRaw(header.author()).value_or(record::Uuid {}).isNull();
}

} // namespace

/// Takes one request's runs.
class Host::Taking {
public:
    Taking(Host &host, const Caller &caller)
        : m_host(host)
        , m_caller(caller)
        , m_erasedNames(host.m_database)
    {
    }

    void take(const wire::Run &run)
    {
        Run read;
        Origin origin;
        try {
            read = readRun(run);
            origin = originOf(run, read, m_caller, m_host.m_rules, m_host.m_signer);
            if (m_caller.isSignedOut && origin.isCarried) {
                throw Problem(Code::PermissionDenied, carriedSentence);
            }
        } catch (const Problem &problem) {
            note(problem);
            for (const auto &change : read.changes) {
                *m_response.add_verdicts() = held(change, codeName(problem.code()), problem.what());
            }
            return;
        }
        // A restored server gets back what was made before, by whoever holds it.
        origin.isSignedOut = m_caller.isSignedOut
            || (origin.isCarried && !origin.isHost && !isHealing()
                && m_host.m_rules.isSignedOut(read.changes.front().dot.site));
        place(run, read, origin);
        m_host.m_rules.follow();
        m_tookAny = true;
    }

    void note(const Problem &problem)
    {
        if (!m_problem) {
            m_problem = problem;
        }
    }

    wire::PushResponse finish()
    {
        if (m_problem && !m_tookAny) {
            throw *m_problem;
        }
        for (const auto &[scope, site] : m_grown) {
            addReceipt(scope, site);
        }
        m_response.set_server_time(m_host.m_clock());
        m_response.set_epoch(m_host.m_epoch);
        return std::move(m_response);
    }

private:
    void place(const wire::Run &run, Run &read, const Origin &origin)
    {
        const auto scope = read.changes.front().scope;
        const auto site = read.changes.front().dot.site;
        const auto head = m_host.m_log.head(scope, site).value_or(store::ChainHead {});
        std::uint64_t seq = head.seq;
        std::string previous = head.headerHash;
        bool forked = false;
        const bool names = m_erasedNames.any(scope);
        const auto seen = seenHeadsOf(run);
        std::vector<Standing> standings;
        bool early = false;
        bool anyNew = false;
        for (auto &change : read.changes) {
            store::takeErased(m_host.m_records, change);
            standings.push_back(change.dot.seq <= head.seq ? Standing {}
                                                           : standingOf(change, origin, seen, read.changes));
            if (change.dot.seq > head.seq && origin.isHost && merge::erases(change)) {
                standings.back().others = othersUnderItsNames(change, run, m_host.m_log);
                m_erasedNames.note(change, run, m_host.m_log);
            }
            // Where the chain is another one from some new change on, those before it need a signature of their own.
            const bool isTwin = names && change.dot.seq > head.seq && m_erasedNames.meanAnother(change);
            early = early || standings.back().hold != Hold::None || (isTwin && anyNew);
            anyNew = anyNew || change.dot.seq > head.seq;
        }
        bool waits = false;
        for (std::size_t i = 0; i < read.changes.size(); ++i) {
            auto &change = read.changes[i];
            if (!forked && change.dot.seq <= head.seq) {
                const auto known = m_host.m_log.find(scope, change.dot);
                forked = !known || (!known->is(change) && !CADRE_PLANT("same_number_same_change"));
                if (!forked) {
                    *m_response.add_verdicts() = again(change, *known);
                    continue;
                }
            }
            if (!forked && !waits && change.dot.seq != seq + 1) {
                *m_response.add_verdicts() = held(change, "hole", holeSentence);
                continue;
            }
            forked = forked || (!waits && change.header.previous() != previous)
                || (names && m_erasedNames.meanAnother(change));
            if (forked) {
                *m_response.add_verdicts() = held(change, "forked", forkedSentence);
                continue;
            }
            if (early) {
                // One signature covers the run: nobody could check a part of it.
                const bool first = !waits && standings[i].hold == Hold::None;
                waits = waits || !first;
                *m_response.add_verdicts() =
                    first ? held(change, "together", togetherSentence) : held(change, standings[i]);
                seq = change.dot.seq;
                previous = change.headerHash;
                continue;
            }
            seq = change.dot.seq;
            previous = change.headerHash;
            const bool last = i + 1 == read.changes.size();
            append(std::move(change), last ? run.signature() : std::string(), origin, read.setAside, standings[i]);
        }
        if (seq > head.seq && !early) {
            m_grown.insert({ scope, site });
        }
        if (origin.certificate && seq > head.seq && !early) {
            m_host.keepCertificate(site, *origin.certificate);
        }
        keepPlaced();
    }

    /// How a new change stands to what is here.
    [[nodiscard]] Standing standingOf(const merge::Change &change, const Origin &origin, const SeenHeads &seen,
                                      const std::vector<merge::Change> &run) const
    {
        Standing standing;
        // That something is erased waits for nothing, and silences nothing but that.
        if (!(origin.isHost && merge::erases(change))) {
            standing.claims = claimsOf(change, seen, m_host.m_log, m_host.m_epoch,
                                       m_host.knowsEpoch(change.header.seen_epoch()), m_host.m_clock());
        }
        if (standing.claims.are == Claims::Are::Lost && origin.isCarried) {
            // Only its author's device could say it in another way.
            standing.claims.are = isHealing() ? Claims::Are::Early : Claims::Are::False;
        }
        standing.lacksWord = lacksWord(change, origin, run);
        const bool mayCome = standing.lacksWord && isHealing();
        if (standing.lacksWord && !mayCome && origin.isCarried) {
            standing.hold = Hold::Hole;
        } else if (store::tellsErased(m_host.m_records, change)) {
            standing.hold = Hold::Base;
        } else if (standing.claims.are == Claims::Are::Lost) {
            standing.hold = Hold::Lost;
        } else if (standing.claims.are == Claims::Are::Early || mayCome) {
            standing.hold = Hold::Early;
        }
        return standing;
    }

    /// True while what a restored server lacks may come from other devices.
    [[nodiscard]] bool isHealing() const
    {
        return m_host.m_epoch != 0
            && m_host.m_clock() < static_cast<std::int64_t>(m_host.m_epoch) + merge::healingMilliseconds;
    }

    /// True when a part of the change came erased, and neither the log nor the same run has the server's word for it:
    /// whoever likes could hide what they, or others, wrote.
    [[nodiscard]] bool lacksWord(const merge::Change &change, const Origin &origin,
                                 const std::vector<merge::Change> &run) const
    {
        return change.erasedParts > 0 && !m_host.m_records.mayBeErased(change.scope, change.dot)
            && std::none_of(run.begin(), run.end(),
                            [&](const merge::Change &other) {
                                return origin.isHost && merge::erases(other) && merge::seenBy(other).covers(change.dot);
                            })
            && !CADRE_PLANT("erased_parts_need_no_word");
    }

    /// A repeated change gets its first verdict again. A body that was missing is taken up.
    wire::Verdict again(const merge::Change &change, const store::LoggedChange &known)
    {
        if (known.verdict == wire::VERDICT_CLASS_QUARANTINED && known.body.empty() && change.hasBody()
            && !store::tellsErased(m_host.m_records, change)) {
            m_host.m_log.setBody(change);
        }
        return settled(change, known);
    }

    /// What is placed in the log at once, when the run has been read to its end.
    struct Placed {
        merge::Change change;
        store::LoggedChange place;
    };

    void append(merge::Change change, const std::string &signature, const Origin &origin,
                const std::map<std::uint64_t, std::string> &setAside, const Standing &standing)
    {
        Refusal refusal;
        if (!change.hasBody()) {
            refusal = { "set_aside_before", strippedSentence };
        } else if (standing.lacksWord) {
            refusal = { "erased", erasedPartSentence };
        } else if (!origin.isHost && forgets(change) && !CADRE_PLANT("anybody_may_forget")) {
            refusal = { "forgets", forgetsSentence };
        } else if (!standing.others.empty()) {
            refusal = { "names", namesSentence };
            m_toldAnew.push_back({ change.scope, withoutOthers(change.edits, standing.others) });
        } else if (standing.claims.are == Claims::Are::False && !CADRE_PLANT("claims_are_believed")) {
            refusal = { "claims", claimsSentence };
        } else if (!origin.isHost) {
            // Of what is erased there is nothing left to judge.
            refusal = judge(change, origin);
        }
        if (m_placed.empty()) {
            m_rev = m_host.m_log.cursor(change.scope).rev();
        }
        store::LoggedChange place;
        place.signature = signature;
        place.rev = ++m_rev;
        place.reason = refusal.reason;
        place.sentence = refusal.sentence;
        if (refusal.empty()) {
            if (origin.isHost && change.header.has_released()) {
                m_host.m_log.markReleased(change.scope, merge::fromProto(change.header.released()));
            }
            m_host.m_rules.accept(change);
            place.verdict = m_host.m_records.apply(change) ? wire::VERDICT_CLASS_CONFLICT : wire::VERDICT_CLASS_APPLIED;
        } else {
            m_host.m_rules.setAside(change, refusal);
            place.verdict = wire::VERDICT_CLASS_QUARANTINED;
            const auto known = setAside.find(change.dot.seq);
            place.verdictSignature =
                known != setAside.end() ? known->second : m_host.m_signer.sign(merge::verdictDomain, change.headerHash);
        }
        *m_response.add_verdicts() = settled(change, place);
        m_placed.push_back({ std::move(change), std::move(place) });
    }

    /// Of a change whose shape, names and claims hold. What is let in after all has come this far.
    [[nodiscard]] Refusal judge(const merge::Change &change, const Origin &origin) const
    {
        if (change.author != origin.person && !CADRE_PLANT("author_is_believed")) {
            return { "author",
                     "This change was written in another person's name. It is kept; ask who runs the server." };
        }
        if (origin.isSignedOut) {
            return { signedOutReason, signedOutSentence };
        }
        return change.edits.empty() ? Refusal {} : m_host.m_rules.judge(change);
    }

    /// A word of an earlier server's, but for what has another meaning here.
    struct Word {
        record::ScopeId scope;
        std::vector<wire::RecordEdit> edits;
    };

    void obey(const merge::Change &word)
    {
        (void)store::obeyErasure(m_host.m_log, m_host.m_records, word);
        m_host.m_snapshots.drop(word.scope);
    }

    void keepPlaced()
    {
        std::vector<store::Log::Appended> run;
        run.reserve(m_placed.size());
        for (const auto &placed : m_placed) {
            run.push_back({ &placed.change, &placed.place });
        }
        m_host.m_log.append(run);
        std::vector<merge::Change> words;
        for (const auto &placed : m_placed) {
            if (placed.place.verdict != wire::VERDICT_CLASS_QUARANTINED && merge::erases(placed.change)) {
                words.push_back(placed.change);
                obey(placed.change);
            }
        }
        for (auto &placed : m_placed) {
            if (placed.place.verdict != wire::VERDICT_CLASS_QUARANTINED) {
                m_host.m_rules.applied(std::move(placed.change));
            }
        }
        m_placed.clear();
        for (const auto &told : std::exchange(m_toldAnew, {})) {
            words.push_back(m_host.write(told.scope, told.edits));
            obey(words.back());
            m_host.m_rules.applied(words.back());
        }
        for (const auto &word : words) {
            m_host.eraseAgain(word);
        }
    }

    void addReceipt(const record::ScopeId &scope, const record::Uuid &site)
    {
        const auto head = m_host.m_log.head(scope, site);
        cadre::sync::v1alpha::Receipt receipt;
        receipt.set_format(1);
        *receipt.mutable_scope() = merge::toProto(scope);
        receipt.mutable_dot()->set_site(site.raw());
        receipt.mutable_dot()->set_seq(head->seq);
        receipt.set_header_hash(head->headerHash);
        receipt.set_epoch(m_host.m_epoch);
        receipt.set_rev(m_host.m_log.cursor(scope).rev());
        receipt.set_issued_at(m_host.m_clock());
        auto &given = *m_response.add_receipts();
        given.set_receipt(receipt.SerializeAsString());
        given.set_signature(m_host.m_signer.sign(merge::receiptDomain, given.receipt()));
    }

    Host &m_host;
    const Caller &m_caller;
    ErasedNames m_erasedNames;
    wire::PushResponse m_response;
    std::set<std::pair<record::ScopeId, record::Uuid>> m_grown;
    std::vector<Placed> m_placed;
    std::vector<Word> m_toldAnew;
    std::uint64_t m_rev = 0; ///< Of the last one placed.
    std::optional<Problem> m_problem;
    bool m_tookAny = false;
};

wire::PushResponse Host::push(const Caller &caller, const wire::PushRequest &request)
{
    // An old app may always upload: only one that has left this protocol behind is turned away.
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    int changes = 0;
    for (const auto &run : request.runs()) {
        changes += run.headers_size();
    }
    if (request.runs_size() > mostRuns || changes > mostChanges) {
        throw Problem(Code::ResourceExhausted,
                      "That is more than this server takes at once. Send the changes in smaller parts.");
    }
    Taking taking(*this, caller);
    // What a server wrote comes first: it says which parts of others are erased.
    for (const bool byServers : { true, false }) {
        for (const auto &run : request.runs()) {
            if (isByServer(run) == byServers) {
                taking.take(run);
            }
        }
    }
    return taking.finish();
}

} // namespace host
