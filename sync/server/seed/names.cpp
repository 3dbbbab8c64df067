// SPDX-License-Identifier: Apache-2.0
#include "sync/server/seed/world.h"

#include <fmt/format.h>

namespace seed {

namespace {

// Each with how others address this person.
const std::vector<std::string> given {
    "Mr Jonas",  "Mr Kenji",   "Ms Priya",   "Ms Elena",   "Mr Samuel", "Ms Astrid",  "Ms Naomi",   "Mr Daniel",
    "Ms Leah",   "Mr Tomas",   "Ms Grace",   "Mr Malik",   "Ms Ingrid", "Mr Joel",    "Ms Amara",   "Mr Peter",
    "Ms Lucia",  "Mr Henry",   "Ms Yuki",    "Ms Rosa",    "Mr Caleb",  "Ms Farah",   "Mr Owen",    "Ms Beatriz",
    "Ms Dana",   "Mr Marcus",  "Ms Hana",    "Mr Victor",  "Ms Miriam", "Mr Dylan",   "Ms Celeste", "Mr Andre",
    "Ms Sofia",  "Mr Warren",  "Ms Nadia",   "Mr Gabriel", "Ms Judith", "Mr Isaac",   "Ms Elise",   "Mr Terrence",
    "Ms Vivian", "Mr Omar",    "Ms Joanna",  "Mr Felix",   "Ms Clara",  "Mr Desmond", "Ms Paula",   "Mr Hugo",
    "Ms Simone", "Mr Raymond", "Ms Teresa",  "Mr Kofi",    "Ms Anneke", "Mr Julian",  "Ms Mara",    "Mr Edwin",
    "Ms Louisa", "Mr Bashir",  "Ms Corinne", "Mr Walter",  "Ms Imani",
};

const std::vector<std::string> family {
    "Park",     "Ito",      "Raman",    "Rivera",    "Okafor",  "Lindqvist",  "Haddad",   "Whitfield", "Castellano",
    "Nakamura", "Boyd",     "Moreau",   "Sandoval",  "Pruitt",  "Adeyemi",    "Kowalski", "Fontaine",  "Ibarra",
    "Tran",     "Holloway", "Petrov",   "Delacroix", "Mbeki",   "Sørensen",   "Reyes",    "Ortega",    "Galloway",
    "Quintero", "Abbott",   "Yamada",   "Vance",     "Osei",    "Larkin",     "Medina",   "Thorne",    "Banerjee",
    "Calloway", "Fischer",  "Nwosu",    "Ashby",     "Romano",  "Kessler",    "Duarte",   "Winslow",   "Achterberg",
    "Pham",     "Loomis",   "Santoro",  "Ferreira",  "Hadley",  "Villanueva", "Brandt",   "Oyelaran",  "Maddox",
    "Keller",   "Suarez",   "Beaumont", "Zielinski", "Ekström",
};

const std::vector<std::string> districts { "Cedar Bend",  "Harlan Valley", "Redstone", "Lakemont",
                                           "Alder Creek", "Stillwater",    "Juniper",  "Fox Hollow" };

const std::vector<std::string> schools {
    "Lincoln Elementary",       "Cedar Bend Middle School", "Frederick Douglass Elementary",
    "Harlan High School",       "Riverside Elementary",     "Valley View Middle School",
    "Willow Street Elementary", "Redstone Middle School",   "Orchard Park Elementary",
    "Lakemont High School",     "Prairie Elementary",       "Northgate Middle School",
    "Maple Grove Elementary",   "Summit Elementary",        "Eastfield Middle School",
    "Stone Bridge Elementary",
};

} // namespace

std::string givenName(std::size_t n)
{
    return given[n % given.size()].substr(3);
}

std::string titleOf(std::size_t n)
{
    return given[n % given.size()].substr(0, 2);
}

std::string familyName(std::size_t n)
{
    // The lists' lengths share no factor, so that no full name comes twice within 3,000.
    return family[n % family.size()];
}

std::string districtName(std::size_t n)
{
    return districts[n % districts.size()] + " School District";
}

std::string schoolName(std::size_t n)
{
    const auto round = n / schools.size();
    return round ? fmt::format("{} {}", schools[n % schools.size()], round + 1) : schools[n];
}

} // namespace seed
