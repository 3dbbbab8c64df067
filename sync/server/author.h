// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "sync/record/id.h"
#include "sync/record/type.h"

#include <map>
#include <optional>
#include <string_view>

namespace store {
class Log;
class RecordStore;
} // namespace store

namespace server {

class Keys;
class Makers;
struct Effects;

/// Writes changes into the server's own store as the server's site: projections, totals, accounts
/// and the demo academy. Belongs to an Academy; every call is part of the open Work.
class Author {
public:
    Author(store::Log &log, store::RecordStore &records, Makers &makers, const Keys &keys, record::Entropy entropy,
           Effects &effects);

    /// Makes the record equal to `message`: writes the fields that differ from what the store holds,
    /// or nothing when all are equal. `author` is the person in whose name, `utcMilliseconds` when.
    /// Throws store::Invalid when the type is unknown or does not live in the scope's kind.
    void write(const record::ScopeId &scope, std::string_view typeName, const record::Uuid &id,
               const record::Message &message, const record::Uuid &author, std::int64_t utcMilliseconds);
    /// Takes the record away, if it is there.
    void remove(const record::ScopeId &scope, std::string_view typeName, const record::Uuid &id,
                const record::Uuid &author, std::int64_t utcMilliseconds);

    /// Writes the edit in the name of whoever made it, as the content of a change that had been set aside.
    void release(const merge::Change &change, cadre::sync::v1::RecordEdit edit);

    /// Signs the chains that grew since the last call, one signature a chain.
    void signChains();
    /// What was written since has been rolled back.
    void forget() { m_unsigned.clear(); }

private:
    void append(const record::ScopeId &scope, cadre::sync::v1::RecordEdit edit, const record::Uuid &author,
                std::int64_t utcMilliseconds, const std::optional<merge::Dot> &released = {});

    store::Log &m_log;
    store::RecordStore &m_records;
    Makers &m_makers;
    const Keys &m_keys;
    record::Entropy m_entropy;
    Effects &m_effects;
    std::map<record::ScopeId, merge::Change> m_unsigned;
    std::uint64_t m_lastTime = 0;
};

} // namespace server
