// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/disk.h"
#include "sync/store/database.h"

#include <QtTest>

#include <memory>

using sim::Cut;
using sim::Disk;
using sim::Failure;
using store::Database;

namespace {

std::unique_ptr<Database> open(const Disk &disk)
{
    auto database = std::make_unique<Database>("device.db", disk.vfs());
    database->run("CREATE TABLE IF NOT EXISTS number(value INTEGER PRIMARY KEY, filler BLOB)");
    return database;
}

void add(Database &database, int value, int fillerBytes = 10)
{
    store::Transaction transaction(database);
    store::Statement insert(database, "INSERT INTO number(value, filler) VALUES(?, zeroblob(?))");
    insert.bind(1, value).bind(2, fillerBytes).run();
    transaction.commit();
}

std::int64_t sum(Database &database)
{
    store::Statement select(database, "SELECT coalesce(sum(value), 0) FROM number");
    return select.step() ? select.integer(0) : -1;
}

constexpr Cut everyCut[] = { Cut::None, Cut::All, Cut::Random, Cut::Torn };

} // namespace

class TestDisk : public QObject {
    Q_OBJECT

private slots:
    void writesAheadAndCheckpoints();
    void neverLosesWhatWasSynced();
    void losesWhatWasNotSynced();
    void keepsWhatAKilledProcessWrote();
    void leavesOldConnectionsDead();
    void stopsBetweenAnyTwoOperations();
    void failsAsAsked();
    void tellsFullDisksFromBrokenOnes();
    void mayNeverWriteWhatASyncFailedOn();
    void liesAndLosesACommit();
    void isCopiedAndRolledBack();
    void rotsWhereAsked();
    void happensAgainFromTheSameSeed();
    void refusesTheSecondWriter();
};

void TestDisk::writesAheadAndCheckpoints()
{
    Disk disk(1);
    auto database = open(disk);
    {
        store::Statement mode(*database, "PRAGMA journal_mode");
        QVERIFY(mode.step());
        QCOMPARE(mode.blob(0), std::string("wal"));
    }
    for (int i = 1; i <= 300; ++i) {
        add(*database, i, 20000); // Past the thousand pages at which SQLite checkpoints.
    }
    QVERIFY(disk.sizeOf("device.db") > 1'000'000);
    QCOMPARE(database->integrityProblem(), std::string());
    database.reset();
    QCOMPARE(disk.files(), std::vector<std::string> { "device.db" });
    database = open(disk);
    QCOMPARE(sum(*database), 45150);
}

void TestDisk::neverLosesWhatWasSynced()
{
    for (const auto cut : everyCut) {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            Disk disk(seed);
            auto database = open(disk);
            for (int i = 1; i <= 5; ++i) {
                add(*database, i, 3000);
                disk.powerCut(cut);
                database = open(disk);
                QCOMPARE(sum(*database), i * (i + 1) / 2);
                QCOMPARE(database->integrityProblem(), std::string());
            }
        }
    }
}

void TestDisk::losesWhatWasNotSynced()
{
    int lost = 0;
    int kept = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        for (const auto cut : everyCut) {
            Disk disk(seed);
            auto database = open(disk);
            database->run("PRAGMA synchronous = OFF");
            add(*database, 1);
            disk.powerCut(cut);
            database = open(disk);
            const auto found = sum(*database);
            if (cut == Cut::None || cut == Cut::All) {
                QCOMPARE(found, cut == Cut::All ? 1 : 0);
            } else {
                (found == 1 ? kept : lost) += 1;
            }
        }
    }
    QVERIFY(lost > 0 && kept > 0);
}

void TestDisk::keepsWhatAKilledProcessWrote()
{
    Disk disk(1);
    auto database = open(disk);
    database->run("PRAGMA synchronous = OFF");
    add(*database, 1);
    disk.killProcess();
    const auto killed = disk.image();
    database = open(disk);
    QCOMPARE(sum(*database), 1);

    disk.restore(killed);
    disk.powerCut(Cut::None); // Nobody synced it meanwhile: a kill writes nothing down.
    database = open(disk);
    QCOMPARE(sum(*database), 0);
}

void TestDisk::leavesOldConnectionsDead()
{
    Disk disk(1);
    auto old = open(disk);
    add(*old, 1);
    disk.killProcess();
    QVERIFY_EXCEPTION_THROWN(add(*old, 2), store::Error);
    auto fresh = open(disk);
    add(*fresh, 4);
    const auto before = disk.operations();
    QVERIFY_EXCEPTION_THROWN(add(*old, 8), store::Error);
    old.reset();
    QCOMPARE(disk.operations(), before);
    QCOMPARE(sum(*fresh), 5);
    fresh.reset();
    fresh = open(disk);
    QCOMPARE(sum(*fresh), 5);
}

void TestDisk::stopsBetweenAnyTwoOperations()
{
    std::uint64_t points = 0;
    for (std::uint64_t n = 1;; ++n, ++points) {
        Disk disk(n);
        auto database = open(disk);
        add(*database, 1);
        disk.stopAtOperation(n);
        bool saved = false;
        try {
            add(*database, 2, 5000);
            saved = true;
        } catch (const store::Error &) {
        }
        QCOMPARE(disk.isStopped(), !saved);
        if (saved) {
            break;
        }
        QVERIFY_EXCEPTION_THROWN(sum(*database), store::Error);
        disk.powerCut(Cut::Torn);
        QVERIFY(!disk.isStopped());
        database = open(disk);
        const auto found = sum(*database);
        QVERIFY(found == 1 || found == 3);
    }
    QVERIFY(points >= 3);
}

