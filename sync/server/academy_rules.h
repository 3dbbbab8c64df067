// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/rules.h"

namespace server {

class Academy;

/// The academy's rules, as its host asks for them.
class AcademyRules : public host::Rules {
public:
    explicit AcademyRules(Academy &academy)
        : m_academy(academy)
    {
    }

    [[nodiscard]] host::Refusal judge(const merge::Change &change) override;
    [[nodiscard]] bool mayRead(const record::Uuid &person, const record::ScopeId &scope) override;
    [[nodiscard]] std::vector<cadre::sync::v1::Membership> memberships(const record::Uuid &person) override;
    [[nodiscard]] std::optional<std::uint64_t> accessVersion() override;
    [[nodiscard]] std::optional<cadre::sync::v1::SignedCertificate> certificate(const record::Uuid &site) override;
    [[nodiscard]] bool isSignedOut(const record::Uuid &site) override;
    void setAside(const merge::Change &change, const host::Refusal &refusal) override;
    void accept(const merge::Change &change) override;
    void applied(merge::Change change) override;
    void follow() override;

private:
    void noteErased(const merge::Change &change);

    Academy &m_academy;
};

} // namespace server
