// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/command.h"
#include "tests/storefault/device_subject.h"

#include <stdexcept>

namespace storefault {

namespace {

namespace wire = cadre::sync::v1;

struct Cast {
    std::shared_ptr<ServerSubject> server = std::make_shared<ServerSubject>();
    DeviceSubject device;

    Cast()
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

Command command(const std::string &name, const std::shared_ptr<Cast> &cast, std::vector<Step> steps)
{
    return { .name = name, .subject = cast->server, .before = cast->server->disk.image(), .steps = std::move(steps) };
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

Step pushed(const std::shared_ptr<Cast> &cast, std::size_t runs)
{
    const auto call = cast->device.callAs("/cadre.sync.v1.SyncService/Push", cast->device.pushBody());
    // One part more: the device was seen.
    return asked("push", runs + 1, [cast, call] {
        wire::PushRequest request;
        (void)request.ParseFromString(call.body);
        const auto response = cast->server->services().push(call, request);
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
    const auto cast = std::make_shared<Cast>();
    (void)cast->server->invite("teacher");
    auto made = command("server-reopen", cast, {});
    made.opens = true;
    return made;
}

Command enroll()
{
    const auto cast = std::make_shared<Cast>();
    const auto invite = cast->server->invite("lead");
    auto newcomer = std::make_shared<DeviceSubject>();
    newcomer->open();
    const auto request = newcomer->device().enrollRequest(invite, "test");
    const auto ask = [cast, request] {
        const auto answer = cast->server->services().enroll({}, request);
        return answer.token() + answer.certificate().SerializeAsString();
    };
    return command("server-enroll", cast,
                   { { "invite", [cast] { (void)cast->server->invite("teacher"); } },
                     asked("enroll", 1, ask),
                     asked("enroll again", 1, ask) });
}

Command push()
{
    const auto cast = std::make_shared<Cast>();
    for (std::uint8_t i = 0; i < 3; ++i) {
        cast->device.save(Stage::id(static_cast<std::uint8_t>(110 + i)), 10);
    }
    auto step = pushed(cast, 1);
    return command("server-push", cast, { step, step });
}

Command pushToTwoPlaces()
{
    const auto cast = std::make_shared<Cast>();
    for (std::uint8_t i = 0; i < 3; ++i) {
        cast->device.save(Stage::id(static_cast<std::uint8_t>(110 + i)), 10, 2500);
    }
    auto made = command("server-push-places", cast, { pushed(cast, 2) });
    made.checkpointPages = 16;
    return made;
}

Command administer()
{
    const auto cast = std::make_shared<Cast>();
    return command("server-end-match", cast, { { "end", [cast] { cast->server->endMatch(); } } });
}

} // namespace

std::vector<Command> serverCommands()
{
    return { openNew(), reopen(), enroll(), push(), pushToTwoPlaces(), administer() };
}

} // namespace storefault
