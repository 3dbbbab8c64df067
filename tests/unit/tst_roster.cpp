// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/roster_files.h"

#include "src/domain/roster_role.h"
#include "src/roster/invite_sheet.h"

#include <QTest>

namespace {

/// Everything that a reading gives, as one text.
std::string allOf(const roster::Roster &roster)
{
    std::string all;
    for (const auto &organization : roster.organizations) {
        all += organization.sourcedId + "|" + organization.name + "|" + organization.identifier + "\n";
    }
    for (const auto &member : roster.staff) {
        all += member.sourcedId + "|" + member.given + "|" + member.family + "|" + member.preferred + "|"
            + member.identifier + "|" + member.email + "|" + member.login;
        for (const auto &role : member.roles) {
            all += "|" + role.word + "@" + role.organization + " " + role.from + ".." + role.to;
        }
        all += "\n";
    }
    for (const auto &finding : roster.findings) {
        all += finding.file + std::to_string(finding.row) + finding.sentence + "\n";
    }
    return all;
}

std::string findingsOf(const roster::Roster &roster)
{
    std::string all;
    for (const auto &finding : roster.findings) {
        all += finding.file + ":" + std::to_string(finding.row) + " ";
    }
    return all;
}

} // namespace

class TestRoster : public QObject {
    Q_OBJECT

private slots:
    void readsTheStaffOf11();
    void readsTheStaffOf12();
    void readsNothingOfStudentsAndFamilies_data();
    void readsNothingOfStudentsAndFamilies();
    void takesWhatADeltaSaysOfKnownStaffOnly();
    void namesTheRowThatItCannotTake_data();
    void namesTheRowThatItCannotTake();
    void knowsTheSchoolYear();
    void toleratesAByteOrderMark();
    void knowsEachRole_data();
    void knowsEachRole();
    void printsAnInviteForEach();
};

void TestRoster::readsTheStaffOf11()
{
    const auto roster = readRoster(roster11());
    QCOMPARE(roster.manifest.source, std::string("Sample SIS"));
    QCOMPARE(roster.organizations.size(), 2U);
    QCOMPARE(roster.organizations[1].identifier, std::string("NCES-11"));
    QCOMPARE(roster.staff.size(), 3U);
    const auto &tom = roster.staff[1];
    QCOMPARE(tom.row, 3U);
    QCOMPARE(tom.given, std::string("Tom \"T\""));
    QCOMPARE(tom.family, std::string("Two, Jr."));
    // A department is part of its school.
    QCOMPARE(tom.roles.size(), 2U);
    QCOMPARE(tom.roles[0].organization, std::string("s1"));
    QCOMPARE(tom.roles[1].organization, std::string("d1"));
    QVERIFY(tom.hasAllRoles && tom.isNamed && !tom.leaves);
    QCOMPARE(roster.leftUnread, 2U);
    QCOMPARE(findingsOf(roster), std::string("users.csv:7 users.csv:8 "));
}

void TestRoster::readsTheStaffOf12()
{
    const auto roster = readRoster(roster12());
    QCOMPARE(roster.staff.size(), 1U);
    const auto &tina = roster.staff[0];
    QCOMPARE(tina.preferred, std::string("Tini One"));
    QCOMPARE(tina.roles.size(), 2U);
    QCOMPARE(tina.roles[0].word, std::string("teacher")); // The primary one.
    QCOMPARE(tina.roles[0].to, std::string("2027-06-04"));
    QCOMPARE(roster.leftUnread, 1U);
    QVERIFY(roster.findings.empty());
}

void TestRoster::readsNothingOfStudentsAndFamilies_data()
{
    QTest::addColumn<bool>("isVersion12");
    QTest::newRow("1.1") << false;
    QTest::newRow("1.2") << true;
}

void TestRoster::readsNothingOfStudentsAndFamilies()
{
    QFETCH(bool, isVersion12);
    const auto all = allOf(readRoster(isVersion12 ? roster12() : roster11(), { "k1", "g1" }));
    QVERIFY(all.find("Tina") != std::string::npos);
    for (const char *secret :
         { "Kid", "kid", "K77", "k1", "Guard", "guard", "G77", "g1|", "home.example", "Aide", "aide@", "A77",
           "Coachgiven", "coach@", "C77", "secretOfTina", "pw", "555", "she/her" }) {
        QVERIFY2(all.find(secret) == std::string::npos, secret);
    }
}