void TestDisk::failsAsAsked()
{
    for (const auto failure : { Failure::Write, Failure::Short, Failure::Full, Failure::Sync }) {
        for (const bool sticky : { false, true }) {
            Disk disk(1);
            auto database = open(disk);
            disk.failAtOperation(1, failure, sticky);
            QVERIFY_EXCEPTION_THROWN(add(*database, 1), store::Error);
            QVERIFY(disk.hasFailed());
            if (sticky) {
                QVERIFY_EXCEPTION_THROWN(add(*database, 1), store::Error);
                disk.failAtOperation(0, failure);
            }
            add(*database, 2);
            QCOMPARE(sum(*database), 2);
            database = open(disk);
            QCOMPARE(sum(*database), 2);
            QCOMPARE(database->integrityProblem(), std::string());
        }
    }
}

void TestDisk::tellsFullDisksFromBrokenOnes()
{
    const auto faultOf = [](Disk &disk, Database &database) {
        try {
            add(database, 1, 100000);
        } catch (const store::Error &error) {
            return error.fault();
        }
        disk.setFull(false);
        return store::Fault::Damaged;
    };
    Disk disk(1);
    auto database = open(disk);
    disk.failAtOperation(1, Failure::Write);
    QCOMPARE(faultOf(disk, *database), store::Fault::Other);
    disk.failAtOperation(1, Failure::Full);
    QCOMPARE(faultOf(disk, *database), store::Fault::Full);
    disk.failAtOperation(1, Failure::Short);
    QCOMPARE(faultOf(disk, *database), store::Fault::Full);
    disk.setFull(true);
    QCOMPARE(faultOf(disk, *database), store::Fault::Full);
    disk.setFull(false);
    disk.setQuota(disk.sizeOf("device.db") + disk.sizeOf("device.db-wal") + 50000);
    QCOMPARE(faultOf(disk, *database), store::Fault::Full);
    disk.setQuota(0);
    add(*database, 1, 100000);
}

void TestDisk::mayNeverWriteWhatASyncFailedOn()
{
    int lost = 0;
    int kept = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Disk disk(seed);
        auto database = open(disk);
        database->run("PRAGMA synchronous = OFF");
        add(*database, 1);
        database->run("PRAGMA synchronous = FULL");
        disk.failAtOperation(1, Failure::Sync);
        QVERIFY_EXCEPTION_THROWN(add(*database, 2), store::Error);
        QCOMPARE(sum(*database), 1);
        add(*database, 4);
        QCOMPARE(sum(*database), 5);
        disk.powerCut(Cut::All);
        database = open(disk);
        (sum(*database) == 5 ? kept : lost) += 1;
    }
    QVERIFY(lost > 0 && kept > 0);
}

void TestDisk::liesAndLosesACommit()
{
    Disk disk(1);
    auto database = open(disk);
    add(*database, 1);
    disk.lieAboutSync(true);
    add(*database, 2);
    disk.powerCut(Cut::None);
    database = open(disk);
    QCOMPARE(sum(*database), 1);
    disk.lieAboutSync(false);
    add(*database, 4);
    disk.powerCut(Cut::None);
    database = open(disk);
    QCOMPARE(sum(*database), 5);
}

void TestDisk::isCopiedAndRolledBack()
{
    Disk disk(1);
    auto database = open(disk);
    add(*database, 1);
    const auto image = disk.image();
    add(*database, 2);

    Disk other(2);
    other.restore(image);
    auto copy = open(other);
    QCOMPARE(sum(*copy), 1);
    add(*copy, 4);
    QCOMPARE(sum(*copy), 5);
    QCOMPARE(sum(*database), 3);

    disk.restore(image);
    QVERIFY_EXCEPTION_THROWN(sum(*database), store::Error);
    database = open(disk);
    QCOMPARE(sum(*database), 1);
    disk.restore({});
    QVERIFY(disk.files().empty());
}

void TestDisk::rotsWhereAsked()
{
    Disk disk(1);
    auto database = open(disk);
    add(*database, 1);
    database.reset();
    QVERIFY_EXCEPTION_THROWN(disk.rot("device.db", disk.sizeOf("device.db")), std::out_of_range);
    QVERIFY_EXCEPTION_THROWN(disk.rot("nothing.db", 0), std::out_of_range);
    disk.rot("device.db", 0);
    QVERIFY_EXCEPTION_THROWN(open(disk), store::Error);
    disk.rot("device.db", 0);
    database = open(disk);
    QCOMPARE(sum(*database), 1);
}

void TestDisk::happensAgainFromTheSameSeed()
{
    const auto story = [](std::uint64_t seed) {
        Disk disk(seed);
        std::vector<std::int64_t> sums;
        auto database = open(disk);
        for (int i = 0; i < 12; ++i) {
            database->run("PRAGMA synchronous = OFF");
            add(*database, 1 << i, 3000);
            disk.powerCut(Cut::Random);
            try {
                database = open(disk);
                sums.push_back(sum(*database));
            } catch (const store::Error &) {
                sums.push_back(-1); // Without syncs a cut can damage the file.
                disk.restore({});
                database = open(disk);
            }
        }
        return sums;
    };
    QCOMPARE(story(3), story(3));
    QVERIFY(story(3) != story(4));
}

void TestDisk::refusesTheSecondWriter()
{
    Disk disk(1);
    auto first = open(disk);
    auto second = open(disk);
    first->run("BEGIN IMMEDIATE");
    QVERIFY_EXCEPTION_THROWN(second->run("BEGIN IMMEDIATE"), store::Error);
    first->run("INSERT INTO number(value) VALUES(1)");
    QCOMPARE(sum(*second), 0);
    first->run("COMMIT");
    QCOMPARE(sum(*second), 1);
    add(*second, 2);
    QCOMPARE(sum(*first), 3);
}

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
