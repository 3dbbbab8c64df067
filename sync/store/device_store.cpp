// SPDX-License-Identifier: Apache-2.0
#include "sync/store/device_store.h"

#include "sync/store/sealing.h"

#include <filesystem>

#include <sodium.h>

namespace store {

namespace {

constexpr auto lockedSentence =
    "The data on this device is sealed with a passphrase. Nothing was changed. Give the passphrase to open it.";
constexpr auto wrongSentence = "That is not the passphrase of the data on this device. Nothing was changed. Try again.";
constexpr auto openSentence = "The data in this folder was begun without a passphrase and is not sealed. Nothing was "
                              "changed. Open it without one, or choose another folder.";

std::unique_ptr<SealedFiles> filesUnder(const std::string &directory, const std::optional<std::string> &passphrase)
{
    const SealKeys keys(keyFileIn(directory));
    std::error_code problem;
    const auto size = std::filesystem::file_size(directory + "/cadre.db", problem);
    const bool isNew = problem || size == 0;
    if (!keys.exist() && !passphrase) {
        return nullptr;
    }
    if (!passphrase) {
        throw Error(Fault::Sealed, lockedSentence);
    }
    if (!keys.exist() && !isNew) {
        throw Error(Fault::NotOurs, openSentence);
    }
    auto key = keys.exist() ? keys.open(*passphrase) : keys.make(*passphrase);
    if (!key) {
        throw Error(Fault::Sealed, wrongSentence);
    }
    auto files = std::make_unique<SealedFiles>(*key);
    sodium_memzero(key->data(), key->size());
    return files;
}

} // namespace

std::string keyFileIn(const std::string &directory)
{
    return directory + "/cadre.key";
}

std::string pinFileIn(const std::string &directory)
{
    return directory + "/cadre.pin";
}

DeviceStore::DeviceStore(const std::string &directory, const std::optional<std::string> &passphrase)
    : DeviceStore(directory, [&] { return filesUnder(directory, passphrase); })
{
}

DeviceStore::DeviceStore(const std::string &directory, const SealKey &key)
    : DeviceStore(directory, [&] { return std::make_unique<SealedFiles>(key); })
{
}

DeviceStore::DeviceStore(const std::string &directory, const std::function<std::unique_ptr<SealedFiles>()> &files)
    : m_lock(directory)
{
    finishSealing(directory);
    m_sealed = files();
    m_database = std::make_unique<Database>(directory + "/cadre.db", m_sealed ? m_sealed->name() : std::string());
}

} // namespace store
