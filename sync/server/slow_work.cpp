// SPDX-License-Identifier: Apache-2.0
#include "sync/server/slow_work.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <exception>
#include <map>
#include <mutex>

namespace server {

namespace {

/// Of the calling thread alone, as Linux has it.
void yieldToOthers()
{
    constexpr int yielding = 10;
    thread_local const bool done = [] {
        (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), yielding);
        return true;
    }();
    (void)done;
}

} // namespace

struct SlowWork::Parts {
    explicit Parts(const Limits &given)
        : limits(given)
        , threads(given.threads)
    {
    }

    bool enter(const std::string &owner)
    {
        const std::lock_guard lock(mutex);
        const auto own = open.find(owner);
        if (all >= limits.threads + limits.queued || (own != open.end() && own->second >= limits.ofOwner)) {
            return false;
        }
        ++all;
        ++open[owner];
        return true;
    }
    void leave(const std::string &owner)
    {
        const std::lock_guard lock(mutex);
        --all;
        if (const auto own = open.find(owner); --own->second == 0) {
            open.erase(own);
        }
    }

    const Limits limits;
    std::mutex mutex;
    std::size_t all = 0;
    std::map<std::string, std::size_t> open;
    boost::asio::thread_pool threads;
};

SlowWork::SlowWork(const Limits &limits)
    : m(std::make_unique<Parts>(limits))
{
}

SlowWork::~SlowWork()
{
    m->threads.stop();
    m->threads.join();
}

bool SlowWork::offer(NeedsSlowWork needed, Done done)
{
    if (!m->enter(needed.owner)) {
        return false;
    }
    boost::asio::post(m->threads, [this, needed = std::move(needed), done = std::move(done)] {
        yieldToOthers();
        std::string result;
        bool failed = false;
        try {
            result = needed.work();
        } catch (const std::exception &) {
            failed = true;
        }
        m->leave(needed.owner);
        done(std::move(result), failed);
    });
    return true;
}

} // namespace server
