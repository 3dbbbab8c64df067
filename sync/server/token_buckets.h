// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace server {

/// How often something may happen: so many at once, and then so many a second.
struct Rate {
    double perSecond = 1;
    double burst = 1;
};

/// A bucket of tokens for each key, in bounded memory. Any thread.
class TokenBuckets {
public:
    /// Remembers `most` keys; those for which there is no room share one bucket.
    explicit TokenBuckets(const Rate &rate, std::size_t most = 20'000);

    /// Takes tokens. Returns 0, or, taking none, after how many milliseconds there will be so many.
    /// `now` is in milliseconds of any clock; one that goes back adds nothing.
    std::int64_t take(const std::string &key, std::int64_t now, double tokens = 1);
    /// Takes tokens that may be owed: what comes after waits for them too. A debt is a burst at most.
    void charge(const std::string &key, std::int64_t now, double tokens = 1);
    /// After how many milliseconds there will be a token; 0 when there is one.
    [[nodiscard]] std::int64_t wait(const std::string &key, std::int64_t now);
    [[nodiscard]] std::size_t size() const;

private:
    struct Bucket {
        double tokens = 0;
        std::int64_t at = 0;
    };
    Bucket &at(const std::string &key, std::int64_t now);
    void fill(Bucket &bucket, std::int64_t now) const;
    [[nodiscard]] std::int64_t missing(const Bucket &bucket, double tokens) const;

    const Rate m_rate;
    const std::size_t m_most;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Bucket> m_buckets;
    Bucket m_others; ///< Of all for which there is no room.
    std::int64_t m_swept = 0;
};

} // namespace server
