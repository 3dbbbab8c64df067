// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/change.h"

#include "sync/merge/budget.h"
#include "sync/record/plant.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <sodium.h>

namespace merge {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t hashSize = 32;
constexpr std::size_t saltSize = 16;
constexpr std::size_t bodyLimit = 1024 * 1024;
constexpr int partLimit = 1000;
constexpr int opLimit = 4000;
/// Of messages and elements in all parts.
constexpr std::size_t elementLimit = 65'536;
constexpr std::uint32_t headerFormat = 1;
constexpr std::int64_t followAhead = 10 * 60 * 1000;

std::string bigEndian(std::uint64_t value)
{
    std::string bytes(8, '\0');
    for (int i = 7; i >= 0; --i) {
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(value & 0xff);
        value >>= 8;
    }
    return bytes;
}

const unsigned char *unsignedBytes(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

std::string partHash(const wire::Part &part)
{
    return part.erased_hash().empty() ? hash("cadre.part.v1", { part.salt(), part.content() }) : part.erased_hash();
}

std::string bodyRoot(const wire::Body &body)
{
    std::string parts;
    for (const auto &part : body.parts()) {
        parts += partHash(part);
        if (CADRE_PLANT("body_root_of_first_part")) {
            break;
        }
    }
    return hash("cadre.body.v1", { parts });
}

std::string readHeader(Change &change)
{
    auto &header = change.header;
    if (!header.ParseFromString(change.headerBytes)) {
        return "A change's header can't be read.";
    }
    const auto scope = fromProto(header.scope());
    const auto site = record::Uuid::fromRaw(header.site());
    const auto author = record::Uuid::fromRaw(header.author());
    if (header.format() != headerFormat) {
        return "A change is written in a format that this version does not know.";
    }
    const bool linked = header.seq() == 1 ? header.previous().empty() : header.previous().size() == hashSize;
    const bool numbered = header.seq() > 0 && header.seq() <= highestSeq;
    if (!scope || !site || !author || !numbered || !linked || header.body_root().size() != hashSize) {
        return "A change's header lacks what every header has.";
    }
    change.scope = *scope;
    change.dot = { *site, header.seq() };
    change.author = *author;
    change.headerHash = hash(headerDomain, { change.headerBytes });
    return {};
}

/// What the parts of a change may still hold.
struct Left {
    bool isCounted = true; ///< So few bytes can't hold as many elements.
    int ops = opLimit;
    std::size_t elements = elementLimit;
};

std::string readEdit(const wire::Part &part, Change &change, Left &left)
{
    if (!part.erased_hash().empty()) {
        ++change.erasedParts;
        return part.content().empty() && part.erased_hash().size() == hashSize ? ""
                                                                               : "A change's erased part is malformed.";
    }
    wire::RecordEdit edit;
    if (left.isCounted && !isWithin(part.content(), *wire::RecordEdit::descriptor(), left.elements)) {
        return "A change's part can't be read, or edits too many fields at once.";
    }
    if (part.salt().size() != saltSize || !edit.ParseFromString(part.content())) {
        return "A change's part can't be read.";
    }
    left.ops -= edit.ops_size();
    if (edit.type() == 0 || edit.record().size() != 16 || left.ops < 0) {
        return "A change's part lacks its record, or edits too many fields at once.";
    }
    for (const auto &op : edit.ops()) {
        if (op.context().sites().empty()) {
            continue;
        }
        try {
            (void)Context::fromProto(op.context());
        } catch (const std::invalid_argument &) {
            return "A change's context can't be read.";
        }
    }
    change.edits.push_back(std::move(edit));
    return {};
}

std::string readBody(Change &change)
{
    wire::Body body;
    if (change.bodyBytes.size() > bodyLimit) {
        return "A change is larger than 1 MiB.";
    }
    std::size_t parts = 4 * partLimit; // and fields of later versions beside them
    if ((change.bodyBytes.size() > parts && !isWithin(change.bodyBytes, *wire::Body::descriptor(), parts))
        || !body.ParseFromString(change.bodyBytes) || body.parts().empty() || body.parts_size() > partLimit) {
        return "A change's body can't be read.";
    }
    if (bodyRoot(body) != change.header.body_root()) {
        return "A change's body is not the one its author signed.";
    }
    Left left { .isCounted = change.bodyBytes.size() > elementLimit };
    for (const auto &part : body.parts()) {
        if (auto problem = readEdit(part, change, left); !problem.empty()) {
            return problem;
        }
    }
    return {};
}

} // namespace

std::optional<std::string> rootOf(const std::string &bodyBytes)
{
    wire::Body body;
    return body.ParseFromString(bodyBytes) ? std::optional(bodyRoot(body)) : std::nullopt;
}

std::string hash(std::string_view domain, std::initializer_list<std::string_view> parts)
{
    // Until it is started, libsodium does not use what this processor can do.
    static const bool isStarted = sodium_init() >= 0;
    if (!isStarted) {
        throw std::runtime_error("The library for signatures (libsodium) could not be started. Nothing was changed.");
    }
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hashSize);
    const auto take = [&](std::string_view bytes) {
        crypto_generichash_update(&state, unsignedBytes(bytes), bytes.size());
    };
    // Most hashes are over a few short parts: put together they cost one call instead of two for each.
    std::array<char, 256> together {};
    std::size_t used = 0;
    const auto update = [&](std::string_view bytes) {
        if (used + bytes.size() > together.size()) {
            take({ together.data(), used });
            used = 0;
        }
        if (bytes.size() > together.size()) {
            take(bytes);
        } else {
            used += bytes.copy(together.data() + used, bytes.size());
        }
    };
    update(domain);
    update(std::string_view("\0", 1));
    for (const auto part : parts) {
        update(bigEndian(part.size()));
        update(part);
    }
    take({ together.data(), used });
    std::string digest(hashSize, '\0');
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(digest.data()), hashSize);
    return digest;
}

