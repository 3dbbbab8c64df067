// SPDX-License-Identifier: Apache-2.0
#include "sync/store/any_rows.h"
#include "sync/store/database.h"
#include "sync/store/log.h"
#include "tests/unit/store_faults.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace {

void fillFile(store::Database &database)
{
    database.migrate(3, "CREATE TABLE IF NOT EXISTS line(text TEXT)");
    store::Transaction transaction(database);
    for (int i = 0; i < 500; ++i) {
        store::Statement insert(database, "INSERT INTO line VALUES(?)");
        insert.bindText(1, std::string(200, 'x')).run();
    }
    transaction.commit();
}

int lines(store::Database &database)
{
    store::Statement count(database, "SELECT count(*) FROM line");
    return count.step() ? static_cast<int>(count.integer(0)) : -1;
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_path = m_directory.filePath(QString::fromLatin1(QTest::currentTestFunction()) + ".sqlite").toStdString();
    }

    void rollsBackWhatWasNotCommitted()
    {
        store::Database database(m_path);
        fillFile(database);
        {
            store::Transaction transaction(database);
            database.run("DELETE FROM line");
        }
        QCOMPARE(lines(database), 500);
        QCOMPARE(database.rollbacks(), std::uint64_t(1));
    }

    void undoesOneStepOfATransaction()
    {
        store::Database database(m_path);
        fillFile(database);
        store::Transaction transaction(database);
        {
            store::Savepoint savepoint(database);
            database.run("DELETE FROM line");
        }
        {
            store::Savepoint savepoint(database);
            database.run("INSERT INTO line VALUES('kept')");
            savepoint.keep();
        }
        transaction.commit();
        QCOMPARE(lines(database), 501);
    }

    void leavesADatabaseOfANewerVersionAlone()
    {
        {
            store::Database database(m_path);
            fillFile(database);
        }
        store::Database database(m_path);
        QCOMPARE(faultOf([&] { database.migrate(2, "DROP TABLE line"); }), store::Fault::Newer);
        QCOMPARE(lines(database), 500);
    }

    void saysWhenAFileIsCutShort()
    {
        {
            store::Database database(m_path);
            fillFile(database);
        }
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(faultOf([&] { store::Database database(m_path); }), store::Fault::Damaged);
        QVERIFY(file.resize(40));
        QCOMPARE(faultOf([&] { store::Database database(m_path); }), store::Fault::Damaged);
    }

    void leavesAnotherProgramsFileAlone()
    {
        {
            store::Database database(m_path);
            database.run("PRAGMA application_id = 77");
        }
        QCOMPARE(faultOf([&] { store::Database database(m_path); }), store::Fault::NotOurs);
    }

    void keepsWhatWasSavedWhenThereIsNoRoom()
    {
        store::Database database(m_path);
        fillFile(database);
        database.run("PRAGMA max_page_count = 35");
        QCOMPARE(faultOf([&] { fillFile(database); }), store::Fault::Full);
        QCOMPARE(lines(database), 500);
    }

    void oneProcessOwnsADirectory()
    {
        const auto directory = m_directory.filePath("owned").toStdString();
        store::DirectoryLock first(directory);
        QCOMPARE(faultOf([&] { store::DirectoryLock second(directory); }), store::Fault::InUse);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(QString::fromStdString(directory)) & others));
    }

    void copiesItselfWhileInUse()
    {
        store::Database database(m_path);
        fillFile(database);
        QVERIFY(database.backupTo(m_path + ".copy") > 100000);
        store::Database copy(m_path + ".copy");
        QCOMPARE(lines(copy), 500);
        QCOMPARE(copy.integrityProblem(), std::string());
    }

    void bringsALongLogInWhenItIsToldTo()
    {
        store::Database database(m_path);
        database.bringLogInLater();
        fillFile(database);
        QVERIFY(!database.isLogLong());
        const auto before = QFileInfo(QString::fromStdString(m_path)).size();
        database.run("INSERT INTO line WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)"
                     " SELECT hex(zeroblob(2000)) FROM n");
        QVERIFY(database.isLogLong());
        QCOMPARE(QFileInfo(QString::fromStdString(m_path)).size(), before);
        database.bringLogIn();
        QVERIFY(!database.isLogLong());
        QVERIFY(QFileInfo(QString::fromStdString(m_path)).size() > before + 4'000'000);
        QCOMPARE(lines(database), 1700);
    }

    void remembersThatAPlaceHasNoExceptionOnlyWhileNoneIsWritten()
    {
        store::Database database(m_path);
        database.migrate(1, "CREATE TABLE IF NOT EXISTS gone(scope INTEGER)");
        const store::AnyRows gone(database, "SELECT 1 FROM gone WHERE scope = ?");
        const auto write = [&] {
            database.exceptionsChange();
            database.run("INSERT INTO gone VALUES(7)");
        };
        {
            store::Transaction transaction(database);
            QVERIFY(!gone.in(7));
            write();
            QVERIFY(gone.in(7));
            QVERIFY(!gone.in(8));
        }
        QVERIFY(!gone.in(7));
        store::Transaction transaction(database);
        {
            store::Savepoint savepoint(database);
            write();
            QVERIFY(gone.in(7));
        }
        QVERIFY(!gone.in(7));
    }

private:
    QTemporaryDir m_directory;
    std::string m_path;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
