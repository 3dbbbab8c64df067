// SPDX-License-Identifier: Apache-2.0
#include "sync/server/themes.h"

#include "sync/server/academy.h"
#include "sync/server/derived.h"
#include "sync/server/membership.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/theme.pb.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace server {

namespace {

namespace v1 = cadre::v1;

constexpr int monthsBack = 12;

/// A theme and its kind as one word.
std::string keyOf(v1::ThemeKind kind, const std::string &theme)
{
    return std::to_string(static_cast<int>(kind)) + theme;
}

v1::ThemeShown toProto(domain::ThemeCell::Shown shown)
{
    switch (shown) {
    case domain::ThemeCell::Shown::FewerThanThree:
        return v1::THEME_SHOWN_FEWER_THAN_THREE;
    case domain::ThemeCell::Shown::Exactly:
        return v1::THEME_SHOWN_EXACTLY;
    case domain::ThemeCell::Shown::NearlyAll:
        return v1::THEME_SHOWN_NEARLY_ALL;
    case domain::ThemeCell::Shown::Hidden:
        break;
    }
    return v1::THEME_SHOWN_UNSPECIFIED;
}

std::vector<store::StoredRecord> all(Academy &academy, const char *type, v1::ScopeKind kind, const record::Uuid &match)
{
    store::Query query;
    query.type = type;
    query.scope = record::ScopeId { static_cast<std::uint32_t>(kind), match, 0 };
    return academy.records().list(query);
}

/// The themes of one pair in one month.
std::set<std::string> themesOf(Academy &academy, const record::Uuid &match, const domain::Month &month)
{
    std::set<std::string> themes;
    std::set<std::string> held;
    for (const auto &record : all(academy, "CheckIn", v1::SCOPE_KIND_PAIR_LOG, match)) {
        const auto &checkIn = static_cast<const v1::CheckIn &>(*record.message);
        const auto on = domain::parseDay(checkIn.on());
        if (!record.alive || !on || domain::Month::of(*on) != month || checkIn.status() == v1::CHECK_IN_STATUS_VOID) {
            continue;
        }
        held.insert(record.key.id.text());
        for (const int activity : checkIn.activities()) {
            themes.insert(keyOf(v1::THEME_KIND_ACTIVITY, v1::Activity_Name(activity)));
        }
    }
    for (const auto &record : all(academy, "CheckInDetail", v1::SCOPE_KIND_PAIR, match)) {
        const auto &detail = static_cast<const v1::CheckInDetail &>(*record.message);
        if (record.alive && held.contains(detail.check_in())) {
            for (const auto &standard : detail.standards()) {
                themes.insert(keyOf(v1::THEME_KIND_STANDARD, standard));
            }
        }
    }
    return themes;
}

} // namespace

Themes::Themes(Academy &academy)
    : m_academy(academy)
{
    academy.database().run("CREATE TABLE IF NOT EXISTS server_theme_window(district BLOB NOT NULL, month TEXT NOT NULL,"
                           " PRIMARY KEY(district, month)) WITHOUT ROWID");
}

bool Themes::isPublished(const record::Uuid &district, const domain::Month &month) const
{
    store::Statement find(m_academy.database(), "SELECT 1 FROM server_theme_window WHERE district = ? AND month = ?");
    return find.bindBlob(1, district.raw()).bindText(2, month.text()).step();
}

bool Themes::publishNext()
{
    std::vector<record::Uuid> districts;
    for (const auto &[id, organization] : m_academy.membership().facts().organizations()) {
        if (organization.kind == v1::ORGANIZATION_KIND_LEA) {
            districts.push_back(id);
        }
    }
    // The last whose last day is more than the days of late work ago.
    auto month = domain::Month::of(m_academy.membership().today() - std::chrono::days(domain::lateWorkDays)).previous();
    for (int back = 0; back < monthsBack; ++back, month = month.previous()) {
        for (const auto &district : districts) {
            if (!isPublished(district, month)) {
                publish(district, month);
                return true;
            }
        }
    }
    return false;
}

std::vector<domain::ThemeGroup> Themes::groupsOf(const record::Uuid &district, const domain::Month &month)
{
    const auto &facts = m_academy.membership().facts();
    std::vector<domain::ThemeGroup> groups;
    std::set<record::Uuid> counted;
    for (const auto &school : facts.below(district)) {
        std::map<record::Uuid, std::set<std::string>> teachers;
        for (const auto *match : facts.matchesAt(school)) {
            const bool held = match->from && *match->from <= month.lastDay()
                && match->status != v1::MATCH_STATUS_PROPOSED && (!match->to || *match->to >= month.firstDay());
            if (held && !counted.contains(match->teacher)) {
                teachers[match->teacher].merge(themesOf(m_academy, match->id, month));
            }
        }
        domain::ThemeGroup group { school.text(), static_cast<int>(teachers.size()), {} };
        for (const auto &[teacher, themes] : teachers) {
            counted.insert(teacher);
            for (const auto &theme : themes) {
                ++group.themes[theme];
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

void Themes::publish(const record::Uuid &district, const domain::Month &month)
{
    auto published = domain::publish(groupsOf(district, month));
    published.all.key = district.text();
    published.groups.push_back(std::move(published.all));
    const record::ScopeId place { v1::SCOPE_KIND_DISTRICT, district, 0 };
    Work work(m_academy);
    for (const auto &group : published.groups) {
        for (const auto &[key, cell] : group.themes) {
            if (cell.shown == domain::ThemeCell::Shown::Hidden) {
                continue;
            }
            v1::ThemeCount count;
            count.set_org(group.key);
            count.set_month(month.text());
            count.set_kind(static_cast<v1::ThemeKind>(key.front() - '0'));
            count.set_theme(key.substr(1));
            count.set_shown(toProto(cell.shown));
            if (cell.shown == domain::ThemeCell::Shown::Exactly) {
                count.set_count(cell.count);
            }
            count.set_teachers(group.teachers);
            const auto about = record::Uuid::parse(group.key).value_or(district);
            m_academy.author().write(place, "ThemeCount", Derived::idOf("ThemeCount", about, month.text() + key), count,
                                     {}, m_academy.now());
        }
    }
    store::Statement note(m_academy.database(), "INSERT INTO server_theme_window(district, month) VALUES(?, ?)");
    note.bindBlob(1, district.raw()).bindText(2, month.text()).run();
    work.commit();
}

} // namespace server
