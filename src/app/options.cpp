// SPDX-License-Identifier: Apache-2.0
#include "src/app/options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QDateTime>
#include <QTimeZone>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

std::optional<QSize> sizeFrom(const QString &text)
{
    const auto parts = text.split(u'x');
    if (parts.size() != 2)
        return {};
    const QSize size(parts.at(0).toInt(), parts.at(1).toInt());
    if (size.width() < 240 || size.height() < 240 || size.width() > 8000 || size.height() > 8000)
        return {};
    return size;
}

std::optional<std::int64_t> timeFrom(const QString &text)
{
    auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toMSecsSinceEpoch();
}

} // namespace

QStringList pages()
{
    return { u"today"_s,   u"teachers"_s, u"teacher"_s,    u"check-in"_s,     u"check-in/quick"_s, u"held"_s,
             u"pairs"_s,   u"new-pair"_s, u"milestones"_s, u"milestone"_s,    u"needs-you"_s,      u"conflict"_s,
             u"sync"_s,    u"device"_s,   u"look"_s,       u"my-check-ins"_s, u"my-check-in"_s,    u"mine"_s,
             u"access"_s,  u"sharing"_s,  u"share"_s,      u"goals"_s,        u"my-record"_s,      u"time"_s,
             u"devices"_s, u"search"_s,   u"enroll"_s };
}

std::optional<Options> readOptions(const QStringList &arguments, QString *problem, bool *askedForHelp)
{
    Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Check-ins, promises and plans of an academy, with or without the internet."_s);
    const auto help = parser.addHelpOption();
    parser.addOptions({
        { u"data"_s, u"Where the records lie."_s, u"directory"_s },
        { u"server"_s, u"The server to join."_s, u"url"_s },
        { u"invite"_s, u"The invitation code to join with."_s, u"code"_s },
        { u"pin"_s, u"The server's public key, sha256/BASE64."_s, u"spki"_s },
        { u"passphrase-file"_s, u"Holds the passphrase where there is no keychain."_s, u"file"_s },
        { u"lock-after"_s, u"Minutes without a touch after which a sealed store is locked; 0 for never."_s,
          u"minutes"_s, u"10"_s },
        { u"now"_s, u"Sets the clock, such as 2026-11-20T09:30:00Z."_s, u"time"_s },
        { u"page"_s, u"The page to open; --list-pages names them."_s, u"route"_s, options.page },
        { u"size"_s, u"The window's size, such as 820x1180."_s, u"WxH"_s },
        { u"scheme"_s, u"light, dark or contrast; what was chosen on this device by default."_s, u"name"_s },
        { u"language"_s, u"Such as de; the system's by default."_s, u"language"_s },
        { u"text-scale"_s, u"Text size in percent, 80 to 200."_s, u"percent"_s },
        { u"still"_s, u"Nothing moves."_s },
        { u"shot"_s, u"Draws the page into a PNG file and ends."_s, u"file"_s },
        { u"drawn"_s, u"Says when the page was complete, in nanoseconds of the steady clock, and ends."_s },
        { u"list-pages"_s, u"Names the pages and ends."_s },
        { u"self-test"_s, u"Loads every page and fails on any warning."_s },
    });
    if (!parser.parse(arguments)) {
        *problem = parser.errorText() + u" --help shows what there is."_s;
        return {};
    }
    if (parser.isSet(help)) {
        *problem = parser.helpText();
        *askedForHelp = true;
        return {};
    }

    const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    options.directory = parser.isSet(u"data"_s) ? parser.value(u"data"_s) : base + u"/cadre"_s;
    options.server = parser.value(u"server"_s);
    options.invite = parser.value(u"invite"_s);
    options.pin = parser.value(u"pin"_s);
    options.page = parser.value(u"page"_s);
    options.scheme = parser.value(u"scheme"_s);
    options.language = parser.value(u"language"_s);
    options.shot = parser.value(u"shot"_s);
    options.still = parser.isSet(u"still"_s);
    options.drawn = parser.isSet(u"drawn"_s);
    options.listPages = parser.isSet(u"list-pages"_s);
    options.selfTest = parser.isSet(u"self-test"_s);
    if (const auto path = parser.value(u"passphrase-file"_s); !path.isEmpty()) {
        QFile file(path);
        const auto line = file.open(QIODevice::ReadOnly) ? file.readLine().trimmed() : QByteArray();
        if (line.isEmpty()) {
            *problem = u"The passphrase file %1 can't be read, or its first line is empty."_s.arg(path);
            return {};
        }
        options.passphrase = line.toStdString();
    }
    if (!pages().contains(options.page)) {
        *problem = u"There is no page “%1”; the pages are %2."_s.arg(options.page, pages().join(u", "_s));
        return {};
    }
    if (!options.scheme.isEmpty() && !QStringList { u"light"_s, u"dark"_s, u"contrast"_s }.contains(options.scheme)) {
        *problem = u"There is no scheme “%1”; take light, dark or contrast."_s.arg(options.scheme);
        return {};
    }
    if (parser.isSet(u"size"_s)) {
        const auto size = sizeFrom(parser.value(u"size"_s));
        if (!size) {
            *problem = u"“%1” is not a size; write it like 820x1180."_s.arg(parser.value(u"size"_s));
            return {};
        }
        options.size = *size;
    }
    if (parser.isSet(u"now"_s)) {
        options.now = timeFrom(parser.value(u"now"_s));
        if (!options.now) {
            *problem = u"“%1” is not a time; write it like 2026-11-20T09:30:00Z."_s.arg(parser.value(u"now"_s));
            return {};
        }
    }
    bool isNumber = false;
    options.lockAfter = std::chrono::minutes(parser.value(u"lock-after"_s).toInt(&isNumber));
    if (!isNumber || options.lockAfter.count() < 0 || options.lockAfter.count() > 1440) {
        *problem = u"“%1” is not a time to lock after; give minutes, up to 1440."_s.arg(parser.value(u"lock-after"_s));
        return {};
    }
    if (parser.isSet(u"text-scale"_s)) {
        options.textScale = parser.value(u"text-scale"_s).remove(u'%').toDouble() / 100;
        if (options.textScale < 0.8 || options.textScale > 2.0) {
            *problem = u"“%1” is not a text size; give percent from 80 to 200."_s.arg(parser.value(u"text-scale"_s));
            return {};
        }
    }
    return options;
}

} // namespace app
