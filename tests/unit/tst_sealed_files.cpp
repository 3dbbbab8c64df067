// SPDX-License-Identifier: Apache-2.0
#include "sync/store/database.h"
#include "sync/store/sealed_files.h"
#include "sync/store/sealed_layout.h"
#include "tests/unit/store_faults.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr store::SealKey ourKey { 1, 2, 3 };
constexpr store::SealKey anotherKey { 3, 2, 1 };
const QByteArray secret = "She cried after the third lesson";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(store::Database &database, int lines)
{
    database.migrate(1, "CREATE TABLE IF NOT EXISTS line(text TEXT); CREATE INDEX IF NOT EXISTS by_text ON line(text)");
    store::Transaction transaction(database);
    for (int i = 0; i < lines; ++i) {
        store::Statement insert(database, "INSERT INTO line VALUES(?)");
        insert.bindText(1, secret.toStdString() + std::to_string(i)).run();
    }
    transaction.commit();
}

int linesIn(store::Database &database)
{
    store::Statement count(database, "SELECT count(*) FROM line");
    return count.step() ? static_cast<int>(count.integer(0)) : -1;
}

} // namespace

class TestSealedFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath("store.sqlite");
    }

    void noFileTellsWhatWasWritten()
    {
        {
            const store::SealedFiles sealed(ourKey);
            store::Database database(m_path.toStdString(), sealed.name());
            write(database, 3000);
            requireNothingTold(3); // The log and its index are there.
            database.bringLogIn();
            write(database, 3000);
            database.run("DELETE FROM line WHERE rowid % 3 = 0");
            requireNothingTold(3);
            database.writeAnew();
            (void)database.backupTo(m_directory->filePath("copy.sqlite").toStdString());
            requireNothingTold(4);
        }
        requireNothingTold(2);
    }

    void whoHasTheKeyReadsItAll()
    {
        for (int lines : { 500, 1000, 1500 }) {
            const store::SealedFiles sealed(ourKey);
            store::Database database(m_path.toStdString(), sealed.name());
            write(database, 500);
            QCOMPARE(linesIn(database), lines);
            QCOMPARE(database.integrityProblem(), std::string());
        }
        const store::SealedFiles sealed(ourKey);
        const auto copy = m_directory->filePath("copy.sqlite").toStdString();
        (void)store::Database(m_path.toStdString(), sealed.name()).backupTo(copy);
        store::Database copied(copy, sealed.name());
        QCOMPARE(linesIn(copied), 1500);
    }

    void whatWasCommittedIsThereAfterAKill()
    {
        const store::SealedFiles sealed(ourKey);
        store::Database database(m_path.toStdString(), sealed.name());
        write(database, 500);
        write(database, 250);
        QTemporaryDir elsewhere;
        for (const char *end : { "", "-wal" }) {
            QVERIFY(QFile::copy(m_path + end, elsewhere.filePath(QStringLiteral("killed") + end)));
        }
        store::Database after(elsewhere.filePath("killed").toStdString(), sealed.name());
        QCOMPARE(linesIn(after), 750);
    }

    void aTornEndOfTheLogIsNoCommit()
    {
        const store::SealedFiles sealed(ourKey);
        store::Database database(m_path.toStdString(), sealed.name());
        write(database, 100);
        const auto before = QFileInfo(m_path + "-wal").size();
        write(database, 100);
        QTemporaryDir elsewhere;
        for (const char *end : { "", "-wal" }) {
            QVERIFY(QFile::copy(m_path + end, elsewhere.filePath(QStringLiteral("torn") + end)));
        }
        QFile log(elsewhere.filePath("torn-wal"));
        QVERIFY(log.open(QIODevice::ReadWrite) && log.seek(before + 2000) && log.write("torn") == 4);
        log.close();
        store::Database after(elsewhere.filePath("torn").toStdString(), sealed.name());
        QCOMPARE(linesIn(after), 100);
    }

    void withoutTheKeyNothingOpens()
    {
        {
            const store::SealedFiles sealed(ourKey);
            store::Database database(m_path.toStdString(), sealed.name());
            write(database, 10);
        }
        const auto bytes = contentOf(m_path);
        const store::SealedFiles wrong(anotherKey);
        QCOMPARE(faultOf([&] { store::Database(m_path.toStdString(), wrong.name()); }), store::Fault::Damaged);
        QCOMPARE(faultOf([&] { (void)store::Database(m_path.toStdString()); }), store::Fault::Damaged);
        QCOMPARE(contentOf(m_path), bytes);
    }

    void aPageThatWasChangedOrMovedDoesNotOpen_data()
    {
        QTest::addColumn<bool>("moves");
        QTest::newRow("changed") << false;
        QTest::newRow("moved") << true;
    }
    void aPageThatWasChangedOrMovedDoesNotOpen()
    {
        QFETCH(bool, moves);
        const store::SealedFiles sealed(ourKey);
        {
            store::Database database(m_path.toStdString(), sealed.name());
            write(database, 5000);
        }
        constexpr int kept = 4096 + static_cast<int>(store::sealSize);
        auto bytes = contentOf(m_path);
        QVERIFY(bytes.size() > 30 * kept);
        if (moves) {
            const auto page = bytes.mid(10 * kept, kept);
            bytes.replace(10 * kept, kept, bytes.mid(20 * kept, kept));
            bytes.replace(20 * kept, kept, page);
        } else {
            bytes[10 * kept + 700] = static_cast<char>(bytes[10 * kept + 700] ^ 1);
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        store::Database database(m_path.toStdString(), sealed.name());
        QCOMPARE(faultOf([&] {
                     store::Statement all(database, "SELECT sum(length(text)) FROM line NOT INDEXED");
                     store::Statement index(database, "SELECT count(DISTINCT text) FROM line INDEXED BY by_text");
                     (void)all.step();
                     (void)index.step();
                 }),
                 store::Fault::Damaged);
    }

    void layoutsCountWholeUnits()
    {
        using Layout = store::SealedLayout;
        static_assert(Layout::ofDatabase().at(4096).kept == 4136);
        static_assert(Layout::ofDatabase().keptSize(4096) == 4136 && Layout::ofDatabase().seenSize(4136) == 4096);
        static_assert(Layout::ofDatabase().seenSize(4135) == 0 && Layout::ofDatabase().keptSize(1) == 4136);
        static_assert(Layout::ofLog().seenSize(32) == 32 && Layout::ofLog().keptSize(32) == 32);
        static_assert(Layout::ofLog().at(32).kept == 32 && Layout::ofLog().at(32).size == 24);
        static_assert(Layout::ofLog().at(56).kept == 96 && Layout::ofLog().at(56).size == 4096);
        static_assert(Layout::ofLog().at(32 + 4120).kept == 32 + 4200 && Layout::ofLog().at(32 + 4120).index == 2);
        static_assert(Layout::ofLog().seenSize(32 + 4200 + 64) == 32 + 4120 + 24);
        for (std::int64_t size = 32; size < 100'000; size += 7) {
            const auto kept = Layout::ofLog().keptSize(size);
            QVERIFY(Layout::ofLog().seenSize(kept) >= size);
            QVERIFY(Layout::ofLog().seenSize(kept - 1) < size);
        }
    }

private:
    void requireNothingTold(int files)
    {
        const auto names = QDir(m_directory->path()).entryList(QDir::Files);
        QVERIFY2(names.size() >= files - 1, qPrintable(names.join(' ')));
        for (const auto &name : names) {
            const auto bytes = contentOf(m_directory->filePath(name));
            QVERIFY2(!bytes.contains("cried"), qPrintable(name));
            QVERIFY2(!bytes.contains("CREATE TABLE"), qPrintable(name));
        }
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSealedFiles)
#include "tst_sealed_files.moc"
