// SPDX-License-Identifier: Apache-2.0
#include "src/app/desktop_settings.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMetaType>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using Settings = QMap<QString, QVariantMap>;

/// The desktop's portal, on a bus of the test's own.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    Settings settings;

public slots:
    QMap<QString, QVariantMap> ReadAll(const QStringList &) const { return settings; }

signals:
    void SettingChanged(const QString &name, const QString &key, const QDBusVariant &value);
};

class DesktopSettingsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void followsWhatTheDesktopPrefers();
    void staysAsItIsWhereNobodyAnswers();

private:
    QTemporaryDir m_directory;
};

void DesktopSettingsTest::initTestCase()
{
    qDBusRegisterMetaType<Settings>();
    if (!QDBusConnection::sessionBus().isConnected())
        QSKIP("there is no session bus; ctest starts one with dbus-run-session");
}

void DesktopSettingsTest::followsWhatTheDesktopPrefers()
{
    Portal portal;
    portal.settings = { { "org.freedesktop.appearance", { { "color-scheme", 1U }, { "contrast", 0U } } },
                        { "org.gnome.desktop.interface", { { "enable-animations", true } } } };
    auto served = QDBusConnection::connectToBus(QDBusConnection::SessionBus, "portal");
    QVERIFY(served.registerObject("/org/freedesktop/portal/desktop", &portal,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(served.registerService("org.freedesktop.portal.Desktop"));

    Look look(m_directory.filePath("look.ini"));
    const app::DesktopSettings settings(QDBusConnection::sessionBus(), look);
    QTRY_COMPARE(look.shownScheme(), QString("dark"));
    QVERIFY(look.moves());

    portal.settings["org.gnome.desktop.interface"]["enable-animations"] = false;
    portal.settings["org.freedesktop.appearance"]["contrast"] = 1U;
    emit portal.SettingChanged("org.freedesktop.appearance", "contrast", QDBusVariant(1U));
    QTRY_COMPARE(look.shownScheme(), QString("contrast"));
    QVERIFY(!look.moves());
    QVERIFY(served.unregisterService("org.freedesktop.portal.Desktop"));
}

void DesktopSettingsTest::staysAsItIsWhereNobodyAnswers()
{
    Look look(m_directory.filePath("alone.ini"));
    QSignalSpy changed(&look, &Look::changed);
    const app::DesktopSettings settings(QDBusConnection("nowhere"), look);
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(look.shownScheme(), QString("light"));
}

QTEST_GUILESS_MAIN(DesktopSettingsTest)
#include "tst_desktop_settings.moc"
