// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/cast.h"

namespace storefault {

namespace {

/// The other device has written so much that a new one takes a snapshot.
std::shared_ptr<Cast> castWithHistory()
{
    const auto cast = newCast();
    for (std::uint8_t i = 0; i < 70; ++i) {
        cast->other.save(Stage::id(static_cast<std::uint8_t>(110 + i)), 10, 3000);
    }
    cast->other.sync(*cast->server);
    return cast;
}

Command firstSync()
{
    const auto cast = castWithHistory();
    const auto invite = cast->server->invite("mentor");
    auto &device = *cast->device;
    device.close();
    device.disk.restore({});
    device.open();
    const auto request = device.device().enrollRequest(invite, "test");
    device.device().enrolled(cast->server->services().enroll({}, request), "https://127.0.0.1", "");
    return command("first-sync", cast, { round(cast, 40) });
}

/// What the server has of this device is newer than what the device has.
Command rolledBack()
{
    const auto cast = newCast();
    const auto before = cast->device->disk.image();
    cast->device->save(Stage::id(101), 30, 200);
    cast->device->sync(*cast->server);
    cast->device->close();
    cast->device->disk.restore(before);
    cast->device->open();
    cast->device->stage.begin(6);
    cast->device->save(Stage::id(102), 31, 200);
    return command("rolled-back", cast, { round(cast, 12) });
}

/// The server lost what both devices had from it.
Command restoredServer()
{
    const auto cast = newCast();
    const auto before = cast->server->disk.image();
    cast->device->save(Stage::id(101), 30, 200);
    cast->device->sync(*cast->server);
    cast->other.save(Stage::id(102), 31, 200);
    cast->other.sync(*cast->server);
    cast->device->sync(*cast->server);
    cast->server->close();
    cast->server->disk.restore(before);
    cast->server->open();
    cast->server->academy().beginEpoch();
    return command("restored-server", cast, { round(cast, 20) });
}

} // namespace

std::vector<Command> historyCommands()
{
    return { firstSync(), rolledBack(), restoredServer() };
}

} // namespace storefault
