// SPDX-License-Identifier: Apache-2.0
// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include "sync/store/record_store.h"
#include "sync/store/record_values.h"
#include "sync/store/snapshot.h"
#include "cadre/sim/v1/records.pb.h"
#include "cadre/sim/v2/records.pb.h"
#endif

#include <QTemporaryDir>
#include <QTest>

namespace {

namespace wire = cadre::sync::v1;
namespace older = cadre::sim::v1;
namespace newer = cadre::sim::v2;

const auto scope = *record::ScopeId::parse("pair/01900000-0000-7000-8000-0000000000bb");

record::Uuid uuid(int number)
{
    record::Uuid id;
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

const store::RecordKey card { 901, uuid(1), scope };

/// One change by a newer app: what it makes of a card.
merge::Change changeTo(const newer::Card &desired, std::uint64_t seq)
{
    wire::RecordEdit edit;
    edit.set_type(card.type);
    edit.set_record(card.id.raw());
    *edit.add_ops() = store::lifeOp(true, {});
    for (const auto &op : store::difference(newer::Card(), desired, {}, newer::Card())) {
        *edit.add_ops() = op;
    }
    merge::Change change;
    change.scope = scope;
    change.dot = { uuid(100), seq };
    change.author = uuid(200);
    change.header.set_hybrid_time(seq << 16);
    change.edits = { edit };
    return change;
}

newer::Card cardOf(const store::RecordStore &records)
{
    newer::Card read;
    store::Query query;
    query.type = "Card";
    for (const auto &stored : records.list(query)) {
        (void)read.ParseFromString(stored.message->SerializeAsString());
    }
    return read;
}

} // namespace

/// A file that an older app has written is opened by a newer one.
class TestUpgrade : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_older = {};
        m_older.add(older::Card::default_instance());
        m_newer = {};
        m_newer.add(newer::Card::default_instance());
    }

    void findsWhatTheOlderAppOnlyKept()
    {
        newer::Card made;
        made.set_title("Plan");
        made.set_owner("Dana");
        {
            store::Database database(file());
            store::RecordStore records(database, m_older);
            (void)records.apply(changeTo(made, 1));
        }
        store::Database database(file());
        const store::RecordStore records(database, m_newer);
        store::Query query;
        query.type = "Card";
        query.where = { { "owner", "Dana" } };
        QCOMPARE(records.list(query).size(), std::size_t { 1 });
        QCOMPARE(cardOf(records).owner(), std::string("Dana"));
    }

    void aFieldMergesAsTheNewerAppSaidInItsSnapshot()
    {
        newer::Card made;
        made.set_level(404);
        made.add_marks("early");
        store::Database source(file());
        store::RecordStore whole(source, m_newer);
        (void)whole.apply(changeTo(made, 1));
        const auto snapshot = store::makeSnapshot(source, m_newer, scope);
        {
            store::Database database(file(2));
            store::RecordStore records(database, m_older);
            store::Transaction transaction(database);
            store::SnapshotWriter writer(database, m_older);
            for (const auto &chunk : snapshot.chunks) {
                (void)writer.add(scope, chunk);
            }
            transaction.commit();
            newer::Card titled;
            titled.set_title("Plan");
            (void)records.apply(changeTo(titled, 2));
        }
        store::Database database(file(2));
        store::RecordStore records(database, m_newer);
        newer::Card lower;
        lower.set_level(144);
        lower.add_marks("late");
        (void)records.apply(changeTo(lower, 3));
        QCOMPARE(cardOf(records).level(), 404U);
        QCOMPARE(cardOf(records).marks_size(), 2);
    }

private:
    [[nodiscard]] std::string file(int number = 1) const
    {
        return m_directory.filePath(QString("%1-%2").arg(QTest::currentTestFunction()).arg(number)).toStdString();
    }

    QTemporaryDir m_directory;
    record::Catalogue m_older;
    record::Catalogue m_newer;
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