ReadChange readChange(std::string headerBytes, std::string bodyBytes)
{
    Change change;
    change.headerBytes = std::move(headerBytes);
    change.bodyBytes = std::move(bodyBytes);
    if (auto problem = readHeader(change); !problem.empty()) {
        return { std::nullopt, problem };
    }
    if (change.hasBody()) {
        if (auto problem = readBody(change); !problem.empty()) {
            return { std::nullopt, problem };
        }
    }
    return { std::move(change), {} };
}

Change makeChange(wire::Header header, const std::vector<wire::RecordEdit> &edits, const record::Entropy &entropy)
{
    wire::Body body;
    for (const auto &edit : edits) {
        auto &part = *body.add_parts();
        std::array<std::uint8_t, saltSize> salt {};
        entropy(salt.data(), salt.size());
        part.set_salt(salt.data(), salt.size());
        part.set_content(edit.SerializeAsString());
    }
    return makeChange(std::move(header), body);
}

Change makeChange(wire::Header header, const wire::Body &body)
{
    header.set_format(headerFormat);
    header.set_body_root(bodyRoot(body));
    auto read = readChange(header.SerializeAsString(), body.SerializeAsString());
    if (!read.change) {
        throw std::invalid_argument(read.problem);
    }
    return std::move(*read.change);
}

namespace {

/// The server's word, and nothing else: what it says of others holds for a server of an older backup as well.
bool isWord(const wire::RecordEdit &edit)
{
    const auto &ops = edit.ops();
    return std::any_of(ops.begin(), ops.end(), [](const wire::Op &op) { return op.kind() == wire::OP_KIND_ERASE; })
        && std::all_of(ops.begin(), ops.end(), [](const wire::Op &op) {
               return op.kind() == wire::OP_KIND_ERASE || op.kind() == wire::OP_KIND_LIFE;
           });
}

} // namespace

bool wasToldAs(const wire::Header &header, std::string_view headerHash)
{
    const auto &before = header.told_before();
    return std::find(before.begin(), before.end(), headerHash) != before.end();
}

int eraseParts(Change &change, const std::function<bool(const wire::RecordEdit &)> &isErased)
{
    wire::Body body;
    if (!change.hasBody() || !body.ParseFromString(change.bodyBytes)) {
        return 0;
    }
    int count = 0;
    std::vector<wire::RecordEdit> left;
    auto edit = change.edits.begin();
    for (auto &part : *body.mutable_parts()) {
        if (!part.erased_hash().empty()) {
            continue;
        }
        if (!isWord(*edit) && isErased(*edit)) {
            part.set_erased_hash(partHash(part));
            part.clear_salt();
            part.clear_content();
            ++count;
        } else {
            left.push_back(std::move(*edit));
        }
        ++edit;
    }
    change.edits = std::move(left);
    change.erasedParts += count;
    if (count > 0) {
        change.bodyBytes = body.SerializeAsString();
    }
    return count;
}

