// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/context.h"
#include "sync/record/clock.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merge {

/// BLAKE2b-256 of `domain`, a zero byte, and the parts, each after its length in eight bytes.
[[nodiscard]] std::string hash(std::string_view domain, std::initializer_list<std::string_view> parts);

/// A change whose bytes have been read and whose shape holds.
struct Change {
    std::string headerBytes;
    std::string bodyBytes; ///< Empty when only the header came.
    std::string headerHash;
    cadre::sync::v1::Header header;
    record::ScopeId scope;
    Dot dot;
    record::Uuid author;
    std::vector<cadre::sync::v1::RecordEdit> edits;
    int erasedParts = 0; ///< Of which the hash alone is left.

    [[nodiscard]] bool hasBody() const { return !bodyBytes.empty(); }
};

/// Reads header and body. Returns the sentence that says what is wrong with them instead, such as
/// a root that does not match. Limits: 1 MiB a body, 1000 records, 4000 ops, 65,536 messages in
/// its parts.
struct ReadChange {
    std::optional<Change> change;
    std::string problem;
};
[[nodiscard]] ReadChange readChange(std::string headerBytes, std::string bodyBytes);

/// Makes a change's bytes: salts and encodes each edit once, roots them, completes the header.
[[nodiscard]] Change makeChange(cadre::sync::v1::Header header, const std::vector<cadre::sync::v1::RecordEdit> &edits,
                                const record::Entropy &entropy);

/// The same of parts that are ready, such as erased ones.
[[nodiscard]] Change makeChange(cadre::sync::v1::Header header, const cadre::sync::v1::Body &body);

/// Takes parts' bytes away for ever and leaves their hashes, so that header and chain hold as before. A server's word
/// that something is erased stays. Returns how many it took.
int eraseParts(Change &change, const std::function<bool(const cadre::sync::v1::RecordEdit &)> &isErased);
/// True when the change says that parts of others are erased.
[[nodiscard]] bool erases(const Change &change);

/// True for the header of a change that was told under that one's name and hash before.
[[nodiscard]] bool wasToldAs(const cadre::sync::v1::Header &header, std::string_view headerHash);

/// The root of a body; nothing when it can't be read.
[[nodiscard]] std::optional<std::string> rootOf(const std::string &bodyBytes);

[[nodiscard]] cadre::sync::v1::ScopeId toProto(const record::ScopeId &scope);
/// Nothing when the key is not 0 or 16 bytes.
[[nodiscard]] std::optional<record::ScopeId> fromProto(const cadre::sync::v1::ScopeId &scope);

/// An Ed25519 key pair (libsodium).
struct KeyPair {
    std::string publicKey; ///< 32 bytes.
    std::string secretKey; ///< 64 bytes.
    [[nodiscard]] static KeyPair make(const record::Entropy &entropy);
};

/// Signs `domain`-separated bytes; 64 bytes.
[[nodiscard]] std::string sign(std::string_view domain, std::string_view bytes, const std::string &secretKey);
[[nodiscard]] bool isSigned(std::string_view domain, std::string_view bytes, std::string_view signature,
                            const std::string &publicKey);

inline constexpr std::string_view runDomain = "cadre.run.v1";
inline constexpr std::string_view certificateDomain = "cadre.certificate.v1";
inline constexpr std::string_view enrollDomain = "cadre.enroll.v1";
inline constexpr std::string_view headerDomain = "cadre.header.v1";
inline constexpr std::string_view verdictDomain = "cadre.verdict.v1";
inline constexpr std::string_view receiptDomain = "cadre.receipt.v1";
inline constexpr std::string_view snapshotDomain = "cadre.snapshot.v1";
inline constexpr std::string_view chunkDomain = "cadre.chunk.v1";

/// How long after a restore what a server lacks may still come from other devices. An epoch's number
/// is the UTC millisecond in which it began.
inline constexpr std::int64_t healingMilliseconds = 7LL * 24 * 3600 * 1000;

/// The site under which a chain goes on that turned out to have a twin: a pure function of the
/// scope, the site that was enrolled and the first header that differs.
[[nodiscard]] record::Uuid branchSite(const record::ScopeId &scope, const record::Uuid &site,
                                      std::string_view headerHash);

/// h(n) of a scope's log (sync.v1.Cursor).
[[nodiscard]] std::string nextLogHash(const std::string &previous, std::uint64_t rev, const std::string &headerHash,
                                      std::uint32_t verdict);
/// What one cursor counts for in a digest of all of them.
[[nodiscard]] std::string cursorHash(const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev,
                                     std::string_view logHash);
/// BLAKE2b-256 over the cursors, sorted by scope.
[[nodiscard]] std::string cursorDigest(std::vector<cadre::sync::v1::Cursor> cursors);

/// Hybrid time: milliseconds and a counter, never behind the clock nor behind what was seen.
/// A time more than ten minutes ahead of the clock is not followed.
[[nodiscard]] std::uint64_t nextHybridTime(std::uint64_t last, std::int64_t nowMilliseconds);
[[nodiscard]] inline std::int64_t millisecondsOf(std::uint64_t hybridTime)
{
    return static_cast<std::int64_t>(hybridTime >> 16);
}

} // namespace merge
