// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/server_keys.h"

#include "sync/merge/change.h"
#include "cadre/sync/v1alpha/grant.pb.h"

namespace merge {

namespace {

constexpr std::size_t keySize = 32; // Ed25519
/// What an older key signed is signed anew long before.
constexpr std::size_t mostKeys = 8;
constexpr std::uint32_t formatKnown = 1;

} // namespace

std::string_view ServerKeys::present() const
{
    return keys.size() < keySize ? std::string_view() : std::string_view(keys).substr(keys.size() - keySize);
}

std::optional<ServerKeys> ServerKeys::after(const cadre::sync::v1::SignedKeyChange &signedChange) const
{
    cadre::sync::v1alpha::KeyChange change;
    if (!change.ParseFromString(signedChange.change()) || change.format() != formatKnown || change.at() <= changedAt
        || change.to_key().size() != keySize) {
        return {};
    }
    const std::string signer = change.lost() ? recoveryKey : std::string(present());
    if (signer.size() != keySize || (!change.lost() && change.from_key() != present())
        || !isSigned(keyChangeDomain, signedChange.change(), signedChange.signature(), signer)) {
        return {};
    }
    auto next = *this;
    next.changedAt = change.at();
    if (change.lost()) {
        next.keys = change.to_key();
    } else if (change.to_key() != present()) {
        next.keys += change.to_key();
        next.keys.erase(0, next.keys.size() > mostKeys * keySize ? keySize : 0);
    }
    // Whoever has stolen the server's key could else make the recovery key her own.
    if (change.recovery_key().size() == keySize && (change.lost() || recoveryKey.empty())) {
        next.recoveryKey = change.recovery_key();
    }
    return next;
}

bool isSignedByServer(std::string_view domain, std::string_view bytes, std::string_view signature,
                      std::string_view keys)
{
    for (; keys.size() >= keySize; keys.remove_suffix(keySize)) {
        if (isSigned(domain, bytes, signature, std::string(keys.substr(keys.size() - keySize)))) {
            return true;
        }
    }
    return false;
}

} // namespace merge
