// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy.h"
#include "sync/record/type.h"
#include "tests/unit/academy_of_facts.h"

#include <QTest>

#include <set>

using namespace cadre::v1;
using domain::Policy;

namespace {

/// Readers of a place, in the order MT BT SL ST PR DL DM SE SM RC NP OR AD.
struct Reading {
    ScopeKind kind;
    const char *key;
    const char *readers;
    std::uint32_t purpose = 0;
};

struct Row {
    const char *name;
    std::vector<Reading> readings;
};

const char *const roleNames[] = { "MT", "BT", "SL", "ST", "PR", "DL", "DM", "SE", "SM", "RC", "NP", "OR", "AD" };

const Reading pairLog { SCOPE_KIND_PAIR_LOG, "match", "yyyy---------" };
const Reading pair { SCOPE_KIND_PAIR, "match", "yy-----------" };
const Reading schoolTeam { SCOPE_KIND_SCHOOL_TEAM, "schoolA", "--yy---------" };
const Reading schoolAdmin { SCOPE_KIND_SCHOOL_ADMIN, "schoolA", "--y-y--------" };
const Reading districtTeam { SCOPE_KIND_DISTRICT_TEAM, "lea", "-----y-------" };
const Reading district { SCOPE_KIND_DISTRICT, "lea", "yyyyyyyyyyyy-" };
const Reading state { SCOPE_KIND_STATE, "sea", "-----yyyyyyy-" };
const Reading stateWork { SCOPE_KIND_STATE_WORK, "sea", "-------yyy---" };
const Reading meeting { SCOPE_KIND_MEETING, "meeting", "y----y-y-y---" };

/// The matrix of roles and records, with the places that carry each row.
const std::vector<Row> rows {
    { "Reference", { { SCOPE_KIND_REFERENCE, "", "yyyyyyyyyyyyy" } } },
    { "Person and roster", { { SCOPE_KIND_PEOPLE, "schoolA", "yyyyyyyyyyyyy" } } },
    { "Enrollment", { schoolTeam, districtTeam } },
    { "Support reason", { { SCOPE_KIND_REASON, "enrolment", "yyy--y-------" } } },
    { "Mentor match", { schoolTeam, pairLog, pair, districtTeam } },
    { "Mentor application", { { SCOPE_KIND_SELECTION, "application", "y-y-yy-------" } } },
    { "Check-in, counted", { pairLog, schoolAdmin, districtTeam } },
    { "Detail", { pair } },
    { "Notes", { pair } },
    { "Private notes", { { SCOPE_KIND_PERSON, "MT", "y------------" }, { SCOPE_KIND_PERSON, "BT", "-y-----------" } } },
    { "Share", { { SCOPE_KIND_SHARE, "share", "yyy----------" } } },
    { "Acknowledgement", { pairLog } },
    { "Monthly statement", { pairLog, schoolAdmin } },
    { "Time policy and slots", { district, schoolAdmin } },
    { "Match change request", { { SCOPE_KIND_MATCH_REQUEST, "match", "--y--y-------" } } },
    { "Safety notice", { { SCOPE_KIND_INBOX, "schoolA", "--y--y-------", 1 } } },
    { "Growth goals", { { SCOPE_KIND_TEACHER, "BT", "yy-----------" } } },
    { "School reflection", { { SCOPE_KIND_SCHOOL, "schoolA", "yyyyyy-------" } } },
    { "District reflection", { { SCOPE_KIND_DISTRICT_WORK, "lea", "--yyyyy------" }, district } },
    { "State reflection", { state } },
    { "Plans, district", { district } },
    { "Plans, state", { state } },
    { "High-priority activities", { district, state } },
    { "Readiness assessment", { stateWork, state } },
    { "District nomination", { stateWork, state } },
    { "State leadership team", { state } },
    { "Meetings, national", { { SCOPE_KIND_ACADEMY, "", "yyyyyyyyyyyy-" } } },
    { "Meetings, regional", { state, meeting } },
    { "Attendance", { meeting } },
    { "Session feedback", { { SCOPE_KIND_INBOX, "rcc", "---------y---", 4 } } },
    { "Technical assistance", { { SCOPE_KIND_TA, "sea", "-----yyyyyyy-" } } },
    { "Financial support", { { SCOPE_KIND_SUPPORT, "rcc", "-----y-y-y---" } } },
    { "Work plan", { { SCOPE_KIND_WORKPLAN, "rcc", "-------yyy-y-" } } },
    { "Expectation status", { { SCOPE_KIND_EXPECTATIONS, "lea", "-----yyyyy-y-" } } },
    { "Accounts and devices", {} }, // calls to the server, in no place
    { "Audit log", { { SCOPE_KIND_ACCESS, "BT", "-y-----------" } } },
};

} // namespace

