// SPDX-License-Identifier: Apache-2.0
#include "sync/server/key_commands.h"

#include "sync/record/json.h"
#include "sync/server/key_rotation.h"
#include "sync/server/open_store.h"
#include "sync/server/secrets.h"
#include "sync/store/durable_file.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <google/protobuf/struct.pb.h>

namespace server {

namespace {

/// As two people compare it: the first 16 bytes of its hash.
std::string fingerprint(std::string_view key)
{
    return key.empty() ? "none" : base64Url(merge::hash("cadre.key-print.v1", { key }).substr(0, 16));
}

void show(const Keys &keys, bool json)
{
    const auto changes = keys.changesSince(0).size();
    if (!json) {
        print(fmt::format("signs with    {}", fingerprint(keys.publicKey())));
        print(fmt::format("recovered by  {}", fingerprint(keys.known().recoveryKey)));
        print(fmt::format("changes       {}", changes));
        return;
    }
    google::protobuf::Struct shown;
    (*shown.mutable_fields())["key"].set_string_value(fingerprint(keys.publicKey()));
    (*shown.mutable_fields())["recovery"].set_string_value(fingerprint(keys.known().recoveryKey));
    (*shown.mutable_fields())["changes"].set_number_value(static_cast<double>(changes));
    print(record::toJson(shown));
}

} // namespace

void addKeys(CLI::App &app, Chosen &chosen)
{
    auto *keys = group(app, "key", "What the server signs with; stop the server first");

    auto *showing = command(*keys, chosen, "show", "Fingerprints of the keys");
    showing->callback([&chosen] {
        chosen.run = [&chosen] {
            OpenStore store(Place::parse(chosen.store));
            show(store.academy().keys(), chosen.json);
            return 0;
        };
    });

    auto *recovery = command(*keys, chosen, "recovery", "Make the key that a lost one is exchanged with, once");
    recovery->callback([&chosen] {
        chosen.run = [&chosen] {
            OpenStore store(Place::parse(chosen.store));
            const auto code = nameRecoveryKey(store.academy());
            print(code);
            fmt::print(stderr,
                       "Write this code down and lock it away: there is no other copy. Devices learn of it as "
                       "they come by.\n");
            return 0;
        };
    });

    auto *rotate = command(*keys, chosen, "rotate", "Sign with another key from now on");
    auto codeFile = options<std::string>();
    rotate->add_option("--recovery-file", *codeFile, "Holds the recovery code: the present key was stolen or lost")
        ->check(CLI::ExistingFile);
    rotate->callback([&chosen, codeFile] {
        chosen.run = [&chosen, codeFile] {
            OpenStore store(Place::parse(chosen.store));
            rotateKey(store.academy(), codeFile->empty() ? std::string() : store::bytesOfFile(*codeFile));
            show(store.academy().keys(), chosen.json);
            return 0;
        };
    });
}

} // namespace server
