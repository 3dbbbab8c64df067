// SPDX-License-Identifier: Apache-2.0
#include "sync/server/token_buckets.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

namespace server {

namespace {

constexpr std::int64_t betweenSweeps = 1000;

} // namespace

TokenBuckets::TokenBuckets(const Rate &rate, std::size_t most)
    : m_rate(rate)
    , m_most(most)
    , m_others { rate.burst, 0 }
{
}

std::int64_t TokenBuckets::take(const std::string &key, std::int64_t now, double tokens)
{
    const std::lock_guard lock(m_mutex);
    Bucket &bucket = at(key, now);
    const auto wait = missing(bucket, tokens);
    if (wait == 0) {
        bucket.tokens -= tokens;
    }
    return wait;
}

void TokenBuckets::charge(const std::string &key, std::int64_t now, double tokens)
{
    const std::lock_guard lock(m_mutex);
    Bucket &bucket = at(key, now);
    bucket.tokens = std::max(bucket.tokens - tokens, -m_rate.burst);
}

std::int64_t TokenBuckets::wait(const std::string &key, std::int64_t now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_buckets.find(key);
    if (found == m_buckets.end() && m_buckets.size() < m_most) {
        return 0;
    }
    Bucket &bucket = found == m_buckets.end() ? m_others : found->second;
    fill(bucket, now);
    return missing(bucket, 1);
}

std::size_t TokenBuckets::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_buckets.size();
}

TokenBuckets::Bucket &TokenBuckets::at(const std::string &key, std::int64_t now)
{
    auto found = m_buckets.find(key);
    if (found == m_buckets.end() && m_buckets.size() >= m_most && std::llabs(now - m_swept) >= betweenSweeps) {
        // A full bucket says nothing that a missing one does not.
        m_swept = now;
        for (auto place = m_buckets.begin(); place != m_buckets.end();) {
            fill(place->second, now);
            place = place->second.tokens >= m_rate.burst ? m_buckets.erase(place) : std::next(place);
        }
    }
    if (found == m_buckets.end() && m_buckets.size() < m_most) {
        found = m_buckets.emplace(key, Bucket { m_rate.burst, now }).first;
    }
    Bucket &bucket = found == m_buckets.end() ? m_others : found->second;
    fill(bucket, now);
    return bucket;
}

void TokenBuckets::fill(Bucket &bucket, std::int64_t now) const
{
    if (now > bucket.at) {
        const auto seconds = static_cast<double>(now - bucket.at) / 1000;
        bucket.tokens = std::min(m_rate.burst, bucket.tokens + seconds * m_rate.perSecond);
    }
    bucket.at = now;
}

std::int64_t TokenBuckets::missing(const Bucket &bucket, double tokens) const
{
    // What is more than a burst would never be there.
    const double wanted = std::min(tokens, m_rate.burst);
    if (bucket.tokens >= wanted) {
        return 0;
    }
    return std::max<std::int64_t>(1, std::llround(std::ceil((wanted - bucket.tokens) / m_rate.perSecond * 1000)));
}

} // namespace server
