// SPDX-License-Identifier: Apache-2.0
#include "sync/store/pin_lock.h"
#include "tests/unit/store_faults.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr std::int64_t morning = 1'795'169'700'000;
const std::string right = "274915";
const std::string wrong = "274916";

} // namespace

class TestPinLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_now = morning;
        m_key = store::newDeviceSecret();
        m_secret = store::newDeviceSecret();
        lock().set(right, m_key, m_secret);
    }

    void thePinOpensForADay()
    {
        QVERIFY(lock().open(right, m_secret) == m_key);
        m_now += store::PinLock::day - 1;
        QVERIFY(lock().open(right, m_secret) == m_key);
        m_now += 1;
        QCOMPARE(lock().state().standing, store::PinLock::Standing::Spent);
        QVERIFY(!lock().open(right, m_secret));
        lock().renew(m_key, m_secret);
        QVERIFY(lock().open(right, m_secret) == m_key);
    }

    void withoutTheSecretThePinIsNothing()
    {
        QVERIFY(!lock().open(right, store::newDeviceSecret()));
        QVERIFY(lock().open(right, m_secret) == m_key);
    }

    void thePassphraseRenewsItUnderANewSecret()
    {
        const auto another = store::newDeviceSecret();
        lock().renew(m_key, another);
        QVERIFY(!lock().open(right, m_secret));
        QVERIFY(lock().open(right, another) == m_key);
        lock().renew(store::newDeviceSecret(), m_secret);
        QVERIFY(lock().open(right, another) == m_key);
    }

    void wrongTriesWaitLongerAndLonger()
    {
        std::int64_t waited = 0;
        for (unsigned tries = 1; tries < store::PinLock::mostTries; ++tries) {
            QVERIFY(!lock().open(wrong, m_secret));
            const auto state = lock().state();
            QCOMPARE(state.triesLeft, store::PinLock::mostTries - tries);
            if (tries < store::PinLock::freeTries) {
                QCOMPARE(state.standing, store::PinLock::Standing::Ready);
                continue;
            }
            QCOMPARE(state.standing, store::PinLock::Standing::Waits);
            QVERIFY(!lock().open(right, m_secret));
            QCOMPARE(lock().state().triesLeft, state.triesLeft);
            QVERIFY(state.mayTryAt - m_now > waited);
            waited = state.mayTryAt - m_now;
            m_now = state.mayTryAt;
        }
        QVERIFY(lock().open(right, m_secret) == m_key);
        QCOMPARE(lock().state().triesLeft, store::PinLock::mostTries);
    }

    void afterTooManyTriesOnlyThePassphraseOpens()
    {
        spendAllTries();
        QCOMPARE(lock().state().standing, store::PinLock::Standing::Spent);
        m_now += 3'600'000;
        QVERIFY(!lock().open(right, m_secret));
        lock().renew(m_key, m_secret);
        QVERIFY(lock().open(right, m_secret) == m_key);
    }

    void aTryThatIsCutOffHasBeenOne()
    {
        // What lies on disk while a try is looked at is what lies there after a wrong one.
        QVERIFY(!lock().open(wrong, m_secret));
        QCOMPARE(lock().state().triesLeft, store::PinLock::mostTries - 1);
        QVERIFY(QFile::setPermissions(m_directory->path(), QFile::ReadOwner | QFile::ExeOwner));
        const bool isRefused = !QFile(m_directory->filePath("another")).open(QIODevice::WriteOnly);
        if (isRefused) {
            QCOMPARE(faultOf([&] { (void)lock().open(right, m_secret); }), store::Fault::Unreadable);
        }
        QVERIFY(QFile::setPermissions(m_directory->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    }

    void aClockThatIsSetBackShortensNothing()
    {
        for (unsigned tries = 0; tries < store::PinLock::freeTries; ++tries) {
            QVERIFY(!lock().open(wrong, m_secret));
        }
        m_now -= 60'000;
        QCOMPARE(lock().state().standing, store::PinLock::Standing::Waits);
        m_now -= 3'600'000;
        QCOMPARE(lock().state().standing, store::PinLock::Standing::Spent);
    }

    void timeThatWasNotedStaysKnown()
    {
        m_now += store::PinLock::day / 2;
        lock().noteTime();
        m_now -= store::PinLock::day / 4;
        QVERIFY(!lock().open(right, m_secret));
    }

    void aFileThatCannotBeReadIsNone()
    {
        for (const auto &broken : { QByteArray(), QByteArray("not a lock"), QByteArray(500, '\x08') }) {
            QFile file(m_directory->filePath("cadre.pin"));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(broken) == broken.size());
            file.close();
            QCOMPARE(lock().state().standing, store::PinLock::Standing::Unset);
            QVERIFY(!lock().open(right, m_secret));
            lock().renew(m_key, m_secret);
        }
    }

    void whatManyTakeIsNoPin_data()
    {
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<int>("flaw");
        QTest::newRow("good") << QByteArray("274915") << static_cast<int>(store::PinFlaw::None);
        QTest::newRow("four") << QByteArray("2749") << static_cast<int>(store::PinFlaw::None);
        QTest::newRow("short") << QByteArray("274") << static_cast<int>(store::PinFlaw::NotDigits);
        QTest::newRow("long") << QByteArray("274915274") << static_cast<int>(store::PinFlaw::NotDigits);
        QTest::newRow("letters") << QByteArray("27a4") << static_cast<int>(store::PinFlaw::NotDigits);
        QTest::newRow("a row") << QByteArray("123456") << static_cast<int>(store::PinFlaw::Common);
        QTest::newRow("past nine") << QByteArray("7890") << static_cast<int>(store::PinFlaw::Common);
        QTest::newRow("down") << QByteArray("4321") << static_cast<int>(store::PinFlaw::Common);
        QTest::newRow("one digit") << QByteArray("0000") << static_cast<int>(store::PinFlaw::Common);
    }

    void whatManyTakeIsNoPin()
    {
        QFETCH(QByteArray, pin);
        QFETCH(int, flaw);
        QCOMPARE(static_cast<int>(store::pinFlaw(pin.toStdString())), flaw);
    }

private:
    /// A new process each time.
    [[nodiscard]] store::PinLock lock() const
    {
        return { m_directory->filePath("cadre.pin").toStdString(), [this] { return m_now; } };
    }

    void spendAllTries()
    {
        while (lock().state().triesLeft > 0) {
            m_now = std::max(m_now, lock().state().mayTryAt);
            QVERIFY(!lock().open(wrong, m_secret));
        }
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::int64_t m_now = 0;
    store::SealKey m_key {};
    store::DeviceSecret m_secret {};
};

QTEST_GUILESS_MAIN(TestPinLock)
#include "tst_pin_lock.moc"
