// SPDX-License-Identifier: Apache-2.0
#include "sync/server/connections.h"

namespace server {

Connections::Connections(std::size_t most, std::size_t mostOfNetwork)
    : m_most(most)
    , m_mostOfNetwork(mostOfNetwork)
{
}

std::uint64_t Connections::enter(const std::string &network, Close close)
{
    const std::lock_guard lock(m_mutex);
    const auto own = m_networks.find(network);
    if (own != m_networks.end() && own->second.open >= m_mostOfNetwork && !end(own->second.waiting, true)) {
        return 0;
    }
    if (m_connections.size() >= m_most && !end(m_waiting, true)) {
        return 0;
    }
    const auto number = m_next++;
    const Turn turn { false, m_clock++, number };
    m_connections.emplace(number, Connection { network, std::move(close), turn });
    auto &added = m_networks[network];
    ++added.open;
    added.waiting.insert(turn);
    m_waiting.insert(turn);
    return number;
}

bool Connections::end(const std::set<Turn> &waiting, bool atOnce)
{
    if (waiting.empty()) {
        return false;
    }
    const auto place = m_connections.find(std::get<2>(*waiting.begin()));
    const auto close = std::move(place->second.close);
    forget(place);
    m_ended += atOnce ? 1 : 0;
    close(atOnce);
    return true;
}

void Connections::stopWaiting(Connection &connection)
{
    if (connection.waits) {
        connection.waits = false;
        m_waiting.erase(connection.turn);
        m_networks[connection.network].waiting.erase(connection.turn);
    }
}

void Connections::forget(std::map<std::uint64_t, Connection>::iterator place)
{
    stopWaiting(place->second);
    const auto network = m_networks.find(place->second.network);
    if (--network->second.open == 0) {
        m_networks.erase(network);
    }
    m_connections.erase(place);
}

void Connections::busy(std::uint64_t number)
{
    const std::lock_guard lock(m_mutex);
    if (const auto place = m_connections.find(number); place != m_connections.end()) {
        stopWaiting(place->second);
    }
}

void Connections::resting(std::uint64_t number)
{
    const std::lock_guard lock(m_mutex);
    const auto place = m_connections.find(number);
    if (place == m_connections.end() || place->second.waits) {
        return;
    }
    place->second.waits = true;
    place->second.turn = { true, m_clock++, number };
    m_waiting.insert(place->second.turn);
    m_networks[place->second.network].waiting.insert(place->second.turn);
}

void Connections::leave(std::uint64_t number)
{
    const std::lock_guard lock(m_mutex);
    if (const auto place = m_connections.find(number); place != m_connections.end()) {
        forget(place);
    }
}

void Connections::closeWaiting()
{
    const std::lock_guard lock(m_mutex);
    while (end(m_waiting, false)) { }
}

std::size_t Connections::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections.size();
}

std::uint64_t Connections::ended() const
{
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

} // namespace server
