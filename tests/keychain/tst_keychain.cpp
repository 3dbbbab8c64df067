// SPDX-License-Identifier: Apache-2.0
#include "src/app/keychain_secrets.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace {

const std::string name = "0123456789abcdef";

std::optional<store::DeviceSecret> found(app::KeychainSecrets &secrets, const std::string &which)
{
    std::optional<store::DeviceSecret> told;
    bool hasAnswered = false;
    secrets.find(which, [&](const std::optional<store::DeviceSecret> &secret) {
        told = secret;
        hasAnswered = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(hasAnswered, 60'000); }();
    return told;
}

} // namespace

/// The app's keeper of secrets against the system's keychain. CADRE_KEPT names a file of the run with a keyring.
class TestKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whereThereIsNoneItIsKeptInMemory()
    {
        const auto secret = store::newDeviceSecret();
        {
            app::KeychainSecrets secrets;
            secrets.keep(name, secret);
            QVERIFY(found(secrets, name) == secret);
            QVERIFY(!found(secrets, "another"));
            QVERIFY(!secrets.outlivesTheProgram());
            secrets.drop(name);
            QVERIFY(!found(secrets, name));
            secrets.keep(name, secret);
        }
        app::KeychainSecrets next;
        QVERIFY(!found(next, name));
    }

    void aKeychainKeepsItForTheNextProgram()
    {
        QFile kept(qEnvironmentVariable("CADRE_KEPT"));
        if (kept.fileName().isEmpty())
            QSKIP("this needs a keyring; the test keychain_present has one");
        app::KeychainSecrets secrets;
        if (kept.open(QIODevice::ReadOnly)) {
            const auto secret = found(secrets, name);
            QVERIFY(secret.has_value());
            QCOMPARE(QByteArray(reinterpret_cast<const char *>(secret->data()), 32), kept.readAll());
            QVERIFY(secrets.outlivesTheProgram());
            secrets.drop(name);
            QTRY_VERIFY(!found(secrets, name));
            return;
        }
        const auto secret = store::newDeviceSecret();
        QSignalSpy settled(&secrets, &app::KeychainSecrets::settled);
        QVERIFY(settled.wait());
        secrets.keep(name, secret);
        QVERIFY(settled.wait());
        QVERIFY(secrets.outlivesTheProgram());
        QVERIFY(found(secrets, name) == secret);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(reinterpret_cast<const char *>(secret.data()), 32) == 32);
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
