// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/policy.h"

#include <map>

namespace domain {

/// A place with what it belongs to. Lives shorter than the facts it points into.
struct Place {
    ScopeId id;
    const cadre::policy::v1::ScopeRule *rule = nullptr;
    const OrganizationFact *organization = nullptr; ///< For kinds keyed by an organization.
    const MatchFact *match = nullptr; ///< For kinds keyed by a match.
    const EnrollmentFact *enrollment = nullptr; ///< For kinds keyed by an enrollment.
    std::optional<Uuid> teacher; ///< Whom the evaluator rule protects there.

    /// Nothing when what the id names does not exist, or is of another kind than the rule says.
    [[nodiscard]] static std::optional<Place> find(const ScopeId &id, const cadre::policy::v1::ScopeRule *rule,
                                                   const Facts &facts);
};

/// One person on one day, asked how she stands to places.
class Standing {
public:
    Standing(const Uuid &person, const Facts &facts, Day day);

    [[nodiscard]] const std::vector<RoleFact> &roles() const { return m_roles; }
    /// True when `who` names this person at the place. `as` gets the roles by which it does.
    [[nodiscard]] bool matches(const cadre::policy::v1::Who &who, const Place &place,
                               std::vector<cadre::v1::Role> *as = nullptr) const;
    [[nodiscard]] bool evaluatesTeacherOf(const Place &place) const;
    /// Every place that the rule could give to this person, and maybe more.
    [[nodiscard]] std::set<ScopeId> candidates(const cadre::policy::v1::ScopeRule &rule) const;

private:
    [[nodiscard]] bool findEvaluatesTeacherOf(const Place &place) const;
    [[nodiscard]] bool mentorsAt(const EnrollmentFact &enrollment) const;
    [[nodiscard]] bool isTakenAway(const cadre::policy::v1::Who &who, const Place &place) const;
    [[nodiscard]] bool stands(const RoleFact &role, cadre::policy::v1::Relation relation, const Place &place) const;
    [[nodiscard]] bool holdsSeat(const cadre::policy::v1::Who &who, const Place &place) const;
    [[nodiscard]] const std::set<Uuid> &organizationsInReach() const;
    [[nodiscard]] std::set<Uuid> findReach() const;

    Uuid m_person;
    const Facts &m_facts;
    Day m_day;
    std::vector<RoleFact> m_roles;
    mutable std::optional<std::set<Uuid>> m_reach; ///< Found when first asked for.
    mutable std::map<ScopeId, bool> m_evaluated; ///< The places asked about so far.
};

/// How people stand, each found once. Good for as long as the facts stay what they are.
class Standings {
public:
    explicit Standings(const Facts &facts)
        : m_facts(facts)
    {
    }

    [[nodiscard]] const Facts &facts() const { return m_facts; }
    [[nodiscard]] std::size_t size() const { return m_known.size(); }
    [[nodiscard]] const Standing &of(const Uuid &person, Day day);

private:
    const Facts &m_facts;
    std::map<std::pair<Uuid, Day>, Standing> m_known;
};

} // namespace domain
