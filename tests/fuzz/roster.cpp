// SPDX-License-Identifier: Apache-2.0
#include "src/roster/csv_file.h"
#include "src/roster/one_roster.h"

#include "tests/fuzz/target.h"
#include "tests/unit/roster_files.h"

namespace fuzz {

namespace {

const roster::ArchiveLimits limits { 16, 1 << 16, 1 << 17, 200 };

void readZip(std::string_view bytes)
{
    try {
        roster::Archive archive(bytes, limits);
        const auto read = roster::readOneRoster(archive, roster::readManifest(archive), { "t1" });
        for (const auto &member : read.staff) {
            require(!member.sourcedId.empty(), "who is staff has an id");
            require(member.leaves || !member.isNamed || (!member.given.empty() && !member.family.empty()),
                    "who is named has a name");
            require(roster::isUtf8(member.given + member.family + member.email), "what is kept is text");
        }
    } catch (const roster::Unreadable &) {
    }
}

/// A mutated zip rarely unpacks, so that the tables are also fed as they are.
void readTables(std::string_view bytes)
{
    auto files = roster11();
    files["users.csv"] = std::string(bytes);
    auto changes = roster12();
    changes["manifest.csv"] = manifest("1.2", "delta", "delta");
    changes["roles.csv"] = std::string(bytes);
    auto manifests = roster11();
    manifests["manifest.csv"] = std::string(bytes);
    for (const auto &one : { files, changes, manifests }) {
        readZip(zipOf(one));
    }
}

void run(std::string_view bytes)
{
    readZip(bytes);
    readTables(bytes);
}

std::vector<std::string> seeds()
{
    return { zipOf(roster11()),       zipOf(roster12()),          roster11()["users.csv"],
             roster12()["roles.csv"], roster11()["manifest.csv"], std::string(users11Header) + "\"a\"\"b\",\r\n" };
}

} // namespace

const Target roster { "roster", nullptr, &run, &seeds };

} // namespace fuzz
