// SPDX-License-Identifier: Apache-2.0
#include "src/app/attention.h"
#include "src/app/local_device.h"
#ifdef CADRE_KEYCHAIN
#include "src/app/keychain_secrets.h"
#endif
#ifdef CADRE_DESKTOP_SETTINGS
#include "src/app/desktop_settings.h"
#endif
#include "src/app/options.h"
#include "src/app/qmlplugins.h"
#include "src/app/self_test.h"
#include "src/app/shot.h"
#include "src/models/look.h"
#include "src/models/people.h"
#include "sync/store/core_dumps.h"

#include <QDesktopServices>
#include <QFont>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

#ifdef CADRE_KEYCHAIN
using PinSecrets = app::KeychainSecrets;
#else
using PinSecrets = MemorySecrets;
#endif

#if defined(Q_OS_ANDROID) || defined(Q_OS_IOS)
constexpr bool blankWhenInactive = true;
#else
constexpr bool blankWhenInactive = false;
#endif

OpenDirectory openerAt(std::optional<std::int64_t> now)
{
    return
        [now](const std::string &directory, const std::optional<store::SealKey> &key) -> std::unique_ptr<DeviceHost> {
            return key ? std::make_unique<app::LocalDevice>(directory, now, *key)
                       : std::make_unique<app::LocalDevice>(directory, now);
        };
}

} // namespace

int main(int argc, char *argv[])
{
    store::leaveNoCoreDump();
    // The platform is chosen before the application is made, which reads the other options.
    const bool unattended = std::any_of(argv, argv + argc, [](const char *a) {
        return !std::strncmp(a, "--shot", 6) || !std::strcmp(a, "--drawn") || !std::strcmp(a, "--self-test")
            || !std::strcmp(a, "--list-pages") || !std::strcmp(a, "--help");
    });
    if (unattended) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Cadre"_s);
    QGuiApplication::setDesktopFileName(u"org.cadre.Cadre"_s);

    QString problem;
    bool askedForHelp = false;
    const auto options = app::readOptions(QGuiApplication::arguments(), &problem, &askedForHelp);
    if (!options) {
        std::fprintf(askedForHelp ? stdout : stderr, "%s\n", qPrintable(problem));
        return askedForHelp ? 0 : 2;
    }
    if (options->listPages) {
        std::printf("%s\n", qPrintable(app::pages().join(u'\n')));
        return 0;
    }

    if (!options->language.isEmpty())
        QLocale::setDefault(QLocale(options->language));
    else if (options->unattended())
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QTranslator english, own;
    if (english.load(u":/i18n/cadre_en.qm"_s))
        QGuiApplication::installTranslator(&english);
    if (QLocale().language() != QLocale::English && own.load(QLocale(), u"cadre"_s, u"_"_s, u":/i18n"_s))
        QGuiApplication::installTranslator(&own);
    QFont font;
    font.setFamilies({ u"Inter"_s, font.family() });
    QGuiApplication::setFont(font);
    QGuiApplication::setWindowIcon(QIcon(u":/cadre/icons/cadre.svg"_s));
    QQuickStyle::setStyle(u"Basic"_s);

    std::optional<QTemporaryDir> temporary;
    auto directory = options->directory;
    if (options->selfTest && !QGuiApplication::arguments().contains(u"--data"_s))
        directory = temporary.emplace().path();

    PinSecrets secrets;
    People people({ .directory = store::PeopleDirectory(directory.toStdString()),
                    .open = openerAt(options->now),
                    .secrets = secrets,
                    .clock = app::clockFrom(options->now),
                    .entropy = record::systemEntropy(),
                    .browse = [](const QUrl &address) { return QDesktopServices::openUrl(address); } });
    const app::Attention attention(application, people, options->lockAfter, blankWhenInactive);
    if (options->passphrase) {
        people.startWith(directory.toStdString(), [path = directory.toStdString(), &options]() {
            return std::make_unique<app::LocalDevice>(path, options->now, options->passphrase);
        });
    } else {
        people.start();
    }
    Look look(directory + u"/look.ini"_s);
#ifdef CADRE_DESKTOP_SETTINGS
    std::optional<app::DesktopSettings> desktop;
    if (!options->unattended())
        desktop.emplace(QDBusConnection::sessionBus(), look);
#endif
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({
        { u"people"_s, QVariant::fromValue(&people) },
        { u"route"_s, options->page },
        { u"look"_s, QVariant::fromValue(&look) },
        { u"scheme"_s, options->scheme },
        { u"textScale"_s, options->textScale },
        { u"still"_s, options->still || options->unattended() },
        { u"server"_s, options->server },
        { u"code"_s, options->invite },
        { u"pin"_s, options->pin },
        { u"width"_s, options->size.width() },
        { u"height"_s, options->size.height() },
    });
    engine.load(QUrl(u"qrc:/qt/qml/Cadre/App/Main.qml"_s));
    auto *window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    if (!window) {
        std::fprintf(stderr, "The window could not be made; the messages above say why.\n");
        return 1;
    }

    std::optional<app::SelfTest> selfTest;
    if (options->selfTest)
        selfTest.emplace(people, engine, *window).start();
    else if (options->drawn)
        app::tellWhenStill(people, *window);
    else if (!options->shot.isEmpty())
        app::shootWhenStill(people, *window, options->shot);
    return QGuiApplication::exec();
}
