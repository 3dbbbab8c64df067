// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/merge/cursors.h"
#include "sync/store/database.h"
#include "sync/store/log.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

/// A device whose place has moved.
struct Office {
    World world;

    Office()
    {
        world.addDevice();
        write("One");
    }

    void write(const std::string &title)
    {
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone(title) } });
        const auto report = world.sync(0);
        QVERIFY2(report.complete, report.problem.c_str());
    }

    store::Database &file() { return world.database(0); }

    /// Of the places that have a cursor.
    std::int64_t withoutHash()
    {
        store::Statement count(file(), "SELECT count(*) FROM scope WHERE rev > 0 AND length(cursor_hash) = 0");
        (void)count.step();
        return count.integer(0);
    }

    /// From what stands in the file, and worked out from each cursor anew.
    void digestsAgree()
    {
        const store::Log log(file());
        QVERIFY(!log.cursors().empty());
        QCOMPARE(merge::digestOf(*log.positions()), merge::cursorDigest(log.cursors()));
    }
};

} // namespace

class TestPositions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePlacesThatMovedKeepWhatTheyCountFor()
    {
        Office office;
        QCOMPARE(office.withoutHash(), 0);
        office.digestsAgree();
        office.write("Two");
        QCOMPARE(office.withoutHash(), 0);
        office.digestsAgree();
    }

    void anOlderStoreGoesOn()
    {
        Office office;
        office.file().run("ALTER TABLE scope DROP COLUMN cursor_hash");
        office.digestsAgree();
        QVERIFY(office.withoutHash() > 0);
        office.write("Two");
        office.digestsAgree();
        QVERIFY(office.world.device(0).check().empty());
    }

    void aFalseOneIsFound()
    {
        Office office;
        QVERIFY(office.world.device(0).check().empty());
        office.file().run("UPDATE scope SET cursor_hash = zeroblob(32) WHERE rev > 0");
        QVERIFY(!office.world.device(0).check().empty());
    }
};

QTEST_GUILESS_MAIN(TestPositions)
#include "tst_positions.moc"
