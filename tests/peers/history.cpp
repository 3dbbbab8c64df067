// SPDX-License-Identifier: Apache-2.0
#include "tests/peers/history.h"

#include <algorithm>
#include <random>

namespace peers {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t start = 1'795'000'000'000; // 2026-11-18

struct OpenForm {
    int number = 0;
    int replica = 0;
    int record = 0;
    std::set<EditNumber> seen;
};

class Maker {
public:
    explicit Maker(std::uint64_t seed)
        : m_random(seed)
    {
        m_history.replicas = 2 + below(4);
        m_history.records = 2 + below(4);
        m_history.fields = 2 + below(3);
        for (int i = 0; i < m_history.replicas; ++i) {
            m_clockOff.push_back(clockOff());
        }
        m_arrived.resize(static_cast<std::size_t>(m_history.replicas));
    }

    History make()
    {
        const int steps = 30 + below(60);
        for (int i = 0; i < steps; ++i) {
            m_now += pause();
            step();
        }
        for (int round = 0; round < 2; ++round) {
            for (int replica = 0; replica < m_history.replicas; ++replica) {
                sync(replica);
            }
        }
        return std::move(m_history);
    }

private:
    // std::uniform_int_distribution differs between libraries.
    int below(int bound) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(bound)); }
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(high - low + 1));
    }

    /// Most devices are right within seconds or a few minutes; one in ten is off by days.
    std::int64_t clockOff()
    {
        const int kind = below(10);
        return kind < 5 ? between(-20 * second, 20 * second)
            : kind < 9  ? between(-5 * minute, 5 * minute)
                        : between(-9 * day, 9 * day);
    }

    std::int64_t pause()
    {
        const int kind = below(10);
        return kind < 4 ? between(second, 2 * minute) : kind < 8 ? between(2 * minute, 3 * hour) : between(hour, day);
    }

    void step()
    {
        const int chance = below(100);
        if (m_forms.empty() || chance < 25) {
            open(below(m_history.replicas));
        } else if (chance < 55) {
            save(static_cast<std::size_t>(below(static_cast<int>(m_forms.size()))));
        } else if (chance < 63) {
            receive(below(m_history.replicas));
        } else {
            sync(below(m_history.replicas));
        }
    }

    Event event(Event::Kind kind, int replica)
    {
        const auto time = m_now + m_clockOff[static_cast<std::size_t>(replica)];
        return { .kind = kind, .replica = replica, .deviceTime = time };
    }

    void open(int replica)
    {
        auto opened = event(Event::Kind::Open, replica);
        opened.form = m_nextForm++;
        opened.record = below(m_history.records);
        OpenForm form { opened.form, replica, opened.record, {} };
        for (const auto number : m_arrived[static_cast<std::size_t>(replica)]) {
            if (m_history.edits[number].cell.record == opened.record) {
                form.seen.insert(number);
            }
        }
        m_forms.push_back(std::move(form));
        m_history.events.push_back(std::move(opened));
    }

    void save(std::size_t place)
    {
        auto &form = m_forms[place];
        auto saved = event(Event::Kind::Save, form.replica);
        saved.form = form.number;
        saved.record = form.record;
        const int first = below(m_history.fields);
        const int count = 1 + (below(3) == 0 ? 1 : 0);
        for (int i = 0; i < count; ++i) {
            const Cell cell { form.record, (first + i) % m_history.fields };
            saved.edits.push_back(m_history.edits.size());
            m_history.edits.push_back({ cell, form.replica, m_saves, below(200), form.seen });
        }
        ++m_saves;
        form.seen.insert(saved.edits.begin(), saved.edits.end());
        m_arrived[static_cast<std::size_t>(form.replica)].insert(saved.edits.begin(), saved.edits.end());
        m_history.events.push_back(std::move(saved));
        if (below(3) > 0) {
            m_forms.erase(m_forms.begin() + static_cast<std::ptrdiff_t>(place));
        }
    }

    void receive(int replica)
    {
        m_arrived[static_cast<std::size_t>(replica)].insert(m_server.begin(), m_server.end());
        m_history.events.push_back(event(Event::Kind::Receive, replica));
    }

    void sync(int replica)
    {
        auto &arrived = m_arrived[static_cast<std::size_t>(replica)];
        arrived.insert(m_server.begin(), m_server.end());
        m_server = arrived;
        m_history.events.push_back(event(Event::Kind::Sync, replica));
    }

    std::mt19937_64 m_random;
    History m_history;
    std::vector<std::int64_t> m_clockOff;
    std::vector<std::set<EditNumber>> m_arrived; // by replica
    std::set<EditNumber> m_server;
    std::vector<OpenForm> m_forms;
    std::int64_t m_now = start;
    int m_nextForm = 0;
    int m_saves = 0;
};

} // namespace

History makeHistory(std::uint64_t seed)
{
    return Maker(seed).make();
}

} // namespace peers
