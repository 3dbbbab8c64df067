// SPDX-License-Identifier: Apache-2.0
#include "tests/peers/trial.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace peers {

namespace {

using Edits = std::set<EditNumber>;

/// Follows one history under one rule: what truly reached whom, and what stood on whose screen.
class Trial {
public:
    Trial(const History &history, Rule &rule)
        : m_history(history)
        , m_rule(rule)
        , m_arrived(static_cast<std::size_t>(history.replicas) + 1)
        , m_onScreen(history.edits.size())
    {
    }

    void run()
    {
        for (const auto &event : m_history.events) {
            switch (event.kind) {
            case Event::Kind::Open:
                open(event);
                break;
            case Event::Kind::Save:
                save(event);
                break;
            case Event::Kind::Receive:
                m_rule.receive(event.replica);
                arrive(event.replica, m_log);
                break;
            case Event::Kind::Sync:
                sync(event.replica);
                break;
            }
        }
        requireAgreement();
    }

    void judge(Score &score) const
    {
        for (EditNumber edit = 0; edit < m_history.edits.size(); ++edit) {
            auto &count = sortOf(edit, score);
            ++count.edits;
            count.lost += isLost(edit) ? 1 : 0;
        }
        const auto reported = m_rule.reported();
        score.truePairs += m_truePairs.size();
        score.reported += reported.size();
        score.falsePairs +=
            static_cast<std::uint64_t>(std::count_if(reported.begin(), reported.end(), [&](const Pair &pair) {
                return !areConcurrent(pair.first, pair.second);
            }));
        score.missedPairs += static_cast<std::uint64_t>(std::count_if(
            m_truePairs.begin(), m_truePairs.end(), [&](const Pair &pair) { return !reported.contains(pair); }));
    }

private:
    void open(const Event &event)
    {
        m_rule.open(event);
        auto &screen = m_screens[event.form];
        for (int field = 0; field < m_history.fields; ++field) {
            for (const auto edit : m_rule.shown(event.replica, { event.record, field })) {
                screen.insert(edit);
            }
        }
    }

    void save(const Event &event)
    {
        auto &screen = m_screens[event.form];
        for (const auto edit : event.edits) {
            m_onScreen[edit] = screen;
        }
        screen.insert(event.edits.begin(), event.edits.end());
        m_rule.save(event);
        arrive(event.replica, event.edits);
    }

    void sync(int replica)
    {
        m_rule.sync(replica);
        std::vector<EditNumber> sent;
        for (const auto edit : m_arrived[static_cast<std::size_t>(replica)]) {
            if (!m_arrived.back().contains(edit)) {
                sent.push_back(edit);
            }
        }
        arrive(m_history.replicas, sent);
        m_log.insert(m_log.end(), sent.begin(), sent.end());
        arrive(replica, m_log);
    }

    /// One by one: what was replaced before it arrived never stands against anything.
    void arrive(int replica, const std::vector<EditNumber> &edits)
    {
        auto &arrived = m_arrived[static_cast<std::size_t>(replica)];
        for (const auto edit : edits) {
            if (arrived.insert(edit).second) {
                meet(arrived, edit);
            }
        }
    }

    void meet(const Edits &arrived, EditNumber added)
    {
        std::vector<EditNumber> standing;
        for (const auto edit : arrived) {
            const bool isReplaced = std::any_of(arrived.begin(), arrived.end(), [&](EditNumber later) {
                return cellOf(later) == cellOf(edit) && seenBy(later).contains(edit);
            });
            if (cellOf(edit) == cellOf(added) && !isReplaced) {
                standing.push_back(edit);
            }
        }
        for (const auto one : standing) {
            for (const auto other : standing) {
                if (valueOf(one) != valueOf(other)) {
                    m_truePairs.insert(pairOf(one, other));
                }
            }
        }
    }

    [[nodiscard]] Count &sortOf(EditNumber edit, Score &score) const
    {
        bool crossed = false;
        for (EditNumber other = 0; other < m_history.edits.size(); ++other) {
            if (cellOf(other).record == cellOf(edit).record && areConcurrent(edit, other)) {
                if (cellOf(other) == cellOf(edit)) {
                    return score.sameField;
                }
                crossed = true;
            }
        }
        return crossed ? score.otherField : score.alone;
    }

    [[nodiscard]] bool isLost(EditNumber edit) const
    {
        return !isCurrent(edit) && !isReplacedKnowingly(edit) && !m_rule.isKeptAside(edit);
    }

    [[nodiscard]] bool isCurrent(EditNumber edit) const
    {
        const auto shown = m_rule.shown(m_history.replicas, cellOf(edit));
        return std::any_of(shown.begin(), shown.end(),
                           [&](EditNumber other) { return valueOf(other) == valueOf(edit); });
    }

    /// Somebody saved this field with the edit's value on screen, after the edit had reached them.
    [[nodiscard]] bool isReplacedKnowingly(EditNumber edit) const
    {
        for (EditNumber later = edit + 1; later < m_history.edits.size(); ++later) {
            if (cellOf(later) != cellOf(edit) || !seenBy(later).contains(edit)) {
                continue;
            }
            for (const auto shown : m_onScreen[later]) {
                if (cellOf(shown) == cellOf(edit) && valueOf(shown) == valueOf(edit)) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool areConcurrent(EditNumber one, EditNumber other) const
    {
        return m_history.edits[one].save != m_history.edits[other].save && !seenBy(one).contains(other)
            && !seenBy(other).contains(one);
    }

    void requireAgreement() const
    {
        for (int record = 0; record < m_history.records; ++record) {
            for (int field = 0; field < m_history.fields; ++field) {
                const auto expected = valuesOf(m_history.replicas, { record, field });
                for (int replica = 0; replica < m_history.replicas; ++replica) {
                    if (valuesOf(replica, { record, field }) != expected) {
                        throw std::logic_error("the replicas of a model do not agree in the end");
                    }
                }
            }
        }
    }

    [[nodiscard]] std::multiset<int> valuesOf(int replica, const Cell &cell) const
    {
        std::multiset<int> values;
        for (const auto edit : m_rule.shown(replica, cell)) {
            values.insert(valueOf(edit));
        }
        return values;
    }

    [[nodiscard]] const Cell &cellOf(EditNumber edit) const { return m_history.edits[edit].cell; }
    [[nodiscard]] int valueOf(EditNumber edit) const { return m_history.edits[edit].value; }
    [[nodiscard]] const Edits &seenBy(EditNumber edit) const { return m_history.edits[edit].seen; }

    const History &m_history;
    Rule &m_rule;
    std::vector<Edits> m_arrived; // by replica, the server last
    std::vector<EditNumber> m_log; // as they reached the server
    std::map<int, Edits> m_screens; // by form
    std::vector<Edits> m_onScreen; // by edit
    std::set<Pair> m_truePairs;
};

} // namespace

void play(const History &history, Rule &rule, Score &score)
{
    Trial trial(history, rule);
    trial.run();
    trial.judge(score);
}

} // namespace peers
