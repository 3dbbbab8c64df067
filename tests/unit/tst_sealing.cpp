// SPDX-License-Identifier: Apache-2.0
#include "sync/store/device_store.h"
#include "sync/store/people_directory.h"
#include "sync/store/sealing.h"
#include "tests/unit/store_faults.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace {

const std::string passphrase = "green tractor on a hill";
const QByteArray secret = "what nobody else reads";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSealing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path().toStdString();
    }

    void whatWasInClearIsSealedAndStaysWhole()
    {
        begin(500);
        QVERIFY(tells(m_directory->path()));
        store::sealInPlace(m_path, passphrase);
        QVERIFY(!tells(m_directory->path()));
        QCOMPARE(names(), (QStringList { "cadre.db", "cadre.key", "lock" }));
        QCOMPARE(faultOf([&] { store::DeviceStore(m_path, std::nullopt); }), store::Fault::Sealed);
        store::DeviceStore store(m_path, passphrase);
        QVERIFY(store.isSealed());
        QCOMPARE(lines(store), 500);
    }

    void theOldBytesAreOverwrittenWhereTheyLay()
    {
        begin(500);
        // Another name for the old file, as an undelete would find it.
        const auto old = m_directory->filePath("undeleted");
        QCOMPARE(::link(file("cadre.db").toUtf8(), old.toUtf8()), 0);
        store::sealInPlace(m_path, passphrase);
        const auto bytes = contentOf(old);
        QVERIFY(!bytes.isEmpty());
        QCOMPARE(bytes.count('\0'), bytes.size());
    }

    void killedAnywhereItIsTheOldOrTheNewOne()
    {
        int steps = 0;
        bool wasOld = false;
        bool wasNew = false;
        for (int killedAt = 0; killedAt <= steps; ++killedAt) {
            init();
            begin(200);
            const int count = sealAndDie(killedAt);
            steps = std::max(steps, count);
            const bool isOld = faultOf([&] { store::DeviceStore(m_path, std::nullopt); }) != store::Fault::Sealed;
            (isOld ? wasOld : wasNew) = true;
            store::DeviceStore store(m_path, isOld ? std::nullopt : std::optional(passphrase));
            QCOMPARE(lines(store), 200);
            QCOMPARE(store.isSealed(), !isOld);
            QVERIFY(isOld || !tells(m_directory->path()));
            QVERIFY(!names().contains("sealing.db") && !names().contains("sealing.key"));
        }
        QVERIFY(steps > 4 && wasOld && wasNew);
    }

    void whatIsCutOffCanBeDoneAgain()
    {
        begin(50);
        (void)sealAndDie(1);
        store::sealInPlace(m_path, passphrase);
        QCOMPARE(lines(store::DeviceStore(m_path, passphrase)), 50);
    }

    void aFailureLeavesTheOldOne()
    {
        begin(50);
        QVERIFY_EXCEPTION_THROWN(store::sealInPlace(m_path, passphrase, [] { throw std::runtime_error("no room"); }),
                                 std::runtime_error);
        QCOMPARE(lines(store::DeviceStore(m_path, std::nullopt)), 50);
        QVERIFY(!QFile::exists(file("cadre.key")));
    }

    void sealingTwiceIsRefused()
    {
        begin(5);
        store::sealInPlace(m_path, passphrase);
        QCOMPARE(faultOf([&] { store::sealInPlace(m_path, "another one of these"); }), store::Fault::NotOurs);
        QCOMPARE(lines(store::DeviceStore(m_path, passphrase)), 5);
    }

    void anotherPassphraseTakesThePlaceOfTheFirst()
    {
        begin(5, passphrase);
        const store::SealKeys keys(store::keyFileIn(m_path));
        const auto key = keys.open(passphrase);
        QVERIFY(!keys.change("not the passphrase", "red boat on a river"));
        QVERIFY(keys.open(passphrase) == key);
        QVERIFY(keys.change(passphrase, "red boat on a river"));
        QVERIFY(!keys.open(passphrase));
        QVERIFY(key && keys.open("red boat on a river") == key);
        QCOMPARE(lines(store::DeviceStore(m_path, *key)), 5);
        QVERIFY(!names().contains("cadre.key.new"));
    }

    void eachPersonOfATabletHasHerOwnStoreAndKey()
    {
        const store::PeopleDirectory tablet(m_path);
        QVERIFY(tablet.people().empty());
        const auto maya = tablet.add("Maya\n", id(1));
        const auto ana = tablet.add("Ana", id(2));
        QVERIFY(tablet.people().empty());
        beginIn(maya.directory, passphrase);
        beginIn(ana.directory, "red boat on a river");
        const auto people = tablet.people();
        QCOMPARE(people.size(), std::size_t(2));
        QCOMPARE(people[0].shownName, std::string("Ana"));
        QCOMPARE(people[1].shownName, std::string("Maya"));
        QVERIFY(people[0].isSealed && people[1].isSealed);
        QVERIFY(!tells(QString::fromStdString(m_path)));
        const store::DeviceStore open(maya.directory, passphrase);
        QCOMPARE(faultOf([&] { store::DeviceStore(ana.directory, passphrase); }), store::Fault::Sealed);
        QCOMPARE(lines(store::DeviceStore(ana.directory, "red boat on a river")), 1);
    }

    void whoWasThereAloneIsOneOfThem()
    {
        begin(1);
        const store::PeopleDirectory tablet(m_path);
        beginIn(tablet.add("Zoë", id(3)).directory, passphrase);
        const auto people = tablet.people();
        QCOMPARE(people.size(), std::size_t(2));
        QCOMPARE(people[0].directory, m_path);
        QVERIFY(people[0].shownName.empty() && !people[0].isSealed);
    }

    void aLongNameIsCutAtACharacter()
    {
        std::string name;
        for (int i = 0; i < 40; ++i) {
            name += "ë";
        }
        const auto shown = store::PeopleDirectory(m_path).add("x" + name, id(4)).shownName;
        QCOMPARE(shown.size(), store::PeopleDirectory::longestName - 1);
        QVERIFY(!QString::fromStdString(shown).contains(QChar::ReplacementCharacter));
    }

