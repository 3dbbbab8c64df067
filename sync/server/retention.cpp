// SPDX-License-Identifier: Apache-2.0
#include "sync/server/retention.h"

#include "src/domain/retention.h"
#include "sync/server/academy.h"
#include "sync/server/holds.h"
#include "sync/server/membership.h"

#include <algorithm>
#include <map>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::size_t mostAtOnce = 500;

/// Looks for what is due, rule by rule.
class Looking {
public:
    explicit Looking(Academy &academy)
        : m_academy(academy)
        , m_holds(academy)
        , m_today(academy.membership().today())
    {
    }

    std::vector<DueRecord> find(const domain::Retention &retention)
    {
        for (const auto &rule : retention.content().rules()) {
            if (rule.start() == cadre::policy::v1::RETENTION_START_FIELD) {
                lookByField(rule);
            } else {
                lookByPlace(rule);
            }
        }
        return std::move(m_due);
    }

private:
    void lookByPlace(const cadre::policy::v1::RetentionRule &rule)
    {
        for (const auto &[place, since] : domain::Retention::placesOf(rule, m_academy.membership().facts())) {
            if (since > m_today) {
                continue;
            }
            for (const auto &type : rule.types()) {
                store::Query query;
                query.type = type;
                query.scope = place;
                for (const auto &record : m_academy.records().list(query)) {
                    add(record, type, since);
                }
            }
        }
    }

    void lookByField(const cadre::policy::v1::RetentionRule &rule)
    {
        for (const auto &type : rule.types()) {
            store::Query query;
            query.type = type;
            for (const auto &record : m_academy.records().list(query)) {
                const auto since = domain::Retention::dueByField(rule, *record.message);
                if (record.key.scope.kind == static_cast<std::uint32_t>(rule.kind()) && since && *since <= m_today) {
                    add(record, type, *since);
                }
            }
        }
    }

    void add(const store::StoredRecord &record, const std::string &type, domain::Day since)
    {
        if (record.alive || !m_academy.records().wasErased(record.key)) {
            m_due.push_back({ record.key, type, since, m_holds.holds(record.key.scope) });
        }
    }

    Academy &m_academy;
    Holds m_holds;
    domain::Day m_today;
    std::vector<DueRecord> m_due;
};

} // namespace

std::vector<DueRecord> dueRecords(Academy &academy)
{
    auto due = Looking(academy).find(domain::Retention::builtIn());
    std::stable_sort(due.begin(), due.end(), [](const DueRecord &one, const DueRecord &other) {
        return one.key.scope.kind == other.key.scope.kind ? one.key.scope < other.key.scope : false;
    });
    return due;
}

std::vector<v1alpha::RetentionCount> countsOf(const std::vector<DueRecord> &records)
{
    std::map<std::pair<std::uint32_t, std::string>, v1alpha::RetentionCount> counts;
    for (const auto &due : records) {
        auto &count = counts[{ due.key.scope.kind, due.type }];
        const auto *rule = domain::Policy::builtIn().rule(due.key.scope.kind);
        const auto since = domain::dayText(due.since);
        count.set_place_kind(rule == nullptr ? std::string() : rule->name());
        count.set_type(due.type);
        count.set_records(count.records() + 1);
        count.set_held(count.held() + (due.isHeld ? 1 : 0));
        count.set_oldest(count.oldest().empty() ? since : std::min(count.oldest(), since));
    }
    std::vector<v1alpha::RetentionCount> result;
    for (auto &[kind, count] : counts) {
        result.push_back(std::move(count));
    }
    return result;
}

v1alpha::ApplyRetentionResponse applyRetention(Academy &academy)
{
    v1alpha::ApplyRetentionResponse response;
    auto due = dueRecords(academy);
    std::erase_if(due, [](const DueRecord &record) { return record.isHeld; });
    std::vector<DueRecord> gone;
    for (auto first = due.begin(); first != due.end() && gone.size() < mostAtOnce;) {
        const auto end =
            std::find_if(first, due.end(), [&](const DueRecord &one) { return one.key.scope != first->key.scope; });
        Work work(academy);
        for (; first != end; ++first) {
            const auto parts = academy.host().erase(first->key, "retention");
            response.set_parts(response.parts() + static_cast<std::uint64_t>(parts.value_or(0)));
            gone.push_back(*first);
        }
        work.commit();
    }
    for (auto &count : countsOf(gone)) {
        *response.add_counts() = std::move(count);
    }
    if (gone.size() == due.size()) {
        academy.host().removeLeftovers();
    }
    return response;
}

} // namespace server
