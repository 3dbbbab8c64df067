// SPDX-License-Identifier: Apache-2.0
#include "src/models/idle_lock.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

/// When a device is locked because nobody touches it.
class TestIdleLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_now = 1'795'169'700'000; }

    void locksWhenNobodyTouchesIt()
    {
        IdleLock lock([this] { return m_now; }, 10min);
        QSignalSpy idle(&lock, &IdleLock::idle);
        m_now += 599'999;
        QVERIFY(!lock.look());
        m_now += 1;
        QVERIFY(lock.look());
        QCOMPARE(idle.count(), 1);
        QVERIFY(!lock.look());
    }

    void aKeyBeginsTheTimeAnew()
    {
        IdleLock lock([this] { return m_now; }, 10min);
        m_now += 500'000;
        QVERIFY(!press(lock));
        m_now += 500'000;
        QVERIFY(!lock.look());
        m_now += 100'000;
        QVERIFY(lock.look());
    }

    void theFirstTouchAfterASleepLocksAndDoesNothingElse()
    {
        IdleLock lock([this] { return m_now; }, 10min);
        QSignalSpy idle(&lock, &IdleLock::idle);
        m_now += 3'600'000;
        QVERIFY(press(lock));
        QCOMPARE(idle.count(), 1);
        QVERIFY(!press(lock));
    }

    void noLimitIsNever()
    {
        IdleLock lock([this] { return m_now; }, 0min);
        m_now += 86'400'000;
        QVERIFY(!lock.look());
    }

private:
    /// Whether the key was kept from whoever has the focus.
    static bool press(IdleLock &lock)
    {
        QObject watched;
        watched.installEventFilter(&lock);
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        return QCoreApplication::sendEvent(&watched, &key);
    }

    std::int64_t m_now = 0;
};

QTEST_GUILESS_MAIN(TestIdleLock)
#include "tst_idle_lock.moc"
