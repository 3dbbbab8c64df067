// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/context.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include <stdexcept>

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

void run(std::string_view input)
{
    wire::Context proto;
    if (!proto.ParseFromArray(input.data(), static_cast<int>(input.size()))) {
        return;
    }
    merge::Context context;
    try {
        context = merge::Context::fromProto(proto);
    } catch (const std::invalid_argument &) {
        return;
    }
    require(merge::Context::fromProto(context.toProto()) == context, "a context that was read can be written");
    const auto heads = context.heads();
    for (const auto &head : heads) {
        require(context.covers(head), "a context covers its heads");
        merge::Dot next = head;
        ++next.seq;
        require(!context.covers(next), "a context covers nothing above its heads");
        context.add(next);
        require(context.covers(head) && context.covers(next), "adding a dot takes none away");
    }
    auto twice = context;
    twice.add(context);
    require(twice == context, "a context added to itself is itself");
    auto closed = context;
    closed.close();
    closed.add(context);
    require(closed.heads() == context.heads(), "closing leaves the heads");
}

std::vector<std::string> seeds()
{
    merge::Context context;
    for (const std::uint64_t seq : { 1, 2, 5, 9, 300 }) {
        context.add({ academy::uuid(1), seq });
        context.add({ academy::uuid(2), seq * 2 });
    }
    std::vector<std::string> seeds { context.toProto().SerializeAsString() };
    // Every second dot is missing: an exception each.
    merge::Context holes;
    for (std::uint64_t seq = 1; seq < 1000; seq += 2) {
        holes.add({ academy::uuid(1), seq });
    }
    seeds.push_back(holes.toProto().SerializeAsString());
    return seeds;
}

} // namespace

const Target context { "context", &wire::Context::default_instance(), &run, &seeds };

} // namespace fuzz
