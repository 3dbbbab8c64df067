// SPDX-License-Identifier: Apache-2.0
#include "tests/peers/rule.h"

#include <map>

namespace peers {

namespace {

/// A row is one thing. A device pushes it with the server's state that it assumes; when the server
/// has another, a handler on the device picks one of both rows whole. Rows with unpushed edits are
/// left alone while receiving.
/// RxDB: rxdb.info/replication.html, rxdb.info/transactions-conflicts-revisions.html (a handler that
/// goes by the row's updatedAt), and github.com/pubkey/rxdb,
/// src/replication-protocol/default-conflict-handler.ts (the default: the server's row).
class RowRule : public Rule {
public:
    RowRule(const History &history, bool laterWins)
        : m_history(history)
        , m_laterWins(laterWins)
        , m_devices(static_cast<std::size_t>(history.replicas))
    {
    }

    [[nodiscard]] std::vector<EditNumber> shown(int replica, const Cell &cell) const override
    {
        const auto *row = replica == m_history.replicas
            ? find(m_server, cell.record)
            : find(m_devices[static_cast<std::size_t>(replica)].rows, cell.record);
        if (row == nullptr || !row->fields.contains(cell.field)) {
            return {};
        }
        return { row->fields.at(cell.field) };
    }

    void save(const Event &event) override
    {
        auto &device = m_devices[static_cast<std::size_t>(event.replica)];
        auto &row = device.rows[event.record];
        row.modified = event.deviceTime;
        for (const auto edit : event.edits) {
            row.fields[m_history.edits[edit].cell.field] = edit;
        }
        device.unpushed.insert(event.record);
    }

    void receive(int replica) override
    {
        auto &device = m_devices[static_cast<std::size_t>(replica)];
        for (const auto &[record, row] : m_server) {
            if (!device.unpushed.contains(record)) {
                device.rows[record] = device.assumed[record] = row;
            }
        }
    }

    void sync(int replica) override
    {
        auto &device = m_devices[static_cast<std::size_t>(replica)];
        for (const auto record : device.unpushed) {
            auto &ours = device.rows[record];
            auto &theirs = m_server[record];
            const bool isExpected = theirs == device.assumed[record];
            if (isExpected || (m_laterWins && ours.modified > theirs.modified)) {
                theirs = ours;
            } else {
                ours = theirs;
            }
            device.assumed[record] = theirs;
        }
        device.unpushed.clear();
        receive(replica);
    }

private:
    struct Row {
        std::int64_t modified = 0;
        std::map<int, EditNumber> fields;

        bool operator==(const Row &) const = default;
    };
    using Rows = std::map<int, Row>;
    struct Device {
        Rows rows;
        Rows assumed;
        std::set<int> unpushed;
    };

    [[nodiscard]] static const Row *find(const Rows &rows, int record)
    {
        const auto found = rows.find(record);
        return found == rows.end() ? nullptr : &found->second;
    }

    const History &m_history;
    bool m_laterWins = false;
    std::vector<Device> m_devices;
    Rows m_server;
};

} // namespace

std::unique_ptr<Rule> laterRowRule(const History &history)
{
    return std::make_unique<RowRule>(history, true);
}

std::unique_ptr<Rule> serverRowRule(const History &history)
{
    return std::make_unique<RowRule>(history, false);
}

} // namespace peers