private:
    static record::Uuid id(std::uint8_t last)
    {
        record::Uuid id;
        id.bytes.back() = last;
        return id;
    }

    [[nodiscard]] QString file(const char *name) const { return m_directory->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList names() const { return QDir(m_directory->path()).entryList(QDir::Files, QDir::Name); }

    static bool tells(const QString &folder)
    {
        for (const auto &inner : QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (inner.isDir() ? tells(inner.filePath()) : contentOf(inner.filePath()).contains(secret)) {
                return true;
            }
        }
        return false;
    }

    static void beginIn(const std::string &directory, const std::optional<std::string> &with, int count = 1)
    {
        store::DeviceStore store(directory, with);
        store.database().migrate(1, "CREATE TABLE IF NOT EXISTS line(text TEXT)");
        store::Statement insert(store.database(), "INSERT INTO line VALUES(?)");
        for (int i = 0; i < count; ++i) {
            insert.bindText(1, secret.toStdString()).run();
        }
    }

    void begin(int count, const std::optional<std::string> &with = {}) { beginIn(m_path, with, count); }

    static int lines(store::DeviceStore &store)
    {
        store::Statement count(store.database(), "SELECT count(*) FROM line WHERE text = ?");
        count.bindText(1, secret.toStdString());
        return count.step() ? static_cast<int>(count.integer(0)) : -1;
    }
    static int lines(store::DeviceStore &&store) { return lines(store); }

    /// Seals in a process that is killed at that step. Returns how many steps it took until then.
    [[nodiscard]] int sealAndDie(int killedAt) const
    {
        int told[2] = {};
        if (::pipe(told) != 0) {
            qFatal("no pipe");
        }
        const auto child = ::fork();
        if (child == 0) {
            int at = 0;
            store::sealInPlace(m_path, passphrase, [&] {
                (void)!::write(told[1], "x", 1);
                if (at++ == killedAt) {
                    (void)::kill(::getpid(), SIGKILL);
                }
            });
            ::_exit(0);
        }
        (void)::close(told[1]);
        int steps = 0;
        char byte = 0;
        while (::read(told[0], &byte, 1) == 1) {
            ++steps;
        }
        (void)::close(told[0]);
        int status = 0;
        (void)::waitpid(child, &status, 0);
        return steps;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::string m_path;
};

QTEST_GUILESS_MAIN(TestSealing)
#include "tst_sealing.moc"
