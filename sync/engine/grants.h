// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/granted.h"
#include "sync/engine/parts.h"
#include "sync/merge/server_keys.h"

namespace engine {

/// The server's signed word about who may be where, kept by a device: its person's grant, the places that the grant
/// opens, and the latest list of who is signed out. Checked before it is kept, so that what is kept holds.
class Grants {
public:
    explicit Grants(Device::Parts &parts)
        : m(parts)
    {
    }
    static void makeTables(store::Database &database);

    /// Adds what the next Poll says of it.
    void addTo(cadre::sync::v1::PollRequest &request) const;
    /// Takes over what an answer brings and what of it holds; `serverNow` is its time, from which on the device's own
    /// clock is believed again. Returns the sentence that says what did not hold. Inside a transaction.
    [[nodiscard]] std::string take(const cadre::sync::v1::PollResponse &response, std::int64_t serverNow);
    /// Takes over what a server says of its keys to a device that enrolls there. What another server signed counts no
    /// more. Inside a transaction.
    void beginWith(const merge::ServerKeys &keys);

    [[nodiscard]] Granted granted() const;
    /// Where what others wrote waits for the next round. Signatures are verified once until something changes.
    [[nodiscard]] const Closed &closed() const;
    /// The time by which it is judged, and at most an hour behind the latest that was ever judged by: a clock that is
    /// set back prolongs nothing.
    [[nodiscard]] std::int64_t now() const;

private:
    [[nodiscard]] cadre::sync::v1::SignedGrant signedGrant() const;
    [[nodiscard]] cadre::sync::v1::SignedRevocations signedList() const;
    [[nodiscard]] std::string takeGrant(const cadre::sync::v1::PollResponse &response);
    [[nodiscard]] Closed closedAt(std::int64_t now) const;
    [[nodiscard]] merge::ServerKeys serverKeys() const;
    void keep(const merge::ServerKeys &keys);
    void forget();
    [[nodiscard]] std::string takeKeys(const cadre::sync::v1::PollResponse &response);
    [[nodiscard]] std::string takeList(const cadre::sync::v1::SignedRevocations &list);

    Device::Parts &m;
};

} // namespace engine
