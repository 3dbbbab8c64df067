// SPDX-License-Identifier: Apache-2.0
#include "sync/store/device_store.h"
#include "tests/unit/store_faults.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

const std::string passphrase = "green tractor on a hill";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDeviceStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path().toStdString();
    }

    void thePassphraseOpensIt()
    {
        begin(passphrase);
        store::DeviceStore store(m_path, passphrase);
        QVERIFY(store.isSealed());
        store::Statement line(store.database(), "SELECT text FROM line");
        QVERIFY(line.step());
        QCOMPARE(line.blob(0), std::string("what nobody else reads"));
        QVERIFY(!contentOf(file("cadre.db")).contains("nobody"));
        QVERIFY(!contentOf(file("cadre.db-wal")).contains("nobody"));
        QCOMPARE(QFile::permissions(file("cadre.key")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void nothingElseDoes()
    {
        begin(passphrase);
        const auto before = contentOf(file("cadre.db")) + contentOf(file("cadre.key"));
        QCOMPARE(faultOf([&] { store::DeviceStore(m_path, std::nullopt); }), store::Fault::Sealed);
        QCOMPARE(faultOf([&] { store::DeviceStore(m_path, "green tractor on a hil"); }), store::Fault::Sealed);
        QCOMPARE(faultOf([&] { store::DeviceStore(m_path, ""); }), store::Fault::Sealed);
        QCOMPARE(contentOf(file("cadre.db")) + contentOf(file("cadre.key")), before);
        QVERIFY(store::DeviceStore(m_path, passphrase).isSealed());
    }

    void aBrokenKeyFileIsSaid()
    {
        begin(passphrase);
        auto bytes = contentOf(file("cadre.key"));
        for (const auto &broken : { QByteArray(), bytes.left(20), QByteArray("not a key") }) {
            QFile key(file("cadre.key"));
            QVERIFY(key.open(QIODevice::WriteOnly) && key.write(broken) == broken.size());
            key.close();
            QCOMPARE(faultOf([&] { store::DeviceStore(m_path, passphrase); }), store::Fault::Damaged);
        }
    }

    void whatWasBegunWithoutStaysAsItIs()
    {
        begin(std::nullopt);
        QCOMPARE(faultOf([&] { store::DeviceStore(m_path, passphrase); }), store::Fault::NotOurs);
        QVERIFY(!QFile::exists(file("cadre.key")));
        QVERIFY(!store::DeviceStore(m_path, std::nullopt).isSealed());
    }

    void twoStoresHaveTwoKeys()
    {
        begin(passphrase);
        QTemporaryDir another;
        (void)store::DeviceStore(another.path().toStdString(), passphrase);
        QVERIFY(QFile::remove(file("cadre.key")));
        QVERIFY(QFile::copy(another.filePath("cadre.key"), file("cadre.key")));
        QCOMPARE(faultOf([&] { store::DeviceStore(m_path, passphrase); }), store::Fault::Damaged);
    }

private:
    [[nodiscard]] QString file(const char *name) const { return m_directory->filePath(QString::fromLatin1(name)); }

    void begin(const std::optional<std::string> &with)
    {
        store::DeviceStore store(m_path, with);
        store.database().migrate(1, "CREATE TABLE IF NOT EXISTS line(text TEXT)");
        store::Statement insert(store.database(), "INSERT INTO line VALUES('what nobody else reads')");
        insert.run();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::string m_path;
};

QTEST_GUILESS_MAIN(TestDeviceStore)
#include "tst_device_store.moc"
