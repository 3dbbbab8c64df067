// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/policy_text.h"
#include "cadre/policy/v1/policy.pb.h"

#include <google/protobuf/text_format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

/// What the policy file says about a small academy, read by somebody who knows that academy by heart and nothing of how
/// the server works it out.
class StatedPolicy {
public:
    using Rule = cadre::policy::v1::ScopeRule;

    enum class Action { Make, Change, Remove };

    /// What somebody wants to do with a record.
    struct Wish {
        std::string type;
        Action action = Action::Make;
        std::vector<std::string> fields; ///< That are set, or changed.
        bool madeIt = false; ///< She made the record.
        std::vector<std::string> holdHer; ///< Fields that hold her id.
        std::vector<std::string> otherwise; ///< Fields that a new record begins with another value than the first.
    };

    StatedPolicy()
    {
        if (!google::protobuf::TextFormat::ParseFromString(domain::policyText(), &m_policy)) {
            throw std::runtime_error("The policy file does not read.");
        }
    }

    [[nodiscard]] const google::protobuf::RepeatedPtrField<Rule> &scopes() const { return m_policy.scopes(); }

    /// Where the place's key is an organization: its name here; `who` is a role's short name.
    [[nodiscard]] bool reads(const std::string &who, const Rule &rule, const std::string &place) const
    {
        // A kind that no type lives in yet is opened to nobody.
        return !rule.types().empty()
            && std::any_of(rule.readers().begin(), rule.readers().end(),
                           [&](const auto &reader) { return is(who, reader, place); });
    }

    [[nodiscard]] bool writes(const std::string &who, const Rule &rule, const std::string &place,
                              const Wish &wish) const
    {
        // Who reads a place that a record opens is decided by it for good: it is ended and not removed.
        const bool opensAPlace =
            wish.type == "MentorMatch" || wish.type == "TeacherEnrollment" || wish.type == "NoteShare";
        if (!has(rule.types(), wish.type) || (opensAPlace && wish.action == Action::Remove)) {
            return false;
        }
        std::vector<const cadre::policy::v1::WriteRule *> open;
        for (const auto &writer : rule.writers()) {
            const bool named = has(writer.types(), wish.type) || has(writer.types(), "*");
            const bool hers = std::any_of(writer.who().begin(), writer.who().end(),
                                          [&](const auto &one) { return is(who, one, place); });
            const bool inTime = wish.action == Action::Make ? !writer.change_only() : !writer.append_only();
            const bool whole = wish.action != Action::Remove || (writer.fields().empty() && !writer.change_only());
            const bool own = (!writer.own() || wish.action == Action::Make || wish.madeIt)
                && (writer.own_field().empty() || has(wish.holdHer, writer.own_field()));
            if (named && hers && !writer.server() && inTime && whole && own) {
                open.push_back(&writer);
            }
        }
        return !open.empty() && std::all_of(wish.fields.begin(), wish.fields.end(), [&](const std::string &field) {
            return std::any_of(open.begin(), open.end(), [&](const auto *writer) {
                const bool later = wish.action != Action::Make;
                if (!writer->first_values().empty() && has(writer->except_fields(), field)
                    && has(wish.otherwise, field)) {
                    return false;
                }
                return (writer->fields().empty() || has(writer->fields(), field))
                    && !(later && (has(writer->except_fields(), field) || has(writer->fixed_fields(), field)));
            });
        });
    }

private:
    using Who = cadre::policy::v1::Who;

    template <class List>
    static bool has(const List &list, const std::string &name)
    {
        return std::find(list.begin(), list.end(), name) != list.end();
    }

    /// The small academy: schools below a district below a state, which a center serves.
    [[nodiscard]] static std::string homeOf(const std::string &who)
    {
        static const std::map<std::string, std::string> homes {
            { "MT", "school" },   { "BT", "school" },    { "SL", "school" },   { "ST", "school" }, { "PR", "school" },
            { "DL", "district" }, { "DM", "district" },  { "SE", "state" },    { "SM", "state" },  { "RC", "center" },
            { "NP", "partner" },  { "OR", "organizer" }, { "AD", "organizer" }
        };
        return homes.at(who);
    }
    [[nodiscard]] static bool isAbove(const std::string &upper, const std::string &lower)
    {
        return (lower == "school" && (upper == "district" || upper == "state"))
            || (lower == "district" && upper == "state");
    }
    [[nodiscard]] static bool isServed(const std::string &place)
    {
        return place == "state" || place == "district" || place == "school";
    }

    [[nodiscard]] static bool is(const std::string &who, const Who &meant, const std::string &place)
    {
        namespace pb = cadre::policy::v1;
        const auto home = homeOf(who);
        const bool isPair = who == "MT" || who == "BT";
        // Principals evaluate every teacher of the school.
        const bool evaluates = who == "PR" && (place == "match" || place == "school" || place == "share");
        if ((meant.unless_evaluates() && evaluates) || (meant.unless_in_pair() && isPair)) {
            return false;
        }
        cadre::v1::Role role {};
        (void)cadre::v1::Role_Parse("ROLE_" + who, &role);
        if (meant.relation() == pb::RELATION_SELF) {
            return place == who;
        }
        if (!meant.roles().empty()
            && std::find(meant.roles().begin(), meant.roles().end(), role) == meant.roles().end()) {
            return false;
        }
        const auto organization = place == "enrollment" ? "school" : place;
        switch (meant.relation()) {
        case pb::RELATION_ANYWHERE:
            return true;
        case pb::RELATION_AT:
            return organization == home;
        case pb::RELATION_BELOW:
            return isAbove(organization, home);
        case pb::RELATION_ABOVE:
            return isAbove(home, organization);
        case pb::RELATION_SERVING:
            return home == "center" && isServed(place);
        case pb::RELATION_SERVED:
            return place == "center" && isServed(home);
        case pb::RELATION_PARTNER:
            return place == "partner" || place == "organizer";
        case pb::RELATION_MATCH_MENTOR:
            return place == "match" && who == "MT";
        case pb::RELATION_MATCH_TEACHER:
            return place == "match" && who == "BT";
        case pb::RELATION_MATCH_SCHOOL:
            return place == "match" && home == "school";
        case pb::RELATION_MATCH_DISTRICT:
            return place == "match" && home == "district";
        case pb::RELATION_ENROLLED:
            return place == "enrollment" && who == "BT";
        case pb::RELATION_ENROLLED_MENTOR:
            return place == "enrollment" && who == "MT";
        case pb::RELATION_SEAT:
            return std::any_of(meant.seats().begin(), meant.seats().end(),
                               [&](const auto &seat) { return has(seatsIn(place, who), seat); });
        default:
            return false;
        }
    }
    /// The pair shares with a member of the team and with the principal; the teacher lets her mentor read her goals.
    [[nodiscard]] static std::vector<std::string> seatsIn(const std::string &place, const std::string &who)
    {
        if (place == "BT") {
            return who == "MT" ? std::vector<std::string> { "mentor" } : std::vector<std::string> {};
        }
        if (place != "share") {
            return {};
        }
        static const std::map<std::string, std::vector<std::string>> seats {
            { "MT", { "mentor" } }, { "BT", { "teacher" } }, { "ST", { "reader" } }, { "PR", { "reader" } }
        };
        const auto found = seats.find(who);
        return found == seats.end() ? std::vector<std::string> {} : found->second;
    }

    cadre::policy::v1::AccessPolicy m_policy;
};
