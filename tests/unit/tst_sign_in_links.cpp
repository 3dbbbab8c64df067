// SPDX-License-Identifier: Apache-2.0
// With which identity provider somebody signs in: in her copy, and after an older store has taken this one's place.
#include "tests/unit/tst_server_world.h"
#include "sync/server/person_export.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr auto issuer = "https://school.example";

/// Two people who sign in at their school's, and a backup of that.
struct Linked {
    ServerWorld world;
    QTemporaryDir folder;
    std::string backup = (folder.path() + "/backup.db").toStdString();

    Linked()
    {
        world.academy.accounts().link("mentor", issuer, "4711");
        world.academy.accounts().link("teacher", issuer, "4712");
        (void)world.database.backupTo(backup);
    }

    /// What an academy over the backup does of what this one's ledger says.
    server::Ledger::Done follow(server::Academy &older)
    {
        return older.ledger().follow(server::Ledger::linesIn(world.database), older);
    }
};

std::string contentOf(const std::vector<record::BookletFile> &files, const std::string &name)
{
    for (const auto &file : files) {
        if (file.name == name) {
            return file.content;
        }
    }
    return "no such file";
}

} // namespace

class TestSignInLinks : public QObject {
    Q_OBJECT

private slots:
    void aLinkThatWasRemovedStaysRemovedAfterARestore()
    {
        Linked linked;
        linked.world.academy.accounts().unlink("mentor", issuer, "4711");
        store::Database database(linked.backup);
        server::Academy older(database, linked.world.catalogue, record::systemClock(), record::systemEntropy(), {});
        QVERIFY(older.accounts().signedInAs(issuer, "4711"));
        QCOMPARE(linked.follow(older).unlinked, 1);
        QVERIFY(!older.accounts().signedInAs(issuer, "4711"));
        QVERIFY(older.accounts().signedInAs(issuer, "4712"));
        QCOMPARE(linked.follow(older).unlinked, 0);
    }

    void allOfAnAccountsLinksAreRemovedAtOnce()
    {
        Linked linked;
        linked.world.academy.accounts().link("mentor", issuer, "4713");
        linked.world.academy.accounts().unlink("mentor", {}, {});
        QCOMPARE(linked.world.academy.accounts().links().size(), std::size_t { 1 });
        QVERIFY_EXCEPTION_THROWN(linked.world.academy.accounts().unlink("mentor", {}, {}), server::Problem);
    }

    void theLedgerNamesNobody()
    {
        Linked linked;
        linked.world.academy.accounts().unlink("mentor", issuer, "4711");
        for (const auto &line : server::Ledger::linesIn(linked.world.database)) {
            QVERIFY(line.find("4711") == std::string::npos && line.find("school.example") == std::string::npos);
        }
    }

    void aPersonsCopyHoldsHerLinksAndNobodyElses()
    {
        Linked linked;
        const auto lines = contentOf(server::exportPerson(linked.world.academy, "teacher"), "sign-ins.jsonl");
        QVERIFY2(lines.find("4712") != std::string::npos, lines.c_str());
        QVERIFY(lines.find(issuer) != std::string::npos);
        QVERIFY(lines.find("4711") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSignInLinks)
#include "tst_sign_in_links.moc"
