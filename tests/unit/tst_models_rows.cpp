// SPDX-License-Identifier: Apache-2.0
#include "src/models/value_list_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace {

QList<ValueListModel::Row> rowsOf(const QString &ids, const QString &value = "same")
{
    QList<ValueListModel::Row> rows;
    for (const auto id : ids)
        rows.append({ QString(id), { value } });
    return rows;
}

QString idsOf(const ValueListModel &model)
{
    QString ids;
    for (int row = 0; row < model.count(); ++row)
        ids += model.idAt(row);
    return ids;
}

/// A model with everything that it says about its rows.
struct Watched {
    explicit Watched(const QString &ids)
    {
        model.setRows(rowsOf(ids));
        for (auto *spy : { &inserted, &removed, &moved, &drawn })
            spy->clear();
    }

    ValueListModel model { { "value" } };
    QAbstractItemModelTester tester { &model };
    QSignalSpy inserted { &model, &QAbstractItemModel::rowsInserted };
    QSignalSpy removed { &model, &QAbstractItemModel::rowsRemoved };
    QSignalSpy moved { &model, &QAbstractItemModel::rowsMoved };
    QSignalSpy drawn { &model, &QAbstractItemModel::dataChanged };
};

} // namespace

/// Lists change row by row.
class TestModelsRows : public QObject {
    Q_OBJECT

private slots:
    void saysNothingWhenNothingChanged()
    {
        Watched watched("abcd");
        watched.model.setRows(rowsOf("abcd"));
        QCOMPARE(watched.inserted.count() + watched.removed.count() + watched.moved.count() + watched.drawn.count(), 0);
    }

    void movesTheOneRowThatMoved_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::newRow("down") << "bcdea";
        QTest::newRow("up") << "eabcd";
        QTest::newRow("inside") << "acdbe";
    }
    void movesTheOneRowThatMoved()
    {
        QFETCH(QString, wanted);
        Watched watched("abcde");
        watched.model.setRows(rowsOf(wanted));
        QCOMPARE(idsOf(watched.model), wanted);
        QCOMPARE(watched.moved.count(), 1);
        QCOMPARE(watched.inserted.count() + watched.removed.count() + watched.drawn.count(), 0);
    }

    void addsAndTakesRowsInRuns()
    {
        Watched watched("abcd");
        watched.model.setRows(rowsOf("axyzd"));
        QCOMPARE(idsOf(watched.model), "axyzd");
        QCOMPARE(watched.removed.count(), 1);
        QCOMPARE(watched.inserted.count(), 1);
        QCOMPARE(watched.moved.count(), 0);
    }

    void reachesAnyListFromAnyOther()
    {
        QRandomGenerator chance(42);
        Watched watched("abcdef");
        for (int round = 0; round < 500; ++round) {
            QString ids = "abcdefghij";
            std::shuffle(ids.begin(), ids.end(), chance);
            ids.truncate(static_cast<int>(chance.bounded(11)));
            watched.model.setRows(rowsOf(ids, QString::number(chance.bounded(2))));
            QCOMPARE(idsOf(watched.model), ids);
        }
    }
};

QTEST_GUILESS_MAIN(TestModelsRows)
#include "tst_models_rows.moc"
