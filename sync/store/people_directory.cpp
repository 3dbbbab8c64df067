// SPDX-License-Identifier: Apache-2.0
#include "sync/store/people_directory.h"

#include "sync/store/database.h"
#include "sync/store/device_store.h"
#include "sync/store/durable_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <tuple>

#include <fmt/format.h>

namespace store {

namespace {

namespace fs = std::filesystem;

constexpr auto nameFile = "/shown_name";

/// One line that a lock screen can show: no control characters, cut at a whole character.
std::string shownAs(std::string name)
{
    std::erase_if(name, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (name.size() > PeopleDirectory::longestName) {
        auto end = PeopleDirectory::longestName;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) {
            --end;
        }
        name.resize(end);
    }
    return name;
}

bool isBegun(const std::string &directory)
{
    std::error_code problem;
    return fs::exists(directory + "/cadre.db", problem) || fs::exists(keyFileIn(directory), problem);
}

PeopleDirectory::Person personIn(const std::string &directory)
{
    std::error_code problem;
    return { .directory = directory,
             .shownName = shownAs(bytesOfFile(directory + nameFile)),
             .isSealed = fs::exists(keyFileIn(directory), problem) };
}

} // namespace

std::vector<PeopleDirectory::Person> PeopleDirectory::people() const
{
    std::vector<Person> found;
    if (isBegun(m_directory)) {
        found.push_back(personIn(m_directory));
    }
    std::error_code problem;
    for (const auto &entry : fs::directory_iterator(m_directory + "/people", problem)) {
        if (record::Uuid::parse(entry.path().filename().string()) && isBegun(entry.path().string())) {
            found.push_back(personIn(entry.path().string()));
        }
    }
    std::sort(found.begin(), found.end(), [](const Person &a, const Person &b) {
        return std::tie(a.shownName, a.directory) < std::tie(b.shownName, b.directory);
    });
    return found;
}

PeopleDirectory::Person PeopleDirectory::add(const std::string &shownName, const record::Uuid &id) const
{
    const auto directory = m_directory + "/people/" + id.text();
    std::error_code problem;
    for (const auto &folder : { m_directory, m_directory + "/people", directory }) {
        if (fs::create_directories(folder, problem)) {
            fs::permissions(folder, fs::perms::owner_all, problem);
        }
    }
    const int written = writeDurably(directory + nameFile, shownAs(shownName));
    if (written != 0) {
        throw Error(written == ENOSPC ? Fault::Full : Fault::Unreadable,
                    fmt::format("There can't be one more person in {}. Nothing was changed. Check that this device has "
                                "room and may write there.",
                                m_directory));
    }
    return personIn(directory);
}

} // namespace store
