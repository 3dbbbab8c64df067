// SPDX-License-Identifier: Apache-2.0
#include "sync/server/waiting_calls.h"

#include <chrono>
#include <vector>

namespace server {

WaitingCalls::WaitingCalls(boost::asio::any_io_executor executor, Counters &counters, std::size_t mostOfPerson,
                           Answer answer)
    : m_executor(std::move(executor))
    , m_counters(counters)
    , m_mostOfPerson(mostOfPerson)
    , m_answer(std::move(answer))
{
}

bool WaitingCalls::hasRoomFor(const record::Uuid &person) const
{
    const auto held = m_ofPerson.find(person);
    return held == m_ofPerson.end() || held->second < m_mostOfPerson;
}

void WaitingCalls::add(RpcCall call, HttpServer::Respond respond, const NoNews &news)
{
    const std::uint64_t number = m_next++;
    Waiting waiting { std::move(call), std::move(respond), news.person, boost::asio::steady_timer(m_executor) };
    auto &added = m_waiting.emplace(number, std::move(waiting)).first->second;
    ++m_ofPerson[news.person];
    m_counters.waiting = static_cast<std::int64_t>(m_waiting.size());
    added.timer.expires_after(std::chrono::seconds(news.seconds));
    added.timer.async_wait([this, number](const boost::system::error_code &cancelled) {
        if (!cancelled) {
            end(number);
        }
    });
}

void WaitingCalls::end(std::uint64_t number)
{
    const auto place = m_waiting.find(number);
    if (place == m_waiting.end()) {
        return;
    }
    RpcCall call = std::move(place->second.call);
    HttpServer::Respond respond = std::move(place->second.respond);
    if (const auto held = m_ofPerson.find(place->second.person); --held->second == 0) {
        m_ofPerson.erase(held);
    }
    m_waiting.erase(place);
    m_counters.waiting = static_cast<std::int64_t>(m_waiting.size());
    call.mayWait = false;
    call.arrived = std::chrono::steady_clock::now();
    m_answer(std::move(call), std::move(respond));
}

void WaitingCalls::end(const std::function<bool(const record::Uuid &)> &isConcerned)
{
    std::vector<std::uint64_t> concerned;
    for (const auto &[number, one] : m_waiting) {
        if (isConcerned(one.person)) {
            concerned.push_back(number);
        }
    }
    for (const auto number : concerned) {
        end(number);
    }
}

} // namespace server
