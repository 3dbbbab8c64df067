// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <tuple>

namespace server {

/// The open connections of a listener, in all and of each network, with a bound to both. When there is no more
/// room, who has waited longest without asking for anything makes it: first of those who never got an answer, so
/// that who holds lines open without a use for them takes no room from others. Any thread.
class Connections {
public:
    Connections(std::size_t most, std::size_t mostOfNetwork);

    /// Ends a connection: at once, or when what it is being asked has been answered.
    using Close = std::function<void(bool atOnce)>;
    /// Lets one in that has nothing to do yet, and returns its number; 0 when there is no room. `close` is called
    /// from any thread, at most once and never after leave(), and must not wait.
    [[nodiscard]] std::uint64_t enter(const std::string &network, Close close);
    /// It works for its peer from now on and is not ended.
    void busy(std::uint64_t number);
    /// It waits for its peer, whom it has answered.
    void resting(std::uint64_t number);
    void leave(std::uint64_t number);

    /// Asks all that wait for their peers to end.
    void closeWaiting();
    [[nodiscard]] std::size_t size() const;
    /// How many were ended to make room.
    [[nodiscard]] std::uint64_t ended() const;

private:
    /// Whether it was ever answered, since when it waits, its number.
    using Turn = std::tuple<bool, std::uint64_t, std::uint64_t>;
    struct Connection {
        std::string network;
        Close close;
        Turn turn;
        bool waits = true;
    };
    struct Network {
        std::size_t open = 0;
        std::set<Turn> waiting;
    };
    /// False when nobody in the set waits.
    bool end(const std::set<Turn> &waiting, bool atOnce);
    void stopWaiting(Connection &connection);
    void forget(std::map<std::uint64_t, Connection>::iterator place);

    const std::size_t m_most;
    const std::size_t m_mostOfNetwork;
    mutable std::mutex m_mutex;
    std::uint64_t m_next = 1;
    std::uint64_t m_clock = 0;
    std::uint64_t m_ended = 0;
    std::map<std::uint64_t, Connection> m_connections;
    std::map<std::string, Network> m_networks;
    std::set<Turn> m_waiting;
};

} // namespace server
