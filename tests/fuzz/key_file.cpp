// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"

#include "sync/store/database.h"
#include "sync/store/key_wrap.h"
#include "sync/store/seal_keys.h"
#include "tests/fuzz/beside_store.h"

namespace fuzz {

namespace {

using cadre::store::v1::SealedKeys;

constexpr auto passphrase = "green tractor on a hill";

void open(const std::string &bytes)
{
    const auto path = fileOf(bytes);
    const store::SealKeys keys(path);
    try {
        const auto key = keys.open(passphrase);
        require(!key || keys.open("another one of these") != key, "one passphrase opens a key");
    } catch (const store::Error &error) {
        require(error.fault() == store::Fault::Damaged || error.fault() == store::Fault::Other,
                "it says what is wrong");
    }
    require(bytesIn(path) == bytes, "opening changes nothing");
}

void run(std::string_view input)
{
    SealedKeys keys;
    if (!keys.ParseFromArray(input.data(), static_cast<int>(input.size()))) {
        open(std::string(input));
        return;
    }
    for (auto &wrap : *keys.mutable_keys()) {
        makeCheap(wrap);
    }
    open(keys.SerializeAsString());
    keys.set_format(1);
    open(keys.SerializeAsString());
}

std::vector<std::string> seeds()
{
    SealedKeys keys;
    keys.set_format(1);
    auto &wrap = *keys.add_keys() = store::newWrap();
    makeCheap(wrap);
    store::wrap(wrap, store::SealKey {}, store::stretched(passphrase, wrap), "cadre.sealed.key.v1");
    return { keys.SerializeAsString() };
}

} // namespace

const Target keyFile { "key_file", &SealedKeys::default_instance(), &run, &seeds };

} // namespace fuzz
