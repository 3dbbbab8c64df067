// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/services.h"
#include "tests/storefault/subject.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/person.pb.h"

namespace storefault {

/// A small academy: a state, a district, a school, and one pair of a mentor and a teacher.
class ServerSubject : public Subject {
public:
    ServerSubject()
        : Subject(false)
    {
    }
    ~ServerSubject() override { close(); }

    inline static const auto state = Stage::id(1), district = Stage::id(2), school = Stage::id(3);
    inline static const auto mentor = Stage::id(4), teacher = Stage::id(5), lead = Stage::id(6), match = Stage::id(7);
    [[nodiscard]] static record::ScopeId place(cadre::v1::ScopeKind kind, const record::Uuid &key)
    {
        return { static_cast<std::uint32_t>(kind), key, 0 };
    }

    /// Writes the academy into an open, new store.
    void fill();
    void endMatch();
    [[nodiscard]] std::string invite(const std::string &login);
    [[nodiscard]] server::Services &services() { return *m_services; }
    [[nodiscard]] server::Academy &academy() { return *m_academy; }

    std::vector<std::string> check() override;
    void goOn() override;
    bool hasGoneOn() override;

protected:
    void make(store::Database &database) override;
    void unmake() override;

private:
    void write(cadre::v1::ScopeKind kind, const record::Uuid &key, const char *type, const record::Uuid &id,
               const record::Message &message);
    void person(const record::Uuid &id, const std::string &login, cadre::v1::Role role);
    [[nodiscard]] cadre::v1::MentorMatch matchMessage() const;

    std::unique_ptr<server::Academy> m_academy;
    server::Counters m_counters;
    std::unique_ptr<server::Services> m_services;
};

} // namespace storefault
