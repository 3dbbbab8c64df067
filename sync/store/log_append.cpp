// SPDX-License-Identifier: Apache-2.0
// What a log does once for each change: it grows, and what waited in it is answered.
#include "sync/store/log.h"

#include "sync/record/plant.h"

namespace store {

namespace {

void bindIfAny(Statement &statement, int index, const std::string &bytes)
{
    if (bytes.empty()) {
        statement.bindNull(index);
    } else {
        statement.lendBlob(index, bytes);
    }
}

} // namespace

void Log::append(const merge::Change &change, const LoggedChange &place)
{
    append(std::vector<Appended> { { &change, &place } });
}

void Log::append(const std::vector<Appended> &run)
{
    if (run.empty()) {
        return;
    }
    const auto &last = *run.back().change;
    const auto scope = m_places.rowOf(last.scope);
    const auto site = m_places.rowOf(last.dot.site);
    std::optional<Reached> end;
    Statement insert(m_database,
                     "INSERT INTO change(scope, site, seq, verdict, time, header, body, signature, reason, sentence,"
                     " rev, log_hash, undo, verdict_signature) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto &[change, place] : run) {
        insert.bind(1, scope).bind(2, site).bind(3, static_cast<std::int64_t>(change->dot.seq));
        insert.bind(4, place->verdict).bind(5, static_cast<std::int64_t>(change->header.hybrid_time()));
        insert.lendBlob(6, change->headerBytes).lendBlob(7, change->bodyBytes);
        if (place->rev != 0) {
            end = end ? *end : readReached(last.scope);
            end->rev = place->rev;
            end->logHash = merge::nextLogHash(end->logHash, place->rev, change->headerHash, place->verdict);
            insert.bind(11, static_cast<std::int64_t>(place->rev)).lendBlob(12, end->logHash);
        } else {
            insert.bindNull(11).bindNull(12);
        }
        bindIfAny(insert, 8, place->signature);
        bindIfAny(insert, 9, place->reason);
        bindIfAny(insert, 10, place->sentence);
        bindIfAny(insert, 13, place->undo);
        bindIfAny(insert, 14, place->verdictSignature);
        insert.run();
    }
    if (end) {
        moveTo(last.scope, *end);
    }
    Statement chain(m_database,
                    "INSERT INTO chain(scope, site, seq, header_hash) VALUES(?, ?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET seq = excluded.seq, header_hash = excluded.header_hash"
                    " WHERE excluded.seq > chain.seq");
    chain.bind(1, scope).bind(2, site).bind(3, static_cast<std::int64_t>(last.dot.seq));
    chain.bindBlob(4, last.headerHash).run();
    if (CADRE_PLANT("returning_change_moves_the_head")) {
        setHead(last.scope, last.dot.site, { last.dot.seq, last.headerHash });
    }
}

std::optional<Log::Standing> Log::standing(const record::ScopeId &scope, const merge::Dot &dot) const
{
    Statement find(m_database,
                   "SELECT rowid, rev IS NULL, verdict, length(undo) > 0 FROM change"
                   " WHERE scope = ? AND site = ? AND seq = ?");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(dot.site).value_or(-1));
    find.bind(3, static_cast<std::int64_t>(dot.seq));
    if (!find.step()) {
        return std::nullopt;
    }
    return Standing { find.integer(0), find.integer(1) != 0, static_cast<std::uint32_t>(find.integer(2)),
                      find.integer(3) != 0 };
}

void Log::setVerdict(std::int64_t row, const cadre::sync::v1::Verdict &verdict)
{
    Statement update(m_database,
                     "UPDATE change SET rev = ?, verdict = ?, reason = nullif(?, ''), sentence = nullif(?, '')"
                     " WHERE rowid = ?");
    update.bind(1, static_cast<std::int64_t>(verdict.rev())).bind(2, verdict.verdict());
    update.lendText(3, verdict.reason()).lendText(4, verdict.sentence()).bind(5, row).run();
}

void Log::advance(const record::ScopeId &scope, std::uint64_t rev, const std::string &headerHash, std::uint32_t verdict)
{
    const auto row = m_places.rowOf(scope);
    const auto from = readReached(scope);
    const auto hash = merge::nextLogHash(from.logHash, rev, headerHash, verdict);
    moveTo(scope, { from.epoch, rev, hash });
    Statement place(m_database, "UPDATE change SET log_hash = ? WHERE scope = ? AND rev = ?");
    place.bindBlob(1, hash).bind(2, row).bind(3, static_cast<std::int64_t>(rev)).run();
}

} // namespace store
