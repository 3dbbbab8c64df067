// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/sync/v1alpha/rights.pb.h"

#include <string>

// How the audit log is shown.
namespace server {

/// `2026-11-20T08:00:00Z  device_revoked  …`: ids as text, without what is empty.
[[nodiscard]] std::string auditLine(const cadre::sync::v1alpha::AuditEntry &entry);
/// The same as one JSON object.
[[nodiscard]] std::string auditJson(const cadre::sync::v1alpha::AuditEntry &entry);
/// One JSON object a line: each entry's bytes and hash, each checkpoint with its signature, in Base64, beside the entry
/// as it reads. Whoever has it can walk the chain with the server's public key, which stands there too, and the words
/// by which the keys before lead to it.
[[nodiscard]] std::string auditExport(const cadre::sync::v1alpha::ListAuditResponse &response);

/// Writes a file that must not exist yet, for its owner alone. Throws Problem, store::Error.
void writeNew(const std::string &path, const std::string &content);

} // namespace server
