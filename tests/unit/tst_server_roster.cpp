// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/server/membership.h"
#include "sync/server/roster_service.h"
#include "cadre/sync/v1alpha/roster.pb.h"

#include <QTest>

#include <map>

using namespace cadre::v1;
namespace v1alpha = cadre::sync::v1alpha;

namespace {

/// The small academy with its district's lead at her device.
class RosterWorld : public ServerWorld {
public:
    server::RosterService service { academy };
    RawDevice device { *this, "district" };

    RosterWorld() { service.addTo(table); }

    v1alpha::ImportRosterRequest roster(const std::string &source = "SIS")
    {
        v1alpha::ImportRosterRequest request;
        request.set_source(source);
        request.set_is_whole(true);
        auto &organization = *request.add_organizations();
        organization.set_row(2);
        organization.set_sourced_id("s1");
        organization.set_name("The roster's name");
        organization.set_kind(ORGANIZATION_KIND_SCHOOL);
        organization.set_chosen(school.text());
        return request;
    }

    v1alpha::RosterPerson &add(v1alpha::ImportRosterRequest &request, const std::string &id,
                               const std::string &word = "teacher")
    {
        auto &person = *request.add_people();
        person.set_row(static_cast<std::uint32_t>(request.people_size()) + 1);
        person.set_sourced_id(id);
        person.set_is_named(true);
        person.set_given("Given");
        person.set_family("Family " + id);
        person.set_login(id);
        person.set_has_all_roles(true);
        auto &role = *person.add_roles();
        role.set_organization("s1");
        role.set_word(word);
        return person;
    }

    /// The answer, or nothing where the server refused.
    std::optional<v1alpha::ImportRosterResponse> take(const v1alpha::ImportRosterRequest &request)
    {
        const auto reply = send("/cadre.sync.v1alpha.RosterService/ImportRoster", request, device.token);
        refusal = reply.status == 200 ? std::string() : reply.body;
        v1alpha::ImportRosterResponse response;
        return reply.status == 200 && response.ParseFromString(reply.body) ? std::optional(response) : std::nullopt;
    }

    /// How many rows each table has.
    std::map<std::string, std::int64_t> rows()
    {
        std::map<std::string, std::int64_t> counts;
        store::Statement tables(database, "SELECT name FROM sqlite_master WHERE type = 'table'");
        while (tables.step()) {
            const auto name = tables.blob(0);
            store::Statement count(database, "SELECT count(*) FROM \"" + name + "\"");
            count.step();
            counts[name] = count.integer(0);
        }
        return counts;
    }

    std::set<Role> rolesOf(const std::string &login)
    {
        std::set<Role> roles;
        const auto who = academy.accounts().get(login).person;
        for (const auto &role : academy.membership().facts().rolesOf(who, academy.membership().today())) {
            roles.insert(role.role);
        }
        return roles;
    }

    std::string refusal;
};

} // namespace

