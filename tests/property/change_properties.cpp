// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/budget.h"
#include "tests/property/history.h"

namespace property {

namespace {

namespace wire = cadre::sync::v1;

std::string anyBytes(std::size_t atMost)
{
    return *rc::gen::resize(static_cast<int>(atMost), rc::gen::arbitrary<std::string>());
}

std::vector<wire::RecordEdit> anyEdits()
{
    const int count = *rc::gen::inRange(1, 4);
    std::vector<wire::RecordEdit> edits(static_cast<std::size_t>(count));
    for (auto &edit : edits) {
        edit.set_type(*rc::gen::inRange<std::uint32_t>(1, 200));
        edit.set_record(siteNumber(*rc::gen::inRange(0, 100)).raw());
        const int ops = *rc::gen::inRange(0, 4);
        for (int i = 0; i < ops; ++i) {
            auto &op = *edit.add_ops();
            op.set_field(*rc::gen::inRange<std::uint32_t>(0, 40));
            op.set_kind(*rc::gen::inRange<std::uint32_t>(0, 12));
            op.set_wire_type(*rc::gen::inRange<std::uint32_t>(0, 6));
            op.set_value(anyBytes(40));
            merge::Context context;
            context.add({ siteNumber(1), *rc::gen::inRange<std::uint64_t>(1, 50) });
            *op.mutable_context() = context.toProto();
            op.set_critical(*rc::gen::arbitrary<bool>());
        }
    }
    return edits;
}

wire::Header anyHeader()
{
    wire::Header header;
    header.mutable_scope()->set_kind(*rc::gen::inRange<std::uint32_t>(1, 40));
    header.mutable_scope()->set_key(siteNumber(*rc::gen::inRange(0, 100)).raw());
    header.set_site(siteNumber(*rc::gen::inRange(0, siteCount)).raw());
    header.set_seq(*rc::gen::inRange<std::uint64_t>(1, 1000));
    if (header.seq() > 1) {
        header.set_previous(std::string(32, static_cast<char>(*rc::gen::inRange(0, 100))));
    }
    header.set_hybrid_time(*rc::gen::inRange<std::uint64_t>(0, 1ULL << 60));
    header.set_author(siteNumber(7).raw());
    header.set_schema(1);
    return header;
}

merge::Change anyChange()
{
    return merge::makeChange(anyHeader(), anyEdits(), entropyFrom(*rc::gen::arbitrary<std::uint64_t>()));
}

std::string tampered(std::string bytes)
{
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ *rc::gen::inRange(1, 256));
    return bytes;
}

void readsBackWhatWasMade()
{
    const auto header = anyHeader();
    const auto edits = anyEdits();
    const auto made = merge::makeChange(header, edits, entropyFrom(*rc::gen::arbitrary<std::uint64_t>()));
    const auto read = merge::readChange(made.headerBytes, made.bodyBytes);
    RC_ASSERT(read.change.has_value());
    RC_ASSERT(read.change->headerHash == made.headerHash);
    RC_ASSERT(read.change->dot == made.dot);
    RC_ASSERT(read.change->header.SerializeAsString() == made.headerBytes);
    RC_ASSERT(read.change->edits.size() == edits.size());
    for (std::size_t i = 0; i < edits.size(); ++i) {
        RC_ASSERT(read.change->edits[i].SerializeAsString() == edits[i].SerializeAsString());
    }
    auto completed = read.change->header;
    completed.clear_format();
    completed.clear_body_root();
    RC_ASSERT(completed.SerializeAsString() == header.SerializeAsString());
}

} // namespace

bool checkChanges()
{
    bool holds = rc::check("a change reads back as it was made", readsBackWhatWasMade);
    holds &= rc::check("a changed byte of a header is refused or gives another hash", [] {
        const auto change = anyChange();
        const auto read = merge::readChange(tampered(change.headerBytes), change.bodyBytes);
        RC_ASSERT(!read.change || read.change->headerHash != change.headerHash);
        RC_ASSERT(read.change.has_value() == read.problem.empty());
    });
    holds &= rc::check("a changed byte of a body is refused, unless nothing of the content moved", [] {
        const auto change = anyChange();
        const auto read = merge::readChange(change.headerBytes, tampered(change.bodyBytes));
        RC_ASSERT(read.change.has_value() == read.problem.empty());
        // An edit of a field that is skipped or of an unknown number may leave every part as it was.
        if (read.change) {
            RC_ASSERT(read.change->edits.size() == change.edits.size());
            for (std::size_t i = 0; i < change.edits.size(); ++i) {
                RC_ASSERT(read.change->edits[i].SerializeAsString() == change.edits[i].SerializeAsString());
            }
        }
    });
    holds &= rc::check("another change's body is refused", [] {
        const auto one = anyChange();
        const auto other = anyChange();
        RC_PRE(one.header.body_root() != other.header.body_root());
        RC_ASSERT(!merge::readChange(one.headerBytes, other.bodyBytes).change);
    });
    holds &= rc::check("a header alone reads like the header with its body", [] {
        const auto change = anyChange();
        const auto read = merge::readChange(change.headerBytes, {});
        RC_ASSERT(read.change.has_value());
        RC_ASSERT(!read.change->hasBody());
        RC_ASSERT(read.change->headerHash == change.headerHash);
    });
    holds &= rc::check("what a message holds is counted on its bytes", [] {
        std::size_t held = 0;
        const auto edit = anyEdits().front();
        for (const auto &op : edit.ops()) {
            held += 2; // The op and its context.
            for (const auto &site : op.context().sites()) {
                held += 1 + static_cast<std::size_t>(site.exceptions_size());
            }
        }
        auto left = held;
        RC_ASSERT(merge::isWithin(edit.SerializeAsString(), *wire::RecordEdit::descriptor(), left));
        RC_ASSERT(left == 0U);
        if (held > 0) {
            auto tooFew = held - 1;
            RC_ASSERT(!merge::isWithin(edit.SerializeAsString(), *wire::RecordEdit::descriptor(), tooFew));
        }
    });
    holds &= rc::check("any bytes are read or refused", [] {
        const auto read = merge::readChange(anyBytes(200), anyBytes(200));
        RC_ASSERT(read.change.has_value() == read.problem.empty());
    });
    holds &= rc::check("a signature holds for its key, its domain and its bytes alone", [] {
        const auto entropy = entropyFrom(*rc::gen::arbitrary<std::uint64_t>());
        const auto keys = merge::KeyPair::make(entropy);
        const auto others = merge::KeyPair::make(entropy);
        const auto bytes = anyBytes(100) + "x";
        const auto signature = merge::sign(merge::runDomain, bytes, keys.secretKey);
        RC_ASSERT(merge::isSigned(merge::runDomain, bytes, signature, keys.publicKey));
        RC_ASSERT(!merge::isSigned(merge::enrollDomain, bytes, signature, keys.publicKey));
        RC_ASSERT(!merge::isSigned(merge::runDomain, tampered(bytes), signature, keys.publicKey));
        RC_ASSERT(!merge::isSigned(merge::runDomain, bytes, tampered(signature), keys.publicKey));
        RC_ASSERT(!merge::isSigned(merge::runDomain, bytes, signature, others.publicKey));
    });
    return holds;
}

} // namespace property
