// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "src/reports/holdings.h"
#include "src/reports/report.h"
#include "src/reports/words.h"
#include "tests/unit/check_ins.h"

#include <QTest>

#include <cstdint>
#include <string>

/// What the device of somebody at a school of a district holds on 20 November 2026; October is made by hand.
class ReportsWorld {
public:
    using Uuid = record::Uuid;

    ReportsWorld()
    {
        held.today = day("2026-11-20");
        held.now = 1'795'186'800'000; // 2026-11-20T15:00:00Z
        held.agreedAt = held.now - 60'000;
        organization("district", cadre::v1::ORGANIZATION_KIND_LEA, {});
        organization("school", cadre::v1::ORGANIZATION_KIND_SCHOOL, "district");
        held.person = person("Mentor");
        held.personName = "Mentor Test";
    }

    /// The same id for the same name, every time.
    static Uuid id(const std::string &name)
    {
        Uuid id;
        std::uint64_t hash = 14'695'981'039'346'656'037U;
        for (const char c : name)
            hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
        for (std::size_t i = 0; i < 8; ++i)
            id.bytes[8 + i] = static_cast<std::uint8_t>(hash >> (8 * i));
        id.bytes[6] = 0x70;
        id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
        return id;
    }

    void organization(const std::string &name, cadre::v1::OrganizationKind kind, const std::string &parent)
    {
        cadre::v1::Organization record;
        record.set_kind(kind);
        record.set_name(name);
        if (!parent.empty())
            record.set_parent_id(id(parent).text());
        held.facts.add(id(name), record);
    }

    Uuid person(const std::string &name)
    {
        held.names[id(name)] = name + " Test";
        return id(name);
    }

    /// A pair named after its teacher, whose log is held unless said otherwise.
    reports::PairHeld &match(const std::string &teacher, const char *from, int monthlyMinutes,
                             const std::string &school = "school", bool hasLog = true)
    {
        cadre::v1::MentorMatch record;
        record.set_mentor(person("Mentor").text());
        record.set_teacher(person(teacher).text());
        record.set_school(id(school).text());
        record.set_from(from);
        record.set_status(cadre::v1::MATCH_STATUS_ACTIVE);
        record.set_monthly_minutes(monthlyMinutes);
        held.facts.add(id("match of " + teacher), record);
        auto &pair = held.pairs[id("match of " + teacher)];
        pair.hasLog = hasLog;
        pair.hasConversation = hasLog;
        return pair;
    }

    void enrolled(const std::string &teacher, const char *from, const std::string &school = "school")
    {
        cadre::v1::TeacherEnrollment record;
        record.set_teacher(person(teacher).text());
        record.set_school(id(school).text());
        record.set_from(from);
        held.enrollments.push_back(record);
    }

    /// The device of who leads there.
    void leads(cadre::v1::ScopeKind kind, const std::string &organization)
    {
        held.places.insert({ static_cast<std::uint32_t>(kind), id(organization), 0 });
    }

    static domain::Contact withAnswer(const char *id, cadre::v1::CheckIn checkIn, cadre::v1::Confirmation result,
                                      int minutes = 0)
    {
        auto contact = answered(std::move(checkIn), result, minutes);
        contact.id = id;
        return contact;
    }

    /// The first table's row, by columns' names.
    static std::string cell(const reports::Document &document, std::size_t row, const std::string &column)
    {
        const auto &table = document.tables.front();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].name == column)
                return reports::cellCode(table.rows.at(row).at(i));
        }
        return "no column " + column;
    }

    static std::string columnsOf(const reports::Document &document)
    {
        std::string names;
        for (const auto &column : document.tables.front().columns)
            names += (names.empty() ? "" : ",") + column.name;
        return names;
    }

    static reports::Request asking(const char *period) { return { .window = reports::Window::parse(period) }; }

    reports::Holdings held;
};

/// The cells of that row of the first table are these, by their columns.
inline void expect(const reports::Document &document, std::size_t row, const std::map<std::string, std::string> &cells)
{
    for (const auto &[column, value] : cells) {
        const auto found = ReportsWorld::cell(document, row, column);
        QVERIFY2(found == value, (column + ": " + found + ", not " + value).c_str());
    }
}
