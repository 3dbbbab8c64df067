// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace server {

/// Thrown by a handler that needs something slow first, such as a passphrase's hash. It is done on a thread of its
/// own, and the handler called again with the result (`RpcCall::prepared`). The work must not touch the academy.
struct NeedsSlowWork {
    std::string owner; ///< For whom: nobody takes all the places.
    std::function<std::string()> work;
};

/// What takes long and much memory on purpose: done on a few threads that yield to all others, a bounded number at a
/// time, and of each owner a part of that.
class SlowWork {
public:
    struct Limits {
        std::size_t threads = 1;
        std::size_t queued = 16; ///< Beside what the threads do.
        std::size_t ofOwner = 4; ///< Of both.
    };
    explicit SlowWork(const Limits &limits);
    /// Ends what has begun; what has not is dropped.
    ~SlowWork();
    SlowWork(const SlowWork &) = delete;
    SlowWork &operator=(const SlowWork &) = delete;

    /// Gets the work's result; nothing came of it when `failed`.
    using Done = std::function<void(std::string result, bool failed)>;
    /// Calls `done` on a thread of its own later; false, and nothing is done, when too much waits already.
    [[nodiscard]] bool offer(NeedsSlowWork needed, Done done);

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace server
