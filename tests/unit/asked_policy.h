// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/unit/academy_of_facts.h"

/// The small academy, asked for the answers of the built-in policy.
class AskedPolicy : public AcademyOfFacts {
public:
    record::ScopeId pair() { return scope(cadre::v1::SCOPE_KIND_PAIR, "match"); }
    record::ScopeId log() { return scope(cadre::v1::SCOPE_KIND_PAIR_LOG, "match"); }
    record::ScopeId team() { return scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, "schoolA"); }

    cadre::v1::CheckInNote note(const char *author)
    {
        cadre::v1::CheckInNote note;
        note.set_author(id(author).text());
        return note;
    }

    cadre::v1::CheckIn checkIn(const char *mentor)
    {
        cadre::v1::CheckIn checkIn;
        checkIn.set_match_id(id("match").text());
        checkIn.set_mentor(id(mentor).text());
        return checkIn;
    }

    domain::WriteRequest requestOf(const char *person, const record::ScopeId &scope, const char *type,
                                   std::vector<std::string> fields, const record::Message *after)
    {
        domain::WriteRequest request;
        request.person = id(person);
        request.scope = scope;
        request.typeName = type;
        request.changedFields = std::move(fields);
        request.isNew = true;
        request.after = after;
        return request;
    }

    domain::WriteCode codeOf(const domain::WriteRequest &request)
    {
        return domain::Policy::builtIn().mayWrite(request, facts, today, today).code;
    }

    domain::WriteCode write(const char *person, const record::ScopeId &scope, const char *type,
                            std::vector<std::string> fields, const record::Message *after)
    {
        return codeOf(requestOf(person, scope, type, std::move(fields), after));
    }

    /// Changes a record that somebody else made.
    domain::WriteCode edit(const char *person, const record::ScopeId &scope, const char *type,
                           std::vector<std::string> fields, const record::Message *now)
    {
        auto request = requestOf(person, scope, type, std::move(fields), now);
        request.isNew = false;
        request.before = now;
        return codeOf(request);
    }

    bool reads(const char *person, const record::ScopeId &scope, domain::Day on)
    {
        return domain::Policy::builtIn().mayRead(id(person), scope, facts, on);
    }
};
