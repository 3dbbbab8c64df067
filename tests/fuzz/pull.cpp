// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

void talk(const std::string &answer)
{
    DeviceWorld::meet({ .poll = movedAnswer(), .pull = answer }, &DeviceWorld::Answers::pull);
}

void run(std::string_view input)
{
    talk(std::string(input));
    wire::PullResponse response;
    if (!response.ParseFromArray(input.data(), static_cast<int>(input.size())) || response.pages().empty()) {
        return;
    }
    *response.mutable_pages(0) = rightPage(response.pages(0));
    talk(response.SerializeAsString());
}

std::vector<std::string> seeds()
{
    auto chain = DeviceWorld::colleaguesChain();
    wire::PullResponse response;
    auto &page = *response.add_pages();
    for (int i = 0; i < 3; ++i) {
        auto edit = academy::checkInEdit(academy::uuid(9), 50 + i);
        for (auto &op : *edit.mutable_ops()) {
            merge::Context seen;
            seen.add({ academy::colleagueSite(), static_cast<std::uint64_t>(i + 1) });
            *op.mutable_context() = seen.toProto();
        }
        const auto change = chain.next(edit);
        auto &entry = *page.add_entries();
        entry.set_header(change.headerBytes);
        entry.set_body(change.bodyBytes);
        entry.set_verdict(wire::VERDICT_CLASS_APPLIED);
    }
    *response.mutable_pages(0) = rightPage(page);
    return { response.SerializeAsString() };
}

} // namespace

const Target pull { "pull", &wire::PullResponse::default_instance(), &run, &seeds };

} // namespace fuzz
