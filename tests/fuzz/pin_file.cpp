// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"

#include "sync/store/database.h"
#include "sync/store/durable_file.h"
#include "sync/store/key_wrap.h"
#include "sync/store/pin_lock.h"
#include "cadre/store/v1/pin.pb.h"
#include "tests/fuzz/beside_store.h"

namespace fuzz {

namespace {

using Message = cadre::store::v1::PinLock;

constexpr std::int64_t now = 1'795'169'700'000;
constexpr auto pin = "274915";

/// The tries that are left, when it says anything at all.
void guess(const store::PinLock &lock)
{
    const auto before = lock.state();
    const auto key = lock.open("274916", store::DeviceSecret {});
    const auto after = lock.state();
    require(!key, "another PIN opens nothing");
    require(after.triesLeft <= before.triesLeft, "a wrong try gives none back");
    require(before.standing != store::PinLock::Standing::Ready || after.triesLeft < before.triesLeft,
            "a wrong try is counted");
}

void open(const std::string &bytes)
{
    const store::PinLock lock(fileOf(bytes), [] { return now; });
    (void)lock.secretName();
    lock.noteTime();
    for (unsigned tries = 0; tries < 3; ++tries) {
        guess(lock);
    }
    const bool isSet = lock.state().standing != store::PinLock::Standing::Unset;
    lock.renew(store::SealKey {}, store::DeviceSecret {});
    require(isSet == (lock.state().standing != store::PinLock::Standing::Unset), "a passphrase sets no PIN");
    (void)lock.open(pin, store::DeviceSecret {});
}

void run(std::string_view input)
{
    Message message;
    if (!message.ParseFromArray(input.data(), static_cast<int>(input.size()))) {
        open(std::string(input));
        return;
    }
    if (message.has_key()) {
        makeCheap(*message.mutable_key());
    }
    open(message.SerializeAsString());
    message.set_format(1);
    message.set_latest_at(now);
    message.set_passphrase_given_at(now);
    message.set_next_try_at(0);
    open(message.SerializeAsString());
}

std::vector<std::string> seeds()
{
    const auto path = fileOf({});
    store::PinLock(path, [] { return now; }).set(pin, store::SealKey {}, store::DeviceSecret {});
    return { store::bytesOfFile(path) };
}

} // namespace

const Target pinFile { "pin_file", &Message::default_instance(), &run, &seeds };

} // namespace fuzz
