// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

void run(std::string_view input)
{
    DeviceWorld world;
    world.talk({ .push = std::string(input) });
    world.look();
}

std::vector<std::string> seeds()
{
    std::vector<std::string> seeds;
    DeviceWorld world;
    for (const auto verdict :
         { wire::VERDICT_CLASS_APPLIED, wire::VERDICT_CLASS_QUARANTINED, wire::VERDICT_CLASS_HELD }) {
        wire::PushResponse response;
        auto &given = *response.add_verdicts();
        *given.mutable_scope() = merge::toProto(academy::scope());
        given.mutable_dot()->set_site(world.device().identity().site.raw());
        given.mutable_dot()->set_seq(1);
        given.set_verdict(verdict);
        given.set_rev(2);
        given.set_reason("reason");
        given.set_sentence("A sentence.");
        response.set_server_time(academy::now());
        seeds.push_back(response.SerializeAsString());
    }
    return seeds;
}

} // namespace

const Target pushReply { "push_reply", &wire::PushResponse::default_instance(), &run, &seeds };

} // namespace fuzz