bool erases(const Change &change)
{
    return std::any_of(change.edits.begin(), change.edits.end(), [](const wire::RecordEdit &edit) {
        return std::any_of(edit.ops().begin(), edit.ops().end(),
                           [](const wire::Op &op) { return op.kind() == wire::OP_KIND_ERASE; });
    });
}

wire::ScopeId toProto(const record::ScopeId &scope)
{
    wire::ScopeId proto;
    proto.set_kind(scope.kind);
    if (!scope.key.isNull()) {
        proto.set_key(scope.key.raw());
    }
    proto.set_purpose(scope.purpose);
    return proto;
}

std::optional<record::ScopeId> fromProto(const wire::ScopeId &proto)
{
    record::ScopeId scope { .kind = proto.kind(), .purpose = proto.purpose() };
    if (proto.key().empty()) {
        return scope;
    }
    const auto key = record::Uuid::fromRaw(proto.key());
    if (!key) {
        return std::nullopt;
    }
    scope.key = *key;
    return scope;
}

KeyPair KeyPair::make(const record::Entropy &entropy)
{
    std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed {};
    entropy(seed.data(), seed.size());
    KeyPair pair { std::string(crypto_sign_PUBLICKEYBYTES, '\0'), std::string(crypto_sign_SECRETKEYBYTES, '\0') };
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(pair.publicKey.data()),
                             reinterpret_cast<unsigned char *>(pair.secretKey.data()), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return pair;
}

std::string sign(std::string_view domain, std::string_view bytes, const std::string &secretKey)
{
    const auto digest = hash(domain, { bytes });
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, unsignedBytes(digest),
                         digest.size(), unsignedBytes(secretKey));
    return signature;
}

bool isSigned(std::string_view domain, std::string_view bytes, std::string_view signature, const std::string &publicKey)
{
    if (signature.size() != crypto_sign_BYTES || publicKey.size() != crypto_sign_PUBLICKEYBYTES) {
        return false;
    }
    const auto digest = hash(domain, { bytes });
    return crypto_sign_verify_detached(unsignedBytes(signature), unsignedBytes(digest), digest.size(),
                                       unsignedBytes(publicKey))
        == 0;
}

std::string nextLogHash(const std::string &previous, std::uint64_t rev, const std::string &headerHash,
                        std::uint32_t verdict)
{
    return hash("cadre.log.v1", { previous, bigEndian(rev), headerHash, bigEndian(verdict) });
}

std::string cursorHash(const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev, std::string_view logHash)
{
    const auto key = scope.key.isNull() ? std::string() : scope.key.raw();
    return hash("cadre.cursor.v1",
                { bigEndian(scope.kind), key, bigEndian(scope.purpose), bigEndian(epoch), bigEndian(rev), logHash });
}

std::string cursorDigest(std::vector<wire::Cursor> cursors)
{
    const auto before = [](const wire::Cursor &a, const wire::Cursor &b) {
        if (a.scope().kind() != b.scope().kind()) {
            return a.scope().kind() < b.scope().kind();
        }
        const int keys = a.scope().key().compare(b.scope().key());
        return keys != 0 ? keys < 0 : a.scope().purpose() < b.scope().purpose();
    };
    if (!std::is_sorted(cursors.begin(), cursors.end(), before)) {
        std::sort(cursors.begin(), cursors.end(), before);
    }
    std::string bytes;
    for (const auto &cursor : cursors) {
        const auto scope = fromProto(cursor.scope()).value_or(record::ScopeId {});
        bytes += cursorHash(scope, cursor.epoch(), cursor.rev(), cursor.log_hash());
    }
    return hash("cadre.cursors.v1", { bytes });
}

std::uint64_t nextHybridTime(std::uint64_t last, std::int64_t nowMilliseconds)
{
    const auto now = static_cast<std::uint64_t>(nowMilliseconds) << 16;
    if (millisecondsOf(last) > nowMilliseconds + followAhead) {
        return now;
    }
    return std::max(now, last + 1);
}

record::Uuid branchSite(const record::ScopeId &scope, const record::Uuid &site, std::string_view headerHash)
{
    const auto digest = hash("cadre.branch.v1", { scope.text(), site.raw(), headerHash });
    return *record::Uuid::fromRaw(std::string_view(digest).substr(0, 16));
}

} // namespace merge
