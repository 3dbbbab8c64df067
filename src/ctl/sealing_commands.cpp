// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"

#include "sync/store/device_store.h"
#include "sync/store/passphrase_rule.h"
#include "sync/store/sealing.h"

#include <fmt/format.h>

namespace ctl {

namespace {

/// The passphrase in that file, where it will do for a store.
std::string newPassphraseIn(const std::string &path, const char *option)
{
    if (path.empty())
        throw WrongUse(fmt::format("Say which file holds the passphrase on its first line: {} F.", option));
    auto passphrase = passphraseIn(path);
    switch (store::passphraseFlaw(passphrase)) {
    case store::PassphraseFlaw::Short:
        throw WrongUse("A passphrase has at least 10 characters. Nothing was changed; put a longer one into the file.");
    case store::PassphraseFlaw::Long:
        throw WrongUse(
            "A passphrase has at most 1,000 characters. Nothing was changed; put a shorter one into the file.");
    case store::PassphraseFlaw::Common:
        throw WrongUse("Many people take this passphrase. Nothing was changed; choose words that only you would put "
                       "together.");
    case store::PassphraseFlaw::None:
        break;
    }
    return passphrase;
}

} // namespace

void seal(const Options &options)
{
    store::sealInPlace(options.directory, newPassphraseIn(options.passphraseFile, "--passphrase-file"));
    fmt::print("What is in {} is sealed. The passphrase opens it from now on.\n", options.directory);
}

void changePassphrase(const Options &options, const std::string &nextFile)
{
    if (options.passphraseFile.empty())
        throw WrongUse("Say which file holds the present passphrase: --passphrase-file F.");
    const auto present = passphraseIn(options.passphraseFile);
    const auto next = newPassphraseIn(nextFile, "--to-file");
    // Opened first: whoever holds the directory finishes what was begun there, and nobody else writes meanwhile.
    const store::DeviceStore held(options.directory, present);
    if (!store::SealKeys(store::keyFileIn(options.directory)).change(present, next))
        throw Failed("That is not the passphrase of the data on this device. Nothing was changed. Try again.");
    fmt::print("The new passphrase opens what is in {} from now on.\n", options.directory);
}

} // namespace ctl