class TestPolicyPlaces : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_academy = std::make_unique<AcademyOfFacts>();
        const auto seat = [&](ScopeKind kind, const char *key, const char *person, const char *name) {
            m_academy->facts.addSeat(
                { .place = m_academy->scope(kind, key), .person = m_academy->id(person), .seat = name });
        };
        m_academy->enrolled("BT");
        seat(SCOPE_KIND_SELECTION, "application", "MT", "applicant");
        seat(SCOPE_KIND_SELECTION, "application", "PR", "reviewer");
        seat(SCOPE_KIND_SELECTION, "application", "SL", "lead");
        seat(SCOPE_KIND_SELECTION, "application", "DL", "lead");
        seat(SCOPE_KIND_SHARE, "share", "MT", "mentor");
        seat(SCOPE_KIND_SHARE, "share", "BT", "teacher");
        seat(SCOPE_KIND_SHARE, "share", "SL", "reader");
        seat(SCOPE_KIND_SHARE, "share", "PR", "reader");
        seat(SCOPE_KIND_TEACHER, "BT", "MT", "mentor");
        seat(SCOPE_KIND_MEETING, "meeting", "RC", "host");
        for (const char *participant : { "MT", "DL", "SE" }) {
            seat(SCOPE_KIND_MEETING, "meeting", participant, "participant");
        }
        seat(SCOPE_KIND_SUPPORT, "rcc", "RC", "payer");
        seat(SCOPE_KIND_SUPPORT, "rcc", "DL", "asker");
        seat(SCOPE_KIND_SUPPORT, "rcc", "SE", "asker");
    }

    void everyRowOfTheMatrixIsReadByItsRolesAlone()
    {
        QCOMPARE(rows.size(), std::size_t { 36 });
        for (const auto &row : rows) {
            for (const auto &reading : row.readings) {
                std::string found;
                for (const char *role : roleNames) {
                    const bool reads = Policy::builtIn().mayRead(
                        m_academy->id(role), m_academy->scope(reading.kind, reading.key, reading.purpose),
                        m_academy->facts, m_academy->today);
                    found += reads ? 'y' : '-';
                }
                QVERIFY2(found == reading.readers,
                         (std::string(row.name) + " in " + record::scopeKindName(reading.kind) + ": " + found).c_str());
            }
        }
    }

    void everyKindOfPlaceCarriesARow()
    {
        std::set<int> carried;
        for (const auto &row : rows) {
            for (const auto &reading : row.readings) {
                carried.insert(reading.kind);
            }
        }
        QCOMPARE(carried.size(), std::size_t { 26 });
    }

    void everyKindHasExactlyOneRuleWithKeyClassAndHolder()
    {
        QCOMPARE(Policy::builtIn().content().scopes_size(), 26);
        for (int kind = ScopeKind_MIN + 1; kind <= ScopeKind_MAX; ++kind) {
            const auto *rule = Policy::builtIn().rule(static_cast<std::uint32_t>(kind));
            QVERIFY(rule != nullptr);
            QCOMPARE(rule->name(), record::scopeKindName(static_cast<std::uint32_t>(kind)));
            QVERIFY(rule->key() != cadre::policy::v1::KEY_KIND_UNSPECIFIED);
            QVERIFY(rule->confidentiality() != cadre::policy::v1::CONFIDENTIALITY_UNSPECIFIED);
            QVERIFY(!rule->holder().empty());
            QVERIFY(!rule->readers().empty());
            QVERIFY(!rule->writers().empty());
        }
    }

    void everyTypeLivesWhereItsMessageSays()
    {
        const auto catalogue = record::Catalogue::ofAcademy();
        for (const auto &rule : Policy::builtIn().content().scopes()) {
            std::set<std::string> named(rule.types().begin(), rule.types().end());
            for (const auto &type : catalogue.all()) {
                QVERIFY2(named.contains(type->name()) == type->livesIn(static_cast<std::uint32_t>(rule.kind())),
                         (type->name() + " in " + rule.name()).c_str());
            }
            for (const auto &name : named) {
                QVERIFY2(catalogue.byName(name) != nullptr, name.c_str());
            }
        }
    }

    void writersNameTypesAndFieldsThatExist()
    {
        const auto catalogue = record::Catalogue::ofAcademy();
        for (const auto &rule : Policy::builtIn().content().scopes()) {
            std::set<std::string> held(rule.types().begin(), rule.types().end());
            std::set<std::string> all = held;
            all.insert(rule.planned_types().begin(), rule.planned_types().end());
            for (const auto &writer : rule.writers()) {
                QVERIFY(!writer.types().empty());
                QVERIFY(writer.server() != !writer.who().empty());
                for (const auto &type : writer.types()) {
                    QVERIFY2(type == "*" || all.contains(type), (rule.name() + ": " + type).c_str());
                    std::vector<std::string> fields(writer.fields().begin(), writer.fields().end());
                    fields.insert(fields.end(), writer.except_fields().begin(), writer.except_fields().end());
                    fields.insert(fields.end(), writer.fixed_fields().begin(), writer.fixed_fields().end());
                    if (!writer.own_field().empty()) {
                        fields.push_back(writer.own_field());
                    }
                    for (const auto &field : fields) {
                        QVERIFY2(held.contains(type) && catalogue.byName(type)->field(field) != nullptr, field.c_str());
                    }
                }
            }
        }
    }

    void membershipsAreWhatMayBeRead()
    {
        for (const char *role : roleNames) {
            std::set<record::ScopeId> member;
            for (const auto &membership :
                 Policy::builtIn().membershipsOf(m_academy->id(role), m_academy->facts, m_academy->today)) {
                QVERIFY(member.insert(membership.scope).second);
                QVERIFY(Policy::builtIn().mayRead(m_academy->id(role), membership.scope, m_academy->facts,
                                                  m_academy->today));
            }
            for (const auto &row : rows) {
                for (const auto &reading : row.readings) {
                    const auto scope = m_academy->scope(reading.kind, reading.key, reading.purpose);
                    const bool held = !Policy::builtIn().rule(scope.kind)->types().empty();
                    const bool reads =
                        Policy::builtIn().mayRead(m_academy->id(role), scope, m_academy->facts, m_academy->today);
                    QVERIFY2(member.contains(scope) == (held && reads),
                             (std::string(role) + " " + scope.text()).c_str());
                }
            }
        }
    }

    void aMentorReadsThePeopleWithWhomSheSharesPlaces()
    {
        const auto reads = [&](const char *organization) {
            return Policy::builtIn().mayRead(m_academy->id("MT"), m_academy->scope(SCOPE_KIND_PEOPLE, organization),
                                             m_academy->facts, m_academy->today);
        };
        for (const char *near : { "schoolA", "lea", "sea", "rcc", "np", "or" }) {
            QVERIFY2(reads(near), near);
        }
        for (const char *far : { "schoolB", "schoolC", "lea2", "sea2" }) {
            QVERIFY2(!reads(far), far);
        }
    }

    void otherDistrictsAndStatesStayClosed()
    {
        const auto reads = [&](const char *person, ScopeKind kind, const char *key) {
            return Policy::builtIn().mayRead(m_academy->id(person), m_academy->scope(kind, key), m_academy->facts,
                                             m_academy->today);
        };
        QVERIFY(!reads("DL", SCOPE_KIND_DISTRICT, "lea2"));
        QVERIFY(!reads("DL", SCOPE_KIND_SCHOOL, "schoolC"));
        QVERIFY(!reads("SL", SCOPE_KIND_SCHOOL_TEAM, "schoolB"));
        QVERIFY(!reads("SE", SCOPE_KIND_STATE, "sea2"));
        QVERIFY(!reads("RC", SCOPE_KIND_STATE, "sea2"));
        QVERIFY(reads("SE", SCOPE_KIND_DISTRICT, "lea2"));
    }

    void whatNoRuleNamesIsDenied()
    {
        auto &facts = m_academy->facts;
        const auto mentor = m_academy->id("MT");
        QVERIFY(
            !Policy::builtIn().mayRead(mentor, { .kind = 99, .key = m_academy->id("lea") }, facts, m_academy->today));
        QVERIFY(
            !Policy::builtIn().mayRead(mentor, m_academy->scope(SCOPE_KIND_PAIR, "nowhere"), facts, m_academy->today));
        QVERIFY(!Policy::builtIn().mayRead(mentor, m_academy->scope(SCOPE_KIND_DISTRICT, "schoolA"), facts,
                                           m_academy->today));
        QVERIFY(!Policy::builtIn().mayRead(m_academy->id("stranger"), m_academy->scope(SCOPE_KIND_ACADEMY), facts,
                                           m_academy->today));
        QVERIFY(!Policy::builtIn().mayRead({}, m_academy->scope(SCOPE_KIND_REFERENCE), facts, m_academy->today));
    }

    void aPolicyThatSaysAKindTwiceIsRefused()
    {
        const std::string one =
            "scopes { kind: SCOPE_KIND_PAIR name: 'pair' key: KEY_KIND_MATCH confidentiality: CONFIDENTIALITY_P4 }";
        QCOMPARE(Policy::fromText(one).content().scopes_size(), 1);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)Policy::fromText(one + one));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)Policy::fromText("scopes { kind: SCOPE_KIND_PAIR }"));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)Policy::fromText("scopes { readers: everybody }"));
    }

private:
    std::unique_ptr<AcademyOfFacts> m_academy;
};

QTEST_GUILESS_MAIN(TestPolicyPlaces)
#include "tst_policy_places.moc"
