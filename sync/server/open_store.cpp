// SPDX-License-Identifier: Apache-2.0
#include "sync/server/open_store.h"

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

} // namespace

OpenStore::OpenStore(const Place &place)
    : m_lock(madePrivately(place.directory))
    , m_secret(place.secret())
    , m_catalogue(record::Catalogue::ofAcademy())
    , m_database(place.file)
    , m_academy(m_database, m_catalogue, record::systemClock(), record::systemEntropy(), "Cadre")
    , m_services(m_academy, m_counters)
    , m_administration(m_academy, m_secret)
{
    std::error_code error;
    std::filesystem::permissions(place.file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    m_services.addTo(m_table);
    m_administration.addTo(m_table);
}

} // namespace server