class TestServerRoster : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<RosterWorld>(); }

    void aPreviewSaysWhatHappensAndLeavesTheStoreAsItWas()
    {
        auto request = m->roster();
        m->add(request, "t1");
        m->add(request, "p1", "principal");
        const auto before = m->rows();
        request.set_preview(true);
        const auto told = m->take(request);
        QVERIFY(told && told->lines_size() == 2 && told->invites().empty());
        QVERIFY(m->rows() == before);
        QVERIFY(m->academy.log().check().empty());
        request.set_preview(false);
        const auto done = m->take(request);
        QVERIFY(done && done->invites_size() == 2);
        for (int i = 0; i < told->lines_size(); ++i) {
            QCOMPARE(done->lines(i).SerializeAsString(), told->lines(i).SerializeAsString());
        }
        QVERIFY(m->rolesOf("p1") == std::set<Role>({ ROLE_PR }));
        QVERIFY(m->academy.log().check().empty());
    }

    void aRefusalInTheMiddleTakesNothing()
    {
        auto request = m->roster();
        auto &added = *request.mutable_organizations(0);
        added.clear_chosen();
        added.set_add(true);
        auto &wrong = *request.add_organizations();
        wrong.set_sourced_id("s2");
        wrong.set_kind(ORGANIZATION_KIND_SCHOOL);
        wrong.set_chosen(m->state.text());
        m->add(request, "t1");
        const auto before = m->rows();
        QVERIFY(!m->take(request));
        QVERIFY(m->refusal.find("Nothing was changed") != std::string::npos);
        QVERIFY(m->rows() == before);
    }

    void whoTookSomebodyInStandsInTheAuditLog()
    {
        auto request = m->roster();
        m->add(request, "t1");
        QVERIFY(m->take(request));
        const auto who = m->academy.accounts().get("t1").person;
        std::set<int> kinds;
        for (const auto &line : m->academy.audit().after(0, 1000)) {
            v1alpha::AuditEntry entry;
            QVERIFY(entry.ParseFromString(line.entry()));
            if (entry.person() == who.raw()) {
                QCOMPARE(entry.actor(), m->districtLead.raw());
                kinds.insert(entry.kind());
            }
        }
        QVERIFY(kinds.contains(v1alpha::AUDIT_KIND_ACCOUNT_ADDED) && kinds.contains(v1alpha::AUDIT_KIND_INVITED)
                && kinds.contains(v1alpha::AUDIT_KIND_ACCESS_CHANGED));
    }

    void aSourceEndsOnlyTheRolesItGave()
    {
        auto request = m->roster();
        m->add(request, "t1").set_identifier("N1");
        QVERIFY(m->take(request));
        auto other = m->roster("another system");
        m->add(other, "x1", "principal").set_identifier("N1");
        QVERIFY(m->take(other));
        QVERIFY(m->rolesOf("t1") == std::set<Role>({ ROLE_BT, ROLE_PR }));
        request.mutable_people(0)->mutable_roles(0)->set_word("siteAdministrator");
        QVERIFY(m->take(request));
        QVERIFY(m->rolesOf("t1") == std::set<Role>({ ROLE_PR }));
    }

    void aRoleGivenByHandStays()
    {
        m->person(m->id(), "hand", m->school, ROLE_ST);
        auto named = *m->stored<Person>(m->scope(SCOPE_KIND_PEOPLE, m->school), "Person",
                                        m->academy.accounts().get("hand").person);
        named.set_identifier("N7");
        {
            server::Work work(m->academy);
            m->academy.author().write(m->scope(SCOPE_KIND_PEOPLE, m->school), "Person",
                                      m->academy.accounts().get("hand").person, named, {}, m->now);
            work.commit();
        }
        auto request = m->roster();
        m->add(request, "h1").set_identifier("N7");
        QVERIFY(m->take(request));
        QVERIFY(m->rolesOf("hand") == std::set<Role>({ ROLE_ST, ROLE_BT }));
        request.mutable_people(0)->mutable_roles(0)->set_word("principal");
        QVERIFY(m->take(request));
        QVERIFY(m->rolesOf("hand") == std::set<Role>({ ROLE_ST, ROLE_PR }));
    }

    void aLeadOfTwoDistrictsSaysWhose()
    {
        const auto second = m->id();
        {
            server::Work work(m->academy);
            m->organization(second, ORGANIZATION_KIND_LEA, m->state);
            RoleAssignment role;
            role.set_person(m->districtLead.text());
            role.set_role(ROLE_DL);
            role.set_scope_org(second.text());
            role.set_from("2026-08-01");
            m->academy.author().write(m->scope(SCOPE_KIND_PEOPLE, second), "RoleAssignment", m->id(), role, {}, m->now);
            work.commit();
        }
        auto request = m->roster();
        m->add(request, "t1");
        QVERIFY(!m->take(request));
        QVERIFY(m->refusal.find("several districts") != std::string::npos);
        request.set_district(second.text());
        QVERIFY(!m->take(request)); // The school chosen is the other's.
        request.set_district(m->district.text());
        QVERIFY(m->take(request));
        request.set_district(m->state.text());
        QVERIFY(!m->take(request));
    }

    void refusesWhatNoReaderSends_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<QString>("id");
        QTest::newRow("too many") << 20001 << "t";
        QTest::newRow("no id") << 1 << "";
        QTest::newRow("a long id") << 1 << QString(201, 'x');
    }

    void refusesWhatNoReaderSends()
    {
        QFETCH(int, people);
        QFETCH(QString, id);
        auto request = m->roster();
        for (int i = 0; i < people; ++i) {
            m->add(request, id.toStdString());
        }
        QVERIFY(!m->take(request));
        QVERIFY(m->refusal.find("invalid_argument") != std::string::npos);
    }

    void aPersonWhoDoesNotFitIsLeftOutAlone()
    {
        auto request = m->roster();
        m->add(request, "t1").set_family(std::string(101, 'x'));
        m->add(request, "t2").set_login("mentor"); // Somebody else's.
        m->add(request, "t3").set_login("with space");
        m->add(request, "t3");
        const auto done = m->take(request);
        QVERIFY(done);
        std::map<v1alpha::RosterOutcome, int> outcomes;
        for (const auto &line : done->lines()) {
            ++outcomes[line.outcome()];
        }
        QCOMPARE(outcomes[v1alpha::ROSTER_OUTCOME_ADDED], 2);
        QCOMPARE(outcomes[v1alpha::ROSTER_OUTCOME_NOT_TAKEN], 2);
        QVERIFY(m->academy.accounts().knows("mentor-2"));
        QVERIFY(m->academy.accounts().knows("Given.Familyt3"));
    }

private:
    std::unique_ptr<RosterWorld> m;
};

QTEST_GUILESS_MAIN(TestServerRoster)
#include "tst_server_roster.moc"
