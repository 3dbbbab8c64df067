// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/fields.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

/// A change that reads can be merged, again without effect, and its state kept.
void take(const std::string &header, const std::string &body)
{
    const auto read = merge::readChange(header, body);
    require(read.change.has_value() == read.problem.empty(), "a change is read, or a sentence says why not");
    if (!read.change) {
        return;
    }
    merge::RecordState state;
    for (const auto &edit : read.change->edits) {
        (void)merge::mergeEdit(state, edit, *read.change);
    }
    const auto once = state.SerializeAsString();
    for (const auto &edit : read.change->edits) {
        (void)merge::mergeEdit(state, edit, *read.change);
    }
    require(state.SerializeAsString() == once, "a change that comes again changes nothing");
    for (const auto &field : state.fields()) {
        const auto seen = merge::seenBy(&field);
        require(merge::Context::fromProto(seen.toProto()) == seen, "what a form has seen can be written");
        (void)merge::isConflicted(field);
    }
    (void)merge::isAlive(state);
}

void run(std::string_view input)
{
    wire::LogEntry entry;
    if (!entry.ParseFromArray(input.data(), static_cast<int>(input.size()))) {
        return;
    }
    take(entry.header(), entry.body());
    Chain chain(academy::colleagueSite(), academy::colleague());
    take(chain.next(entry.header(), entry.body()), entry.body());
}

std::vector<std::string> seeds()
{
    Chain chain(academy::colleagueSite(), academy::colleague());
    std::vector<std::string> seeds;
    auto edit = academy::checkInEdit(academy::uuid(9), 30);
    for (int kind = wire::OP_KIND_SET; kind <= wire::OP_KIND_APPEND; ++kind) {
        auto &op = *edit.add_ops();
        op.set_field(static_cast<std::uint32_t>(20 + kind));
        op.set_kind(static_cast<std::uint32_t>(kind));
        op.set_wire_type(2);
        op.set_value("value");
        merge::Context seen;
        seen.add({ academy::colleagueSite(), 3 });
        seen.add({ academy::uuid(8), 1 });
        *op.mutable_context() = seen.toProto();
    }
    for (int i = 0; i < 2; ++i) {
        const auto change = chain.next(edit);
        wire::LogEntry entry;
        entry.set_header(change.headerBytes);
        entry.set_body(change.bodyBytes);
        seeds.push_back(entry.SerializeAsString());
    }
    // Nothing but empty parts, then nothing but empty ops: two bytes each, an object each.
    wire::LogEntry parts;
    for (int i = 0; i < 5000; ++i) {
        parts.mutable_body()->append(std::string("\x0a\0", 2));
    }
    seeds.push_back(parts.SerializeAsString());
    wire::RecordEdit empty;
    empty.set_type(1);
    empty.set_record(academy::uuid(9).raw());
    auto content = empty.SerializeAsString();
    for (int i = 0; i < 4500; ++i) {
        content.append(std::string("\x1a\0", 2));
    }
    wire::Body body;
    body.add_parts()->set_salt(std::string(16, 's'));
    body.mutable_parts(0)->set_content(content);
    wire::LogEntry ops;
    ops.set_body(body.SerializeAsString());
    seeds.push_back(ops.SerializeAsString());
    return seeds;
}

} // namespace

const Target change { "change", &wire::LogEntry::default_instance(), &run, &seeds };

} // namespace fuzz
