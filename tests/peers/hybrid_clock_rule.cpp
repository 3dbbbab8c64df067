// SPDX-License-Identifier: Apache-2.0
#include "tests/peers/rule.h"

#include <map>
#include <tuple>

namespace peers {

namespace {

/// The last writer by hybrid logical clock wins, field by field.
/// TinyBase: github.com/tinyplex/tinybase, src/common/hlc.ts (seenHlc takes the highest of its own
/// time, the other's and the clock; a tie goes by client) and
/// tinybase.org/guides/synchronization/using-a-mergeablestore. Evolu orders alike
/// (github.com/evoluhq/evolu, packages/common/src/Evolu/Timestamp.ts), and refuses, in place of
/// following, a time more than five minutes ahead: no such limit is modelled here.
class HybridClockRule : public Rule {
public:
    explicit HybridClockRule(const History &history)
        : m_history(history)
        , m_clocks(static_cast<std::size_t>(history.replicas) + 1)
        , m_stores(static_cast<std::size_t>(history.replicas) + 1)
    {
    }

    [[nodiscard]] std::vector<EditNumber> shown(int replica, const Cell &cell) const override
    {
        const auto &store = m_stores[static_cast<std::size_t>(replica)];
        const auto found = store.find(cell);
        return found == store.end() ? std::vector<EditNumber> {} : std::vector { found->second.edit };
    }

    void save(const Event &event) override
    {
        const auto replica = static_cast<std::size_t>(event.replica);
        auto &[milliseconds, counter] = m_clocks[replica];
        for (const auto edit : event.edits) {
            counter = event.deviceTime > milliseconds ? 0 : counter + 1;
            milliseconds = std::max(milliseconds, event.deviceTime);
            m_stores[replica][m_history.edits[edit].cell] = { { milliseconds, counter, event.replica }, edit };
        }
    }

    void receive(int replica) override { take(static_cast<std::size_t>(replica), m_stores.size() - 1); }

    void sync(int replica) override
    {
        receive(replica);
        take(m_stores.size() - 1, static_cast<std::size_t>(replica));
    }

private:
    using Time = std::pair<std::int64_t, int>;
    struct Stamped {
        std::tuple<std::int64_t, int, int> stamp;
        EditNumber edit = 0;
    };

    void take(std::size_t to, std::size_t from)
    {
        for (const auto &[cell, theirs] : m_stores[from]) {
            const auto &[milliseconds, counter, site] = theirs.stamp;
            m_clocks[to] = std::max(m_clocks[to], Time { milliseconds, counter });
            const auto [known, isNew] = m_stores[to].try_emplace(cell, theirs);
            if (!isNew && theirs.stamp > known->second.stamp) {
                known->second = theirs;
            }
        }
    }

    const History &m_history;
    std::vector<Time> m_clocks;
    std::vector<std::map<Cell, Stamped>> m_stores; // by replica, the server last
};

} // namespace

std::unique_ptr<Rule> hybridClockRule(const History &history)
{
    return std::make_unique<HybridClockRule>(history);
}

} // namespace peers
