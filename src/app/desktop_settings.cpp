// SPDX-License-Identifier: Apache-2.0
#include "src/app/desktop_settings.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Settings = QMap<QString, QVariantMap>;

const QString portal = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString gnome = u"org.gnome.desktop.interface"_s;
const QString gnomeAccess = u"org.gnome.desktop.a11y.interface"_s;

Look::Preference preferenceOf(const Settings &settings)
{
    const auto look = settings.value(appearance);
    return { .dark = look.value(u"color-scheme"_s).toUInt() == 1,
             .contrast = look.value(u"contrast"_s).toUInt() == 1
                 || settings.value(gnomeAccess).value(u"high-contrast"_s).toBool(),
             .reducedMotion = look.value(u"reduced-motion"_s).toUInt() == 1
                 || !settings.value(gnome).value(u"enable-animations"_s, true).toBool() };
}

} // namespace

DesktopSettings::DesktopSettings(const QDBusConnection &bus, Look &look)
    : m_bus(bus)
    , m_look(look)
{
    qDBusRegisterMetaType<Settings>();
    m_bus.connect(portal, path, interface, u"SettingChanged"_s, this, SLOT(ask()));
    ask();
}

void DesktopSettings::ask()
{
    auto call = QDBusMessage::createMethodCall(portal, path, interface, u"ReadAll"_s);
    call << QStringList { appearance, gnome, gnomeAccess };
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<Settings> reply = *watcher;
        if (!reply.isError())
            m_look.setPreference(preferenceOf(reply.value()));
    });
}

} // namespace app