void TestRoster::takesWhatADeltaSaysOfKnownStaffOnly()
{
    auto files = roster12();
    files["manifest.csv"] = manifest("1.2", "delta", "delta", "absent");
    files["users.csv"] = std::string(users12Header)
        + "t1,tobedeleted,2026-08-01T00:00:00.000Z,true,t.one,,Tina,One,,N1,,,,,,,,,,,,,\n"
          "t9,active,2026-08-01T00:00:00.000Z,true,t.nine,,Nina,Nine,,N9,,,,,,,,,,,,,\n"
          "k1,active,2026-08-01T00:00:00.000Z,true,kid.login,,Kidgiven,Kidfamily,,K77,,,,,,,,,,,,,\n"
          "k2,tobedeleted,2026-08-01T00:00:00.000Z,true,kid.two,,Kidtwo,Kidfamily,,K78,,,,,,,,,,,,,\n";
    files["roles.csv"] = std::string(rolesHeader)
        + "r7,active,2026-08-01T00:00:00.000Z,t7,primary,teacher,,,s1,\n"
          "r8,tobedeleted,2026-08-01T00:00:00.000Z,t7,secondary,principal,,,s1,\n"
          "r9,active,2026-08-01T00:00:00.000Z,t8,primary,teacher,,,s1,\n";
    const auto roster = readRoster(files, { "t1", "t7", "t9" });
    QCOMPARE(roster.staff.size(), 3U);
    QVERIFY(roster.staff[0].leaves && roster.staff[0].given.empty());
    QVERIFY(roster.staff[1].isNamed && roster.staff[1].roles.empty() && !roster.staff[1].hasAllRoles);
    QVERIFY(!roster.staff[2].isNamed);
    QCOMPARE(roster.staff[2].sourcedId, std::string("t7"));
    QVERIFY(!roster.staff[2].roles[0].leaves && roster.staff[2].roles[1].leaves);
    // t8 is new, and nobody tells who she is.
    QCOMPARE(findingsOf(roster), std::string("roles.csv:4 "));
    const auto all = allOf(roster);
    QVERIFY(all.find("Kid") == std::string::npos && all.find("k2") == std::string::npos);
}

void TestRoster::namesTheRowThatItCannotTake_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("word");
    QTest::newRow("too few cells") << "t1,,,true,s1,teacher,t.one"
                                   << "cells";
    QTest::newRow("too many") << "t1,,,true,s1,teacher,t.one,,Tina,One,,N1,t@x.example,,,,,,extra"
                              << "cells";
    QTest::newRow("no id") << ",,,true,s1,teacher,t.one,,Tina,One,,N1,t@x.example,,,,,"
                           << "sourcedId";
    QTest::newRow("no name") << "t1,,,true,s1,teacher,t.one,,Tina,,,N1,t@x.example,,,,,"
                             << "family name";
    QTest::newRow("no place") << "t1,,,true,,teacher,t.one,,Tina,One,,N1,t@x.example,,,,,"
                              << "no school";
    QTest::newRow("only the state") << "t1,,,true,st,teacher,t.one,,Tina,One,,N1,t@x.example,,,,,"
                                    << "no school";
    QTest::newRow("unknown status") << "t1,gone,,true,s1,teacher,t.one,,Tina,One,,N1,t@x.example,,,,,"
                                    << "status";
    QTest::newRow("capital role") << "t1,,,true,s1,Teacher,t.one,,Tina,One,,N1,t@x.example,,,,,"
                                  << "Teacher";
    QTest::newRow("no role") << "t1,,,true,s1,,t.one,,Tina,One,,N1,t@x.example,,,,,"
                             << "no role";
    QTest::newRow("a name as role") << "t1,,,true,s1,Tina One,t.one,,Tina,One,,N1,t@x.example,,,,,"
                                    << "no role";
    QTest::newRow("stray quote") << "t1,,,true,s1,teacher,t.\"one,,Tina,One,,N1,t@x.example,,,,,"
                                 << "quotation";
    QTest::newRow("quoted and on") << "\"t1\"x,,,true,s1,teacher,t,,Tina,One,,N1,t@x.example,,,,,"
                                   << "quotation";
}

