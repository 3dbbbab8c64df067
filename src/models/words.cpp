// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include "sync/record/type.h"
#include "sync/store/passphrase_rule.h"
#include "sync/store/pin_lock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QDate dateOf(const std::string &isoDay)
{
    return QDate::fromString(QString::fromStdString(isoDay), Qt::ISODate);
}

} // namespace

QString weekdayText(const std::string &isoDay)
{
    const auto date = dateOf(isoDay);
    return date.isValid() ? QLocale().toString(date, u"ddd d MMM"_s) : QString();
}

QString shortDay(const std::string &isoDay, domain::Day today)
{
    const auto date = dateOf(isoDay);
    if (!date.isValid())
        return {};
    const bool thisYear = isoDay.compare(0, 4, domain::dayText(today), 0, 4) == 0;
    const int days = static_cast<int>(qAbs(date.daysTo(dateOf(domain::dayText(today)))));
    return QLocale().toString(date, thisYear || days < 180 ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString longDay(domain::Day day)
{
    return QLocale().toString(dateOf(domain::dayText(day)), u"dddd, d MMMM"_s);
}

QVariantMap dayChoice(const QString &label, domain::Day day)
{
    return { { u"label"_s, label }, { u"day"_s, QString::fromStdString(domain::dayText(day)) } };
}

QString momentText(std::int64_t utcMilliseconds)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(utcMilliseconds);
    return QLocale().toString(moment, u"ddd d MMM, HH:mm"_s);
}

QString agoText(std::int64_t then, std::int64_t now)
{
    const auto minutes = static_cast<int>((now - then) / 60'000);
    if (minutes < 1)
        return QCoreApplication::translate("Words", "just now");
    if (minutes < 60)
        return QCoreApplication::translate("Words", "%n minute(s) ago", nullptr, minutes);
    if (const int hours = minutes / 60; hours < 24)
        return QCoreApplication::translate("Words", "%n hour(s) ago", nullptr, hours);
    return momentText(then);
}

QString choice(const google::protobuf::EnumDescriptor &choices, int number)
{
    return QCoreApplication::translate("Choice", record::choiceLabel(choices, number).c_str());
}

QString newPassphraseProblem(const QString &passphrase, const QString &again)
{
    switch (store::passphraseFlaw(passphrase.toStdString())) {
    case store::PassphraseFlaw::Short:
        return QCoreApplication::translate("Words", "A passphrase has at least 10 characters. A few words do well.");
    case store::PassphraseFlaw::Long:
        return QCoreApplication::translate("Words", "A passphrase has at most 1,000 characters.");
    case store::PassphraseFlaw::Common:
        return QCoreApplication::translate("Words",
                                           "Many people take this one. Choose words that only you would put together.");
    case store::PassphraseFlaw::None:
        break;
    }
    return passphrase == again ? QString()
                               : QCoreApplication::translate("Words", "The two passphrases are not the same yet.");
}

QString newPinProblem(const QString &pin, const QString &again)
{
    switch (store::pinFlaw(pin.toStdString())) {
    case store::PinFlaw::NotDigits:
        return QCoreApplication::translate("Words", "A PIN has 4 to 8 digits; 6 do well.");
    case store::PinFlaw::Common:
        return QCoreApplication::translate("Words", "This PIN is easy to guess. Take digits that are not in a row.");
    case store::PinFlaw::None:
        break;
    }
    return pin == again ? QString() : QCoreApplication::translate("Words", "The two PINs are not the same yet.");
}

QString initialOf(const QString &name)
{
    return name.mid(name.lastIndexOf(u' ') + 1).left(1).toUpper();
}

QString typeLabel(const record::RecordType &type)
{
    return QCoreApplication::translate("RecordTypes", type.label().c_str());
}

} // namespace models
