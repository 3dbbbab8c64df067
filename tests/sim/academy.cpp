// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/academy.h"

#include "tests/sim/ids.h"
#include "cadre/sim/v1/records.pb.h"
#include "cadre/sim/v2/records.pb.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

namespace {

record::Entropy entropyOf(std::uint64_t seed)
{
    return [random = std::make_shared<Random>(seed)](std::uint8_t *bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = static_cast<std::uint8_t>(random->next());
        }
    };
}

record::Uuid uuidOf(std::uint64_t seed)
{
    record::Uuid id;
    entropyOf(seed)(id.bytes.data(), id.bytes.size());
    return id;
}

} // namespace

Academy::Academy()
    : signer(merge::KeyPair::make(entropyOf(1)), [] { return std::int64_t { 0 }; })
{
    for (int i = 0; i < mostPersons; ++i) {
        persons.push_back(uuidOf(100 + static_cast<std::uint64_t>(i)));
    }
    for (int i = 0; i <= mostDevices; ++i) {
        Member member { .site = uuidOf(200 + static_cast<std::uint64_t>(i)),
                        .person = persons[static_cast<std::size_t>(personOfMember(i))],
                        .keys = merge::KeyPair::make(entropyOf(300 + static_cast<std::uint64_t>(i))) };
        member.certificate = signer.certify(member.site, member.keys.publicKey, member.person);
        members.push_back(std::move(member));
    }
    constexpr std::uint32_t kinds[] = { cadre::v1::SCOPE_KIND_PAIR, cadre::v1::SCOPE_KIND_TEACHER,
                                        cadre::v1::SCOPE_KIND_SCHOOL_TEAM, cadre::v1::SCOPE_KIND_DISTRICT };
    for (int i = 0; i < mostScopes; ++i) {
        scopes.push_back({ .kind = kinds[i], .key = uuidOf(400 + static_cast<std::uint64_t>(i)) });
    }
    older.add(cadre::sim::v1::Card::default_instance());
    newer.add(cadre::sim::v2::Card::default_instance());
    newer.add(cadre::sim::v2::Badge::default_instance());
}

int Academy::personOfMember(int member) const
{
    return member == mostDevices ? mostPersons - 1 : member % (mostPersons - 1);
}

int Academy::personOf(const record::Uuid &person) const
{
    const auto found = std::find(persons.begin(), persons.end(), person);
    return found == persons.end() ? -1 : static_cast<int>(found - persons.begin());
}

int Academy::scopeOf(const record::ScopeId &scope) const
{
    const auto found = std::find(scopes.begin(), scopes.end(), scope);
    return found == scopes.end() ? -1 : static_cast<int>(found - scopes.begin());
}

std::string mark(int scope)
{
    return fmt::format("~place{}", scope);
}

std::string token(int scope, std::uint32_t number)
{
    return fmt::format("{}v{}~", mark(scope), number);
}

std::string badToken(int scope, std::uint32_t number)
{
    return fmt::format("{}bad{}~", mark(scope), number);
}

bool isBad(std::string_view value)
{
    for (auto at = value.find("~place"); at != std::string_view::npos; at = value.find("~place", at + 1)) {
        if (value.substr(at).find("bad") == 7) {
            return true;
        }
    }
    return false;
}

} // namespace sim
