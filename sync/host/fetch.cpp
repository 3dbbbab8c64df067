// SPDX-License-Identifier: Apache-2.0
#include "sync/host/host.h"
#include "sync/host/problem.h"
#include "sync/host/protocol.h"
#include "sync/record/plant.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"

#include <algorithm>

namespace host {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::size_t usualBudget = 1024 * 1024;
constexpr std::size_t mostBudget = 8 * 1024 * 1024;
constexpr int mostScopes = 20'000;
constexpr std::size_t mostRefused = 4096;

} // namespace

Snapshots::Kept Host::snapshotOf(const record::ScopeId &scope)
{
    const auto head = headOf(scope);
    const auto known = m_snapshots.find(scope);
    if (known && known->rev > 0 && (known->epoch == m_epoch || CADRE_PLANT("snapshot_of_another_epoch"))
        && (known->rev >= m_log.baseRev(scope) || CADRE_PLANT("snapshot_from_below_the_base"))
        && head.rev() - known->rev <= m_sizes.longestTail) {
        return *known;
    }
    store::Transaction transaction(m_database);
    const auto content = store::makeSnapshot(m_database, m_records.catalogue(), scope, m_sizes.chunk);
    v1alpha::SnapshotHead made;
    made.set_format(1);
    *made.mutable_scope() = head.scope();
    made.set_epoch(m_epoch);
    made.set_rev(head.rev());
    made.set_log_hash(head.log_hash());
    for (const auto &[site, chain] : m_log.heads(scope)) {
        auto &added = *made.add_heads();
        added.set_site(site.raw());
        added.set_seq(chain.seq);
        added.set_header_hash(chain.headerHash);
    }
    for (const auto &dot : m_log.refused(scope, mostRefused)) {
        auto &added = *made.add_refused();
        added.set_site(dot.site.raw());
        added.set_seq(dot.seq);
    }
    for (const auto &chunk : content.chunks) {
        made.add_chunk_hashes(merge::hash(merge::chunkDomain, { chunk }));
    }
    made.set_records(content.records);
    Snapshots::Kept kept { {}, m_epoch, head.rev(), static_cast<std::uint32_t>(content.chunks.size()) };
    kept.head.set_head(made.SerializeAsString());
    kept.head.set_signature(m_signer.sign(merge::snapshotDomain, kept.head.head()));
    m_snapshots.keep(scope, kept, content.chunks);
    transaction.commit();
    return kept;
}

v1alpha::FetchResponse Host::fetch(const Caller &caller, const v1alpha::FetchRequest &request)
{
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    if (request.wanted_size() > mostScopes) {
        throw Problem(Code::ResourceExhausted, "That is more places than this server looks at at once.");
    }
    const std::size_t asked = request.budget() == 0 ? usualBudget : request.budget();
    const std::size_t budget = std::clamp(asked, m_sizes.leastPart, mostBudget);
    v1alpha::FetchResponse response;
    std::size_t used = 0;
    store::Transaction together(m_database);
    for (const auto &wanted : request.wanted()) {
        const auto scope = merge::fromProto(wanted.scope());
        if (used >= budget) {
            break;
        }
        if (!scope || (!m_rules.mayRead(caller.person, *scope) && !CADRE_PLANT("fetch_asks_for_no_right"))) {
            continue;
        }
        const auto kept = snapshotOf(*scope);
        const bool goesOn = wanted.head_hash() == merge::hash(merge::snapshotDomain, { kept.head.head() });
        auto &part = *response.add_parts();
        *part.mutable_scope() = wanted.scope();
        part.set_first_chunk(goesOn ? std::min(wanted.first_chunk(), kept.chunks) : 0);
        if (!goesOn) {
            *part.mutable_head() = kept.head;
            std::set<record::Uuid> sites;
            for (const auto &[site, chain] : m_log.heads(*scope)) {
                sites.insert(site);
            }
            addCertificates(sites, *part.mutable_certificates());
        }
        for (auto number = part.first_chunk(); number < kept.chunks && used < budget; ++number) {
            part.add_chunks(m_snapshots.chunk(*scope, number));
            used += part.chunks(part.chunks_size() - 1).size();
        }
        used += part.head().head().size();
    }
    together.commit();
    return response;
}

} // namespace host
