// SPDX-License-Identifier: Apache-2.0
#include "tests/peers/rule.h"

#include <map>

namespace peers {

namespace {

/// A device keeps the table as it was at its last sync. On the next it lays its own differences
/// over the server's: of one column changed by both, the one that syncs last stays, and the other
/// goes with it into a conflict file unless both values are equal.
/// geodiff: github.com/MerginMaps/geodiff, geodiff/src/geodiffrebase.cpp, _handle_update; equal
/// values since issue 152. What a form had on screen plays no part: the base is the last sync.
class RebaseRule : public Rule {
public:
    RebaseRule(const History &history, bool isFileRead)
        : m_history(history)
        , m_isFileRead(isFileRead)
        , m_bases(static_cast<std::size_t>(history.replicas))
        , m_stores(static_cast<std::size_t>(history.replicas) + 1)
    {
    }

    [[nodiscard]] std::vector<EditNumber> shown(int replica, const Cell &cell) const override
    {
        const auto &store = m_stores[static_cast<std::size_t>(replica)];
        const auto found = store.find(cell);
        return found == store.end() ? std::vector<EditNumber> {} : std::vector { found->second };
    }

    void save(const Event &event) override
    {
        for (const auto edit : event.edits) {
            m_stores[static_cast<std::size_t>(event.replica)][m_history.edits[edit].cell] = edit;
        }
    }

    void receive(int replica) override
    {
        auto &base = m_bases[static_cast<std::size_t>(replica)];
        auto &ours = m_stores[static_cast<std::size_t>(replica)];
        for (const auto &[cell, theirs] : m_stores.back()) {
            const auto known = ours.try_emplace(cell, theirs).first;
            if (!differs(base, cell, known->second)) {
                known->second = theirs;
            } else if (differs(base, cell, theirs) && valueOf(known->second) != valueOf(theirs)) {
                m_conflicts.insert(pairOf(known->second, theirs));
            }
        }
        base = m_stores.back();
    }

    void sync(int replica) override
    {
        receive(replica);
        m_stores.back() = m_stores[static_cast<std::size_t>(replica)];
        m_bases[static_cast<std::size_t>(replica)] = m_stores.back();
    }

    [[nodiscard]] std::set<Pair> reported() const override { return m_isFileRead ? m_conflicts : std::set<Pair> {}; }

    [[nodiscard]] bool isKeptAside(EditNumber edit) const override
    {
        for (const auto &[first, second] : reported()) {
            if (first == edit || second == edit) {
                return true;
            }
        }
        return false;
    }

private:
    using Table = std::map<Cell, EditNumber>;

    [[nodiscard]] int valueOf(EditNumber edit) const { return m_history.edits[edit].value; }

    [[nodiscard]] bool differs(const Table &base, const Cell &cell, EditNumber edit) const
    {
        const auto found = base.find(cell);
        return found == base.end() || valueOf(found->second) != valueOf(edit);
    }

    const History &m_history;
    bool m_isFileRead = false;
    std::vector<Table> m_bases;
    std::vector<Table> m_stores; // by replica, the server last
    std::set<Pair> m_conflicts;
};

} // namespace

std::unique_ptr<Rule> rebaseRule(const History &history)
{
    return std::make_unique<RebaseRule>(history, false);
}

std::unique_ptr<Rule> rebaseWithFileRule(const History &history)
{
    return std::make_unique<RebaseRule>(history, true);
}

} // namespace peers
