// SPDX-License-Identifier: Apache-2.0
#include "tests/peers/rule.h"

#include <map>

namespace peers {

namespace {

/// Every write of a column raises its version; the higher version wins, then the larger value; of
/// equal values the one that is there stays.
/// cr-sqlite: github.com/vlcn-io/cr-sqlite, core/rs/core/src/changes_vtab_write.rs, did_cid_win.
class ColumnVersionRule : public Rule {
public:
    explicit ColumnVersionRule(const History &history)
        : m_history(history)
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
        for (const auto edit : event.edits) {
            auto &column = m_stores[static_cast<std::size_t>(event.replica)][m_history.edits[edit].cell];
            column = { column.version + 1, edit };
        }
    }

    void receive(int replica) override { take(static_cast<std::size_t>(replica), m_stores.size() - 1); }

    void sync(int replica) override
    {
        receive(replica);
        take(m_stores.size() - 1, static_cast<std::size_t>(replica));
    }

private:
    struct Column {
        int version = 0;
        EditNumber edit = 0;
    };

    [[nodiscard]] bool wins(const Column &incoming, const Column &known) const
    {
        return incoming.version != known.version
            ? incoming.version > known.version
            : m_history.edits[incoming.edit].value > m_history.edits[known.edit].value;
    }

    void take(std::size_t to, std::size_t from)
    {
        for (const auto &[cell, theirs] : m_stores[from]) {
            const auto [known, isNew] = m_stores[to].try_emplace(cell, theirs);
            if (!isNew && wins(theirs, known->second)) {
                known->second = theirs;
            }
        }
    }

    const History &m_history;
    std::vector<std::map<Cell, Column>> m_stores; // by replica, the server last
};

} // namespace

std::unique_ptr<Rule> columnVersionRule(const History &history)
{
    return std::make_unique<ColumnVersionRule>(history);
}

} // namespace peers
