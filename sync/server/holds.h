// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "cadre/sync/v1alpha/rights.pb.h"

#include <string>
#include <vector>

namespace server {

class Academy;

/// Legal holds: what is about a person, or stands in a place, is not erased while one is there, and what people delete
/// there is gone for them and kept here. One thread at a time.
class Holds {
public:
    explicit Holds(Academy &academy)
        : m_academy(academy)
    {
    }

    /// A login, a person's id or a place. Throws Problem where it names nothing.
    cadre::sync::v1alpha::Hold add(const std::string &target);
    /// Throws Problem where there is none.
    cadre::sync::v1alpha::Hold remove(const std::string &target);
    [[nodiscard]] std::vector<cadre::sync::v1alpha::Hold> list() const;
    /// True where a hold names the place, or a person: whose place it is, who is of its pair or of the pair that shows
    /// something there, or whose enrollment it is about.
    [[nodiscard]] bool holds(const record::ScopeId &place) const;

private:
    [[nodiscard]] std::string targetOf(const std::string &text) const;
    [[nodiscard]] std::vector<record::Uuid> personsOf(const record::ScopeId &place) const;
    [[nodiscard]] bool isKept(const std::string &target) const;
    [[nodiscard]] cadre::sync::v1alpha::Hold toProto(const std::string &target, std::int64_t since) const;

    Academy &m_academy;
};

} // namespace server
