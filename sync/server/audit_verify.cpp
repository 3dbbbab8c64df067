// SPDX-License-Identifier: Apache-2.0
#include "sync/server/audit.h"

#include "sync/merge/change.h"
#include "sync/server/keys.h"
#include "sync/store/database.h"

#include <fmt/format.h>

#include <map>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

/// The chain as it stands, read once.
struct Walk {
    std::map<std::uint64_t, std::string> hashes; ///< As they come out.
    std::vector<v1alpha::AuditEntry> restores;
    std::string problem;
};

Walk walk(store::Database &database)
{
    Walk walked;
    std::string before;
    store::Statement read(database, "SELECT number, entry, hash FROM server_audit ORDER BY number");
    while (read.step()) {
        const auto number = static_cast<std::uint64_t>(read.integer(0));
        const auto due = walked.hashes.size() + 1;
        v1alpha::AuditEntry entry;
        if (number != due) {
            walked.problem = fmt::format("Entry {} of the audit log is missing.", due);
        } else if (!entry.ParseFromString(read.blob(1)) || entry.number() != number) {
            walked.problem = fmt::format("Entry {} of the audit log can't be read, or stands in another's place.", due);
        }
        before = merge::hash(auditDomain, { before, read.blob(1) });
        if (walked.problem.empty() && before != read.blob(2)) {
            walked.problem = fmt::format("Entry {} of the audit log is not what was noted, or what stood before it is "
                                         "not.",
                                         number);
        }
        if (!walked.problem.empty()) {
            return walked;
        }
        walked.hashes.emplace(number, before);
        if (entry.kind() == v1alpha::AUDIT_KIND_RESTORED) {
            walked.restores.push_back(std::move(entry));
        }
    }
    return walked;
}

/// True when what the checkpoint covers was noted after the backup that took the store's place later.
bool wentWithRestore(const Walk &walked, const v1alpha::AuditCheckpoint &checkpoint)
{
    for (const auto &restored : walked.restores) {
        if (restored.number() <= checkpoint.number() && restored.at() >= checkpoint.at()) {
            return true;
        }
    }
    return false;
}

std::string problemOf(const Walk &walked, const Keys &keys, const v1alpha::SignedAuditCheckpoint &given, bool ours)
{
    v1alpha::AuditCheckpoint checkpoint;
    if (!checkpoint.ParseFromString(given.checkpoint())
        || !keys.wasSigned(auditCheckpointDomain, given.checkpoint(), given.signature(), checkpoint.at())) {
        return ours ? "A checkpoint of the audit log is not signed by this server." : std::string();
    }
    const auto found = walked.hashes.find(checkpoint.number());
    const bool holds = found != walked.hashes.end() && found->second == checkpoint.hash();
    if (holds || (!ours && wentWithRestore(walked, checkpoint))) {
        return {};
    }
    return found == walked.hashes.end()
        ? fmt::format("The audit log ends with entry {}; entry {} was there when it was signed.", walked.hashes.size(),
                      checkpoint.number())
        : fmt::format("Entries up to {} of the audit log are not those that were signed.", checkpoint.number());
}

} // namespace

v1alpha::VerifyAuditResponse Audit::verify(const std::vector<v1alpha::SignedAuditCheckpoint> &kept) const
{
    const auto walked = walk(m_database);
    v1alpha::VerifyAuditResponse response;
    response.set_entries(walked.hashes.size());
    response.set_problem(walked.problem);
    const auto hold = [&](const v1alpha::SignedAuditCheckpoint &given, bool ours) {
        if (response.problem().empty()) {
            response.set_problem(problemOf(walked, m_keys, given, ours));
        }
    };
    for (const auto &own : checkpoints()) {
        hold(own, true);
        v1alpha::AuditCheckpoint checkpoint;
        if (response.problem().empty() && checkpoint.ParseFromString(own.checkpoint())) {
            response.set_signed_up_to(checkpoint.number());
            response.set_checkpoints(response.checkpoints() + 1);
        }
    }
    for (const auto &other : kept) {
        hold(other, false);
    }
    return response;
}

} // namespace server
