// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/fresh.h"

#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"
#include "tests/sim/rules.h"

#include <map>

namespace sim {

namespace {

/// What a device draws when it makes its site and keys is given to it.
record::Entropy drawing(const Member &member)
{
    // KeyPair::make draws 32 bytes, the first half of an Ed25519 secret key; the site is 16.
    return [seed = member.keys.secretKey.substr(0, 32), site = member.site.raw(),
            at = std::size_t(0)](std::uint8_t *bytes, std::size_t count) mutable {
        const auto &source = count == 32 ? seed : site;
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = static_cast<std::uint8_t>(source[(at + i) % source.size()]);
        }
    };
}

Disk::Image makeDevice(const Academy &academy, int number)
{
    Disk disk(1);
    const auto &member = academy.members[static_cast<std::size_t>(number)];
    {
        store::Database database("store", disk.vfs());
        engine::Device device(
            database, academy.older, [] { return std::int64_t(1'789'000'000'000); }, drawing(member));
        (void)device.enrollRequest("invite", "simulated");
        cadre::sync::v1alpha::EnrollResponse response;
        *response.mutable_certificate() = member.certificate;
        response.set_token("token");
        response.set_person(member.person.raw());
        response.set_server_key(academy.signer.publicKey());
        device.enrolled(response, "https://127.0.0.1", "");
    }
    return disk.image();
}

Disk::Image makeServer(const Academy &academy)
{
    Disk disk(1);
    {
        store::Database database("server", disk.vfs());
        store::Log log(database);
        store::RecordStore records(database, academy.newer);
        Rights rights;
        TableRules rules(academy, rights);
        host::Host host(database, log, records, rules, academy.signer, [] { return std::int64_t(0); });
        (void)host.epoch();
    }
    return disk.image();
}

} // namespace

const Disk::Image &freshDevice(const Academy &academy, int member)
{
    static std::map<int, Disk::Image> images;
    const auto found = images.find(member);
    return found != images.end() ? found->second : images.emplace(member, makeDevice(academy, member)).first->second;
}

const Disk::Image &freshServer(const Academy &academy)
{
    static const Disk::Image image = makeServer(academy);
    return image;
}

} // namespace sim
