// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

void run(std::string_view input)
{
    DeviceWorld::meet({ .poll = std::string(input) }, &DeviceWorld::Answers::poll);
}

std::vector<std::string> seeds()
{
    wire::PollResponse response;
    (void)response.ParseFromString(movedAnswer());
    auto &left = *response.add_left();
    *left.mutable_scope() = merge::toProto(academy::scope());
    left.set_reason("left");
    left.set_sentence("You left this place.");
    wire::PollResponse asks;
    asks.set_cursors_wanted(true);
    return { movedAnswer(), response.SerializeAsString(), asks.SerializeAsString() };
}

} // namespace

const Target poll { "poll", &wire::PollResponse::default_instance(), &run, &seeds };

} // namespace fuzz
