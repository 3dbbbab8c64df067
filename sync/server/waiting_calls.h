// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/counters.h"
#include "sync/server/http_server.h"
#include "sync/server/rpc.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <map>

namespace server {

/// Calls that were put off until there is news, so many of each person. All on the thread of its executor.
class WaitingCalls {
public:
    /// Gives a call back to be answered now: it no longer may wait.
    using Answer = std::function<void(RpcCall call, HttpServer::Respond respond)>;
    WaitingCalls(boost::asio::any_io_executor executor, Counters &counters, std::size_t mostOfPerson, Answer answer);

    /// False when so many calls of that person wait already.
    [[nodiscard]] bool hasRoomFor(const record::Uuid &person) const;
    /// Keeps the call until it is ended, or `news.seconds` are over.
    void add(RpcCall call, HttpServer::Respond respond, const NoNews &news);
    /// Ends the waits of the persons for whom `isConcerned`.
    void end(const std::function<bool(const record::Uuid &person)> &isConcerned);

private:
    struct Waiting {
        RpcCall call;
        HttpServer::Respond respond;
        record::Uuid person;
        boost::asio::steady_timer timer;
    };
    void end(std::uint64_t number);

    boost::asio::any_io_executor m_executor;
    Counters &m_counters;
    const std::size_t m_mostOfPerson;
    Answer m_answer;
    std::map<std::uint64_t, Waiting> m_waiting;
    std::map<record::Uuid, std::size_t> m_ofPerson;
    std::uint64_t m_next = 0;
};

} // namespace server
