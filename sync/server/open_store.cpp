// SPDX-License-Identifier: Apache-2.0
#include "sync/server/open_store.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <filesystem>

namespace server {

namespace {

/// The directory is made with the rights of one user; what is in the store is nobody else's.
const std::string &madePrivately(const std::string &directory)
{
    std::error_code error;
    if (std::filesystem::create_directories(directory, error)) {
        std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
    }
    return directory;
}

/// Opens the file, in the words of who runs a server.
std::unique_ptr<store::Database> opened(const std::string &file)
{
    try {
        auto database = std::make_unique<store::Database>(file);
        store::Statement tables(
            *database,
            "SELECT count(*) FILTER (WHERE name = 'change'), count(*) FILTER (WHERE name = 'server_key') "
            "FROM sqlite_master WHERE type = 'table'");
        if (tables.step() && tables.integer(0) == 1 && tables.integer(1) == 0) {
            throw store::Error(store::Fault::NotOurs,
                               fmt::format("{} is the data of a device, not a server's store. It was left as it is; "
                                           "name another file with --store.",
                                           file));
        }
        return database;
    } catch (const store::Error &error) {
        if (error.fault() != store::Fault::Damaged) {
            throw;
        }
        throw store::Error(
            store::Fault::Damaged,
            fmt::format(
                "The store {} is damaged or cut short, and nothing was changed. Keep a copy of it, then put the latest "
                "backup in its place with cadred restore --from FILE.",
                file));
    }
}

} // namespace

OpenStore::OpenStore(const Place &place)
    : m_lock(madePrivately(place.directory))
    , m_secret(place.secret())
    , m_catalogue(record::Catalogue::ofAcademy())
    , m_database(opened(place.file))
    , m_academy(*m_database, m_catalogue, record::systemClock(), record::systemEntropy(), "Cadre")
    , m_services(m_academy, m_counters)
    , m_person(m_academy)
    , m_feedback(m_academy)
    , m_roster(m_academy)
    , m_administration(m_academy, m_secret)
    , m_rights(m_academy, m_secret)
{
    std::error_code error;
    std::filesystem::permissions(place.file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 error);
    m_services.addTo(m_table);
    m_person.addTo(m_table);
    m_feedback.addTo(m_table);
    m_roster.addTo(m_table);
    m_administration.addTo(m_table);
    m_rights.addTo(m_table);
    (void)m_academy.keepBeside(place.directory);
}

OpenStore::~OpenStore()
{
    try {
        m_academy.settleAccount();
    } catch (const store::Error &error) {
        spdlog::error("The audit log could not be signed at the end: {}", error.what());
    }
}

} // namespace server
