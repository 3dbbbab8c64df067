// SPDX-License-Identifier: Apache-2.0
#include "sync/server/guesses.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace server {

namespace {

constexpr int freeFailures = 5;
constexpr std::int64_t longestWait = 30'000;
constexpr std::int64_t forgottenAfter = 15LL * 60 * 1000;
constexpr std::size_t mostKeys = 20'000;

} // namespace

Guesses::Guesses(record::Clock clock)
    : m_clock(std::move(clock))
{
}

std::int64_t Guesses::wait(const std::string &key) const
{
    const auto found = m_tries.find(key);
    if (found == m_tries.end()) {
        return 0;
    }
    // A clock that was set back must lock nobody out.
    const auto left = std::min(found->second.until - m_clock(), longestWait);
    return left > 0 ? (left + 999) / 1000 : 0;
}

void Guesses::failed(const std::string &key)
{
    if (key.empty()) {
        return;
    }
    forgetOld();
    auto &tries = m_tries[key];
    const auto now = m_clock();
    if (now - tries.last > forgottenAfter) {
        tries = {};
    }
    ++tries.failures;
    tries.last = now;
    if (const int paid = tries.failures - freeFailures; paid > 0) {
        tries.until = now + std::min(longestWait, std::int64_t { 1000 } << std::min(paid - 1, 10));
    }
}

void Guesses::succeeded(const std::string &key)
{
    m_tries.erase(key);
}

std::string Guesses::keyOf(const std::string &address)
{
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(address, error);
    if (error || !parsed.is_v6()) {
        return address;
    }
    auto bytes = parsed.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), 0);
    return boost::asio::ip::address_v6(bytes).to_string();
}

void Guesses::forgetOld()
{
    if (m_tries.size() < mostKeys) {
        return;
    }
    const auto now = m_clock();
    std::erase_if(m_tries, [now](const auto &one) { return one.second.until < now; });
    if (m_tries.size() >= mostKeys) {
        m_tries.clear();
    }
}

} // namespace server
