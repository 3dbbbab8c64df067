// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/cast.h"

#include <fmt/format.h>

namespace storefault {

namespace {

constexpr std::uint8_t firstOfMany = 110;

Command openNew()
{
    return { .name = "open-new", .subject = std::make_shared<DeviceSubject>(), .opens = true, .operationsTried = 6 };
}

Command reopen()
{
    const auto cast = newCast();
    cast->device->save(Stage::id(101), 30, 500);
    auto made = command("reopen", cast, {});
    made.opens = true;
    return made;
}

Command enroll()
{
    auto cast = newCast();
    cast->device->close();
    cast->device->disk.restore({});
    cast->device->open();
    const auto invite = cast->server->invite("mentor");
    return command("enroll", cast,
                   { { "ask", [cast, invite] { (void)cast->device->device().enrollRequest(invite, "test"); } },
                     { "enrolled", [cast, invite] {
                          auto &device = cast->device->device();
                          const auto request = device.enrollRequest(invite, "test");
                          device.enrolled(cast->server->services().enroll({}, request), "https://127.0.0.1", "");
                      } } });
}

Command saveOne()
{
    const auto cast = newCast();
    return command("save-one", cast, { { "save", [cast] { cast->device->save(Stage::id(101), 30); } } });
}

Command saveMany()
{
    const auto cast = newCast();
    std::vector<Step> steps;
    for (std::uint8_t i = 0; i < 8; ++i) {
        const auto id = Stage::id(static_cast<std::uint8_t>(firstOfMany + i));
        steps.push_back({ fmt::format("save {}", i), [cast, id] { cast->device->save(id, 10, 3000); } });
        steps.push_back({ fmt::format("change {}", i), [cast, id] { cast->device->change(id, 11); } });
    }
    return command("save-many", cast, std::move(steps));
}

/// The same with checkpoints between and in the middle of what is saved.
Command checkpoint()
{
    auto made = saveMany();
    made.name = "checkpoint";
    made.checkpointPages = 16;
    return made;
}

Command saveAtOnce()
{
    const auto cast = newCast();
    return command("save-at-once", cast, { { "save", [cast] { cast->device->saveAll(firstOfMany, 20); } } });
}

Command drafts()
{
    const auto cast = newCast();
    const auto keep = [cast](const std::string &key, std::size_t size) {
        return [cast, key, size] { cast->device->device().keepDraft(key, std::string(size, 'd')); };
    };
    return command("draft", cast,
                   { { "keep", keep("one", 100) },
                     { "keep a long one", keep("two", 40000) },
                     { "keep again", keep("one", 9000) },
                     { "drop", [cast] { cast->device->device().dropDraft("two"); } } });
}

Command push()
{
    const auto cast = newCast();
    for (std::uint8_t i = 0; i < 4; ++i) {
        cast->device->save(Stage::id(static_cast<std::uint8_t>(firstOfMany + i)), 10, 200);
    }
    // The run's signature, the verdicts, what Poll says; and what was pushed comes back with Pull.
    return command("push", cast, { round(cast, 5) });
}

Command pull()
{
    const auto cast = newCast();
    for (std::uint8_t i = 0; i < 6; ++i) {
        cast->other.save(Stage::id(static_cast<std::uint8_t>(firstOfMany + i)), 10, 1500);
    }
    cast->other.sync(*cast->server);
    return command("pull", cast, { round(cast, 3) });
}

/// Both devices changed one field; this one meets the other's change, and ends the conflict.
Command resolve()
{
    const auto cast = newCast();
    cast->other.change(Stage::id(100), 41);
    cast->other.sync(*cast->server);
    cast->device->change(Stage::id(100), 42);
    return command("resolve", cast, { round(cast, 5), { "resolve", [cast] {
                                                           auto &device = cast->device->device();
                                                           device.resolveTaking(device.conflicts().at(0), 1);
                                                       } } });
}

Command leave()
{
    const auto cast = newCast();
    cast->device->save(Stage::id(101), 30, 500);
    cast->device->sync(*cast->server);
    cast->server->endMatch();
    return command("leave", cast, { round(cast, 3) });
}

Command search()
{
    const auto cast = newCast();
    cast->device->save(Stage::id(101), 30, 500);
    const auto follow = [cast] { cast->device->followWords(); };
    // Each type's table is made by itself; what was written is taken in at once.
    return command("search", cast,
                   { { "begin", follow, 40 },
                     { "save", [cast] { cast->device->save(Stage::id(102), 31, 300); } },
                     { "follow", follow },
                     { "change", [cast] { cast->device->change(Stage::id(102), 32); } },
                     { "follow again", follow } });
}

/// What is left takes its words along.
Command leaveFound()
{
    const auto cast = newCast();
    cast->device->save(Stage::id(101), 30, 500);
    cast->device->sync(*cast->server);
    cast->device->followWords();
    cast->server->endMatch();
    return command("leave-found", cast, { round(cast, 3), { "follow", [cast] { cast->device->followWords(); } } });
}

Command check()
{
    const auto cast = newCast();
    cast->device->save(Stage::id(101), 30, 500);
    return command("check", cast, { { "check", [cast] { (void)cast->device->check(); } } });
}

} // namespace

std::vector<Command> deviceCommands()
{
    return { openNew(), reopen(), enroll(),  saveOne(), saveMany(),   checkpoint(), saveAtOnce(), drafts(),
             push(),    pull(),   resolve(), leave(),   leaveFound(), search(),     check() };
}

} // namespace storefault