void TestRoster::namesTheRowThatItCannotTake()
{
    QFETCH(QString, row);
    QFETCH(QString, word);
    auto files = roster11();
    files["users.csv"] = users11Header + row.toStdString()
        + "\n\nt3,,,true,s1,teacher,t.three,,Theo,Three,,N9,theo@school.example,,,,,\n";
    const auto roster = readRoster(files);
    QCOMPARE(roster.staff.size(), 1U);
    QCOMPARE(roster.staff[0].row, 4U);
    QCOMPARE(findingsOf(roster), std::string("users.csv:2 "));
    QVERIFY2(QString::fromStdString(roster.findings[0].sentence).contains(word), roster.findings[0].sentence.c_str());
    QVERIFY(roster.findings[0].sentence.find("Tina") == std::string::npos);
}

void TestRoster::knowsTheSchoolYear()
{
    auto files = roster11();
    files["manifest.csv"] += "file.academicSessions,bulk\n";
    const auto at = files["manifest.csv"].find("file.academicSessions,absent\n");
    files["manifest.csv"].erase(at, std::string("file.academicSessions,absent\n").size());
    files["academicSessions.csv"] = std::string(sessionsHeader)
        + "y2,,,2026-27,schoolYear,2026-08-10,2027-06-04,,2027\n"
          "y1,,,2025-26,schoolYear,2025-08-11,2026-06-05,,2026\n"
          "q1,,,Fall,term,2026-08-10,2026-12-18,y2,2027\n"
          "y3,,,2027-28,schoolYear,2027-06-31,2028-06-05,,2028\n";
    const auto roster = readRoster(files);
    QCOMPARE(roster.schoolYears.size(), 2U);
    QCOMPARE(roster.schoolYears.back().title, std::string("2026-27"));
    QCOMPARE(roster.findings[0].file, std::string("academicSessions.csv"));
    QCOMPARE(roster.findings[0].row, 5U);
}

void TestRoster::toleratesAByteOrderMark()
{
    auto files = roster11();
    for (auto &[name, content] : files) {
        content.insert(0, "\xEF\xBB\xBF");
    }
    QCOMPARE(readRoster(files).staff.size(), 3U);
}

void TestRoster::knowsEachRole_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("atSchool");
    QTest::addColumn<int>("atDistrict");
    QTest::newRow("teacher") << "teacher" << 2 << 0;
    QTest::newRow("principal") << "principal" << 5 << 0;
    QTest::newRow("administrator") << "administrator" << 5 << 7;
    QTest::newRow("siteAdministrator") << "siteAdministrator" << 5 << 0;
    QTest::newRow("districtAdministrator") << "districtAdministrator" << 0 << 7;
    for (const char *none : { "systemAdministrator", "aide", "counselor", "proctor", "student", "parent", "guardian",
                              "relative", "coach", "Teacher", "" }) {
        QTest::newRow(none) << none << 0 << 0;
    }
}

void TestRoster::knowsEachRole()
{
    QFETCH(QString, word);
    QFETCH(int, atSchool);
    QFETCH(int, atDistrict);
    const auto text = word.toStdString();
    QCOMPARE(int(domain::roleOfRoster(text, cadre::v1::ORGANIZATION_KIND_SCHOOL)), atSchool);
    QCOMPARE(int(domain::roleOfRoster(text, cadre::v1::ORGANIZATION_KIND_LEA)), atDistrict);
    QCOMPARE(int(domain::roleOfRoster(text, cadre::v1::ORGANIZATION_KIND_SEA)), 0);
    QCOMPARE(domain::rosterRole(text) == domain::RosterRole::Staff, atSchool + atDistrict > 0);
}

void TestRoster::printsAnInviteForEach()
{
    const auto page = roster::inviteSheet({ { "Tina <One>", "Lincoln & Co", "t.one", "7KQ2-M9XD-WT4H-C0PA" },
                                            { "Tom Two", "Lincoln", "t.two", "1111-2222-3333-4444" } },
                                          "https://cadre.example:8443", "sha256/abc=", "2026-09-14");
    QCOMPARE(QString::fromStdString(page).count("<svg"), 2);
    QVERIFY(page.find("Tina &lt;One&gt;") != std::string::npos);
    QVERIFY(page.find("7KQ2-M9XD-WT4H-C0PA") != std::string::npos);
    QVERIFY(page.find("<script") == std::string::npos && page.find("src=") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
