// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/fields.h"
#include "tests/peers/rule.h"

#include <map>

namespace peers {

namespace {

namespace wire = cadre::sync::v1;

/// Cadre's own rule: the real merge, contexts and reports (sync/merge), around the same transport
/// as the others have here.
class CausalRule : public Rule {
public:
    explicit CausalRule(const History &history)
        : m_history(history)
        , m_replicas(static_cast<std::size_t>(history.replicas) + 1)
    {
    }

    [[nodiscard]] std::vector<EditNumber> shown(int replica, const Cell &cell) const override
    {
        std::vector<EditNumber> edits;
        const auto *field = fieldOf(m_replicas[static_cast<std::size_t>(replica)], cell);
        if (field != nullptr) {
            for (const auto &sibling : field->siblings()) {
                edits.push_back(editOf(cell.field, sibling));
            }
        }
        return edits;
    }

    void open(const Event &event) override
    {
        const auto &replica = m_replicas[static_cast<std::size_t>(event.replica)];
        for (int field = 0; field < m_history.fields; ++field) {
            m_forms[event.form][field] = merge::seenBy(fieldOf(replica, { event.record, field }));
        }
    }

    void save(const Event &event) override
    {
        auto &replica = m_replicas[static_cast<std::size_t>(event.replica)];
        Saved saved { event.record, {}, {} };
        saved.change.dot = { siteOf(event.replica), ++replica.lastSeq };
        saved.change.header.set_hybrid_time(static_cast<std::uint64_t>(event.deviceTime) << 16);
        for (const auto number : event.edits) {
            const auto &edit = m_history.edits[number];
            auto &context = m_forms[event.form][edit.cell.field];
            auto &op = *saved.edit.add_ops();
            op.set_field(static_cast<std::uint32_t>(edit.cell.field + 1));
            op.set_kind(wire::OP_KIND_SET);
            op.set_value(std::to_string(edit.value));
            *op.mutable_context() = context.toProto();
            context.add(saved.change.dot);
            m_edits[{ saved.change.dot, edit.cell.field }] = number;
        }
        apply(replica, saved);
        replica.outbox.push_back(std::move(saved));
    }

    void receive(int number) override
    {
        auto &replica = m_replicas[static_cast<std::size_t>(number)];
        for (; replica.cursor < m_log.size(); ++replica.cursor) {
            apply(replica, m_log[replica.cursor]);
        }
    }

    void sync(int number) override
    {
        for (auto &saved : m_replicas[static_cast<std::size_t>(number)].outbox) {
            apply(m_replicas.back(), saved);
            m_log.push_back(std::move(saved));
        }
        m_replicas[static_cast<std::size_t>(number)].outbox.clear();
        receive(number);
    }

    [[nodiscard]] std::set<Pair> reported() const override { return m_reported; }

private:
    struct Saved {
        int record = 0;
        merge::Change change;
        wire::RecordEdit edit;
    };
    struct Replica {
        std::map<int, merge::RecordState> records;
        std::vector<Saved> outbox;
        std::size_t cursor = 0;
        std::uint64_t lastSeq = 0;
    };

    [[nodiscard]] static record::Uuid siteOf(int replica)
    {
        record::Uuid site;
        site.bytes[15] = static_cast<std::uint8_t>(replica + 1);
        return site;
    }

    [[nodiscard]] static const merge::FieldState *fieldOf(const Replica &replica, const Cell &cell)
    {
        const auto state = replica.records.find(cell.record);
        return state == replica.records.end()
            ? nullptr
            : merge::findField(state->second, static_cast<std::uint32_t>(cell.field + 1));
    }

    [[nodiscard]] EditNumber editOf(int field, const merge::Sibling &sibling) const
    {
        const merge::Dot dot { record::Uuid::fromRaw(sibling.dot().site()).value_or(record::Uuid {}),
                               sibling.dot().seq() };
        return m_edits.at({ dot, field });
    }

    void apply(Replica &replica, const Saved &saved)
    {
        auto &state = replica.records[saved.record];
        (void)merge::mergeEdit(state, saved.edit, saved.change);
        for (const auto &field : state.fields()) {
            if (merge::isConflicted(field)) {
                report(field);
            }
        }
    }

    void report(const merge::FieldState &field)
    {
        const int number = static_cast<int>(field.field()) - 1;
        for (const auto &one : field.siblings()) {
            for (const auto &other : field.siblings()) {
                if (one.value() != other.value()) {
                    m_reported.insert(pairOf(editOf(number, one), editOf(number, other)));
                }
            }
        }
    }

    const History &m_history;
    std::vector<Replica> m_replicas; // the server last
    std::vector<Saved> m_log;
    std::map<int, std::map<int, merge::Context>> m_forms; // by form, by field
    std::map<std::pair<merge::Dot, int>, EditNumber> m_edits;
    std::set<Pair> m_reported;
};

} // namespace

std::unique_ptr<Rule> causalRule(const History &history)
{
    return std::make_unique<CausalRule>(history);
}

} // namespace peers
