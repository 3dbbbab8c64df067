// SPDX-License-Identifier: Apache-2.0
#include "secret_keeper.h"

#include <sodium.h>

#include <new>

void MemorySecrets::find(const std::string &name, Found found)
{
    const auto at = m_secrets.find(name);
    found(at == m_secrets.end() ? std::nullopt : std::optional(*at->second));
}

void MemorySecrets::keep(const std::string &name, const store::DeviceSecret &secret)
{
    auto *room =
        sodium_init() < 0 ? nullptr : static_cast<store::DeviceSecret *>(sodium_malloc(sizeof(store::DeviceSecret)));
    if (!room)
        return; // Then the PIN works not at all, and the passphrase as ever.
    m_secrets[name].reset(new (room) store::DeviceSecret(secret));
}

void MemorySecrets::Locked::operator()(store::DeviceSecret *secret) const
{
    sodium_free(secret);
}
