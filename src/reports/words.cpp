// SPDX-License-Identifier: Apache-2.0
#include "src/reports/words.h"

#include "sync/record/type.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cctype>
#include <cmath>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

QDate dateOf(domain::Day day)
{
    return QDate::fromString(QString::fromStdString(domain::dayText(day)), Qt::ISODate);
}

/// "d 'de' MMMM 'de' yyyy" where the language says it so.
QString longDate(const QLocale &locale)
{
    auto format = locale.dateFormat(QLocale::LongFormat);
    format.remove(u"dddd, "_s).remove(u"dddd "_s);
    return format;
}

/// The language's short form, with all four digits of the year.
QString shortDate(const QLocale &locale)
{
    auto format = locale.dateFormat(QLocale::ShortFormat);
    return format.contains(u"yyyy"_s) ? format : format.replace(u"yy"_s, u"yyyy"_s);
}

/// CONTACT_MODE_IN_PERSON of ContactMode is `in_person`.
std::string codeOf(const google::protobuf::EnumValueDescriptor &value)
{
    const auto *unset = value.type()->FindValueByNumber(0);
    const std::string_view suffix = "UNSPECIFIED";
    const auto prefix = unset != nullptr ? unset->name().size() - std::min(unset->name().size(), suffix.size()) : 0;
    auto code = value.name().substr(std::min(prefix, value.name().size()));
    std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return std::tolower(c); });
    return code;
}

} // namespace

QString plain(const std::string &text)
{
    auto words = QString::fromStdString(text);
    words.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    words.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return words;
}

Text textCell(const std::string &text)
{
    const auto words = plain(text);
    return { .code = words.toStdString(), .words = words };
}

Text choiceCell(const google::protobuf::EnumDescriptor &choices, int number)
{
    if (number == 0) {
        return {};
    }
    const auto *value = choices.FindValueByNumber(number);
    return { .code = value != nullptr ? codeOf(*value) : std::to_string(number),
             .words = QCoreApplication::translate("Choice", record::choiceLabel(choices, number).c_str()) };
}

Text joined(const std::vector<Text> &parts)
{
    Text all;
    for (const auto &part : parts) {
        all.code += (all.code.empty() ? "" : ";") + part.code;
        all.words += (all.words.isEmpty() ? QString() : u"; "_s) + part.words;
    }
    return all;
}

Cell dayCell(const std::string &isoDay)
{
    const auto day = domain::parseDay(isoDay);
    return day ? Cell(*day) : Cell(Unknown {});
}

Cell percentCell(const domain::Indicator &share)
{
    return share.value ? Cell(Percent { static_cast<int>(std::lround(*share.value * 100)) }) : Cell(Unknown {});
}

domain::Day dayHere(std::int64_t utcMilliseconds)
{
    const auto offset = QDateTime::fromMSecsSinceEpoch(utcMilliseconds).offsetFromUtc();
    return domain::dayOfMilliseconds(utcMilliseconds + std::int64_t { offset } * 1000);
}

QString dayWords(domain::Day day, const QString &language)
{
    const QLocale locale(language);
    return locale.toString(dateOf(day), longDate(locale));
}

QString momentWords(std::int64_t utcMilliseconds, const QString &language)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(utcMilliseconds, Qt::UTC);
    return Reports::tr("%1, %2 UTC", "day and time")
        .arg(dayWords(domain::dayOfMilliseconds(utcMilliseconds), language), moment.toString(u"HH:mm"_s));
}

QString windowWords(const Window &window, const QString &language)
{
    const QLocale locale(language);
    const auto year = QString::number(dateOf(window.period.from).year());
    if (window.isMonth()) {
        return Reports::tr("%1 %2", "month and year")
            .arg(locale.standaloneMonthName(dateOf(window.period.from).month()), year);
    }
    if (window.months().size() == 12) {
        return Reports::tr("School year %1").arg(QString::fromStdString(window.code));
    }
    return Reports::tr("%1 to %2 %3", "months and year")
        .arg(locale.standaloneMonthName(dateOf(window.period.from).month()),
             locale.standaloneMonthName(dateOf(window.period.to).month()), year);
}

QString formulaWords(const domain::Formula &formula, int n)
{
    const auto words = QCoreApplication::translate("Formula", std::string(formula.words).c_str());
    return Reports::tr("%1: %2 (n = %3)", "number of a formula, its words, how many")
        .arg(QString::fromUtf8(formula.number.data(), static_cast<qsizetype>(formula.number.size())), words)
        .arg(n);
}

QString cellWords(const Cell &cell, const QString &language)
{
    return std::visit(Overloaded {
                          [](const Unknown &) { return u"–"_s; },
                          [](const Withheld &withheld) { return withheld.words; },
                          [](const Text &text) { return text.words; },
                          [&](const Count &count) { return QLocale(language).toString(qlonglong { count.value }); },
                          [&](const Percent &percent) {
                              return Reports::tr("%1%", "percent").arg(QLocale(language).toString(percent.value));
                          },
                          [&](const domain::Day &day) {
                              return QLocale(language).toString(dateOf(day), shortDate(QLocale(language)));
                          },
                      },
                      cell);
}

std::string cellCode(const Cell &cell)
{
    return std::visit(Overloaded {
                          [](const Unknown &) { return std::string(); },
                          [](const Withheld &withheld) { return withheld.code; },
                          [](const Text &text) { return text.code; },
                          [](const Count &count) { return std::to_string(count.value); },
                          [](const Percent &percent) { return std::to_string(percent.value); },
                          [](const domain::Day &day) { return domain::dayText(day); },
                      },
                      cell);
}

bool isNumber(const Cell &cell)
{
    return std::holds_alternative<Count>(cell) || std::holds_alternative<Percent>(cell);
}

} // namespace reports
