// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy.h"
#include "tests/unit/asked_policy.h"
#include "cadre/v1/request.pb.h"

#include <QTest>

using namespace cadre::v1;
using domain::Policy;
using domain::WriteCode;
using record::ScopeId;

class TestPolicyDropBoxes : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<AskedPolicy>(); }

    void whatIsHandedInGoesToTheBoxThatItNames()
    {
        QCOMPARE(carried("SafetyNotice", notice("schoolA")), m->scope(SCOPE_KIND_INBOX, "schoolA", 1));
        SupportRequest support;
        support.set_to_organization(m->id("lea").text());
        QCOMPARE(carried("SupportRequest", support), m->scope(SCOPE_KIND_INBOX, "lea", 3));
        QCOMPARE(carried("MatchChangeRequest", change("match")), m->scope(SCOPE_KIND_MATCH_REQUEST, "match"));
    }

    void oneHandsInWhereOneWorksOrAbove_data()
    {
        QTest::addColumn<QString>("organization");
        QTest::addColumn<WriteCode>("expected");
        QTest::newRow("her school") << "schoolA" << WriteCode::Allowed;
        QTest::newRow("its district") << "lea" << WriteCode::Allowed;
        QTest::newRow("its state") << "sea" << WriteCode::Allowed;
        QTest::newRow("another school") << "schoolB" << WriteCode::WrongPlace;
        QTest::newRow("another district") << "lea2" << WriteCode::WrongPlace;
        QTest::newRow("nowhere") << "nowhere" << WriteCode::WrongPlace;
    }
    void oneHandsInWhereOneWorksOrAbove()
    {
        QFETCH(QString, organization);
        QFETCH(WriteCode, expected);
        auto told = notice(organization.toStdString());
        QCOMPARE(m->write("BT", own("BT"), "SafetyNotice", { "raised_by", "to_organization" }, &told), expected);
    }

    void itStaysAsItWasHandedInAndIsHersAlone()
    {
        auto told = notice("schoolA");
        QCOMPARE(m->edit("BT", own("BT"), "SafetyNotice", { "passed_to" }, &told), WriteCode::NeverChanged);
        QCOMPARE(m->write("MT", own("BT"), "SafetyNotice", { "passed_to" }, &told), WriteCode::NotAMember);
        told.set_raised_by(m->id("MT").text());
        QCOMPARE(m->write("BT", own("BT"), "SafetyNotice", { "raised_by" }, &told), WriteCode::NotYourRecord);
        const auto box = m->scope(SCOPE_KIND_INBOX, "schoolA", 1);
        QCOMPARE(m->write("SL", box, "SafetyNotice", { "passed_to" }, &told), WriteCode::OnlyTheServer);
    }

    void onlyThePairAsksForAnotherMatch()
    {
        auto asked = change("match");
        for (const auto &[who, expected] : { std::pair { "MT", WriteCode::Allowed },
                                             { "BT", WriteCode::Allowed },
                                             { "SL", WriteCode::WrongPlace },
                                             { "ST", WriteCode::WrongPlace } }) {
            asked.set_raised_by(m->id(who).text());
            QCOMPARE(m->write(who, own(who), "MatchChangeRequest", { "raised_by", "pair" }, &asked), expected);
        }
    }

    void whoEvaluatesTheSenderNeverReadsIt()
    {
        const auto box = m->scope(SCOPE_KIND_INBOX, "schoolA", 1);
        QVERIFY(m->reads("SL", box, m->today));
        QVERIFY(m->reads("DL", box, m->today));
        QVERIFY(!m->reads("PR", box, m->today));
        QVERIFY(!m->reads("BT", box, m->today));
        auto role = m->role("SL", ROLE_SL, "schoolA");
        role.add_evaluates(m->id("BT").text());
        m->facts.add(m->id("role SL"), role);
        QVERIFY(!m->reads("SL", box, m->today));
        QVERIFY(!m->reads("SL", m->scope(SCOPE_KIND_MATCH_REQUEST, "match"), m->today));
        QVERIFY(m->reads("DL", m->scope(SCOPE_KIND_MATCH_REQUEST, "match"), m->today));
    }

private:
    ScopeId own(const char *person) { return m->scope(SCOPE_KIND_PERSON, person); }
    SafetyNotice notice(const std::string &organization)
    {
        SafetyNotice result;
        result.set_raised_by(m->id("BT").text());
        result.set_to_organization(m->id(organization).text());
        result.set_raised_at(1);
        return result;
    }
    MatchChangeRequest change(const char *match)
    {
        MatchChangeRequest result;
        result.set_raised_by(m->id("BT").text());
        result.set_pair(m->id(match).text());
        result.set_concern(MATCH_CONCERN_SCHEDULE);
        return result;
    }
    ScopeId carried(const char *type, const record::Message &message)
    {
        const auto places =
            Policy::builtIn().projectionsOf(type, m->id("request"), message, own("BT"), m->facts, m->today);
        return places.size() == 1 ? places.front() : ScopeId {};
    }

    std::unique_ptr<AskedPolicy> m;
};

QTEST_GUILESS_MAIN(TestPolicyDropBoxes)
#include "tst_policy_drop_boxes.moc"
