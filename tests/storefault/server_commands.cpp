// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/command.h"
#include "tests/storefault/device_subject.h"

#include <stdexcept>

namespace storefault {

namespace {

namespace wire = cadre::sync::v1;

struct Pair {
    std::shared_ptr<ServerSubject> server = std::make_shared<ServerSubject>();
    DeviceSubject device;

    Pair()
    {
        server->open();
        server->fill();
        device.stage.begin(1);
        device.open();
        device.enroll(*server, server->invite("mentor"));
        server->close();
        server->open();
    }
};

Command command(const std::string &name, const std::shared_ptr<Pair> &pair, std::vector<Step> steps)
{
    return { .name = name, .subject = pair->server, .before = pair->server->disk.image(), .steps = std::move(steps) };
}

/// A call that must be answered alike whenever it is made.
template <class Ask>
Step asked(const std::string &name, std::size_t parts, Ask ask)
{
    const auto first = std::make_shared<std::string>();
    const auto run = [first, ask] {
        const std::string answer = ask();
        if (first->empty()) {
            *first = answer;
        } else if (*first != answer) {
            throw std::runtime_error("The same call was answered otherwise than the first time.");
        }
    };
    return { name, run, parts };
}

Step pushed(const std::shared_ptr<Pair> &pair, std::size_t runs)
{
    const auto call = pair->device.callAs("/cadre.sync.v1.SyncService/Push", pair->device.pushBody());
    // One part more: the device was seen.
    return asked("push", runs + 1, [pair, call] {
        wire::PushRequest request;
        (void)request.ParseFromString(call.body);
        const auto response = pair->server->services().push(call, request);
        std::string verdicts;
        for (const auto &verdict : response.verdicts()) {
            verdicts += verdict.SerializeAsString();
        }
        return verdicts;
    });
}

Command openNew()
{
    return {
        .name = "server-open-new", .subject = std::make_shared<ServerSubject>(), .opens = true, .operationsTried = 6
    };
}

Command reopen()
{
    const auto pair = std::make_shared<Pair>();
    (void)pair->server->invite("teacher");
    auto made = command("server-reopen", pair, {});
    made.opens = true;
    return made;
}

Command enroll()
{
    const auto pair = std::make_shared<Pair>();
    const auto invite = pair->server->invite("lead");
    auto newcomer = std::make_shared<DeviceSubject>();
    newcomer->open();
    const auto request = newcomer->device().enrollRequest(invite, "test");
    const auto ask = [pair, request] {
        const auto answer = pair->server->services().enroll({}, request);
        return answer.token() + answer.certificate().SerializeAsString();
    };
    return command("server-enroll", pair,
                   { { "invite", [pair] { (void)pair->server->invite("teacher"); } },
                     asked("enroll", 1, ask),
                     asked("enroll again", 1, ask) });
}

Command push()
{
    const auto pair = std::make_shared<Pair>();
    for (std::uint8_t i = 0; i < 3; ++i) {
        pair->device.save(Stage::id(static_cast<std::uint8_t>(110 + i)), 10);
    }
    auto step = pushed(pair, 1);
    return command("server-push", pair, { step, step });
}

Command pushToTwoPlaces()
{
    const auto pair = std::make_shared<Pair>();
    for (std::uint8_t i = 0; i < 3; ++i) {
        pair->device.save(Stage::id(static_cast<std::uint8_t>(110 + i)), 10, 2500);
    }
    auto made = command("server-push-places", pair, { pushed(pair, 2) });
    made.checkpointPages = 16;
    return made;
}

/// The places' snapshots are made when a new device asks for them.
Command fetch()
{
    const auto pair = std::make_shared<Pair>();
    pair->device.save(Stage::id(110), 10, 2500);
    pair->device.sync(*pair->server);
    cadre::sync::v1alpha::FetchRequest request;
    for (const auto &place : { DeviceSubject::pairLog(), DeviceSubject::pair() }) {
        *request.add_wanted()->mutable_scope() = merge::toProto(place);
    }
    const auto call = pair->device.callAs("/cadre.sync.v1alpha.SnapshotService/Fetch", request.SerializeAsString());
    const Step step { "fetch", [pair, call, request] { (void)pair->server->services().fetch(call, request); }, 3 };
    return command("server-fetch", pair, { step, step });
}

Command administer()
{
    const auto pair = std::make_shared<Pair>();
    return command("server-administer", pair,
                   { { "end a match", [pair] { pair->server->endMatch(); } },
                     { "begin an epoch", [pair] { pair->server->academy().beginEpoch(); } } });
}

} // namespace

std::vector<Command> serverCommands()
{
    return { openNew(), reopen(), enroll(), push(), pushToTwoPlaces(), fetch(), administer() };
}

} // namespace storefault
