// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/seed/seed.h"
#include "cadre/v1/options.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace seed {

using Day = std::chrono::sys_days;

/// Numbers that are the same for a seed on every platform (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] std::uint64_t next();
    /// 0 … count - 1.
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    [[nodiscard]] bool chance(unsigned percent) { return below(100) < percent; }
    template <typename T>
    [[nodiscard]] const T &of(const std::vector<T> &choices)
    {
        return choices[below(choices.size())];
    }

private:
    std::uint64_t m_state;
};

struct Organization {
    record::Uuid id;
    std::string name;
};

struct Person {
    record::Uuid id;
    std::string given;
    std::string family;
    std::string addressed; ///< "Ms Rivera".
    [[nodiscard]] std::string name() const { return given + ' ' + family; }
};

struct Pair {
    record::Uuid match;
    Person mentor;
    Person teacher;
    std::size_t number = 0; ///< From 0, over the whole academy.
};

struct School {
    Organization organization;
    Person lead;
    Person principal;
    std::vector<Pair> pairs;
};

struct District {
    Organization organization;
    Person lead;
    Person member;
    std::vector<School> schools;
};

/// What is written so far, and the means to write more.
struct World {
    const Options &options;
    const Write &write;
    Random random;
    std::vector<Account> accounts;
    Organization state;
    Person stateLead;
    Person centerMember;
    std::vector<District> districts;
    std::uint64_t ids = 0;
    std::size_t people = 0;

    [[nodiscard]] record::Uuid newId();
    [[nodiscard]] Day today() const;
    /// First school day of the running school year.
    [[nodiscard]] Day yearStart() const;
    void put(const record::ScopeId &scope, const record::Message &message, const record::Uuid &id,
             const record::Uuid &author, std::int64_t at) const;
};

/// `YYYY-MM-DD`.
[[nodiscard]] std::string text(Day day);
/// The next day of Monday to Friday, the day itself included.
[[nodiscard]] Day schoolDay(Day day);
/// UTC milliseconds of a clock time in the academy's zone (America/Chicago).
[[nodiscard]] std::int64_t at(Day day, int hour, int minute);
[[nodiscard]] record::ScopeId place(cadre::v1::ScopeKind kind, const record::Uuid &key = {});
/// Where the people of an organization are known.
[[nodiscard]] record::ScopeId peopleOf(const Organization &organization);

/// The n-th person's names: the first ones are chosen, the others follow from the number.
[[nodiscard]] std::string givenName(std::size_t n);
/// `Ms` or `Mr`, for the given name.
[[nodiscard]] std::string titleOf(std::size_t n);
[[nodiscard]] std::string familyName(std::size_t n);
[[nodiscard]] std::string districtName(std::size_t n);
[[nodiscard]] std::string schoolName(std::size_t n);

/// What one kind of conversation sounds like.
struct Topic {
    std::string focus;
    std::string standard;
    std::vector<std::string> works;
    std::vector<std::string> challenges;
    std::vector<std::string> teacherSteps;
    std::vector<std::string> mentorSteps;
};
[[nodiscard]] const std::vector<Topic> &topics();
[[nodiscard]] const std::vector<std::string> &reflections();
[[nodiscard]] const std::vector<std::string> &privateNotes();

/// Each writes its part; order matters: people, then pairs and plans, then volume.
void plantPeople(World &world);
void plantPairs(World &world);
void plantPlans(World &world);
void plantVolume(World &world);

[[nodiscard]] Organization addSchool(World &world, const Organization &district, const std::string &name);
/// A person with a role and, where the login is not empty, an account.
[[nodiscard]] Person addPerson(World &world, const Organization &organization, cadre::v1::Role role,
                               const std::string &login);
[[nodiscard]] record::Uuid addMatch(World &world, const School &school, const Person &mentor, const Person &teacher,
                                    int year, int monthlyMinutes);

} // namespace seed
