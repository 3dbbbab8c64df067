// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/cast.h"

namespace storefault {

std::shared_ptr<Cast> newCast()
{
    struct Disks {
        sim::Disk::Image server, device, other;
    };
    static const auto disks = [] {
        Cast made;
        made.server->open();
        made.server->fill();
        const auto first = made.server->invite("mentor");
        const auto second = made.server->invite("mentor");
        made.device->stage.begin(1);
        made.device->open();
        made.device->enroll(*made.server, first);
        made.device->save(Stage::id(100), 20, 100);
        made.device->sync(*made.server);
        made.other.stage.begin(2);
        made.other.open();
        made.other.enroll(*made.server, second);
        made.server->close();
        made.device->close();
        made.other.close();
        return Disks { made.server->disk.image(), made.device->disk.image(), made.other.disk.image() };
    }();
    auto cast = std::make_shared<Cast>();
    cast->server->disk.restore(disks.server);
    cast->device->disk.restore(disks.device);
    cast->other.disk.restore(disks.other);
    cast->server->open();
    cast->device->open();
    cast->other.open();
    cast->device->stage.begin(3);
    cast->other.stage.begin(4);
    return cast;
}

Command command(const std::string &name, const std::shared_ptr<Cast> &cast, std::vector<Step> steps)
{
    const auto rewind = [cast, image = cast->server->disk.image()] {
        cast->server->close();
        cast->server->disk.restore(image);
        cast->server->stage.begin(5);
        cast->server->open();
    };
    return { .name = name,
             .subject = cast->device,
             .before = cast->device->disk.image(),
             .steps = std::move(steps),
             .rewind = rewind };
}

Step round(const std::shared_ptr<Cast> &cast, std::size_t parts)
{
    return { "sync", [cast] { cast->device->sync(*cast->server); }, parts };
}

} // namespace storefault
