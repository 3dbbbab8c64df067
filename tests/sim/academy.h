// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/key_signer.h"
#include "sync/record/id.h"
#include "sync/record/type.h"

#include <vector>

namespace sim {

inline constexpr int mostDevices = 8;
inline constexpr int mostScopes = 4;
inline constexpr int mostPersons = 6;

/// One installation with its keys. The same in every history, so that its fresh store can be copied.
struct Member {
    record::Uuid site;
    record::Uuid person;
    merge::KeyPair keys;
    cadre::sync::v1::SignedCertificate certificate;
};

/// People, places and versions of the app that are the same in every history of this process.
struct Academy {
    Academy();

    host::KeySigner signer;
    std::vector<Member> members; ///< mostDevices, and one more for the hostile device.
    std::vector<record::Uuid> persons; ///< mostPersons, the last one hostile.
    std::vector<record::ScopeId> scopes;
    record::Catalogue older;
    record::Catalogue newer;

    [[nodiscard]] int personOf(const record::Uuid &person) const;
    [[nodiscard]] int scopeOf(const record::ScopeId &scope) const; ///< -1 for none of ours.
    [[nodiscard]] int personOfMember(int member) const;
};

/// A string that stands for one edit: it names its scope, so that a leak can be seen in any bytes.
[[nodiscard]] std::string token(int scope, std::uint32_t number);
/// What every token of a scope begins with.
[[nodiscard]] std::string mark(int scope);
/// A value that the server's rules refuse.
[[nodiscard]] std::string badToken(int scope, std::uint32_t number);
[[nodiscard]] bool isBad(std::string_view value);

} // namespace sim
