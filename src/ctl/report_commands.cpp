// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"
#include "src/ctl/lines.h"
#include "src/domain/policy.h"
#include "src/reports/report.h"
#include "src/reports/write.h"
#include "cadre/v1/options.pb.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace ctl {

namespace {

const reports::Report &reportNamed(const std::string &name)
{
    if (const auto *report = reports::reportNamed(name))
        return *report;
    std::vector<std::string_view> names;
    for (const auto &report : reports::allReports())
        names.push_back(report.name);
    throw WrongUse(fmt::format("There is no report “{}”; there are {}.", name, fmt::join(names, ", ")));
}

reports::Format formatOf(const ReportWish &wish, const reports::Report &report)
{
    const auto format = reports::formatNamed(wish.format);
    if (!format)
        throw WrongUse(fmt::format("There is no format “{}”; there are pdf, html, csv, xlsx and ics.", wish.format));
    if (*format == reports::Format::Ics && !report.hasAppointments)
        throw WrongUse("A calendar file is made of my-calendar alone; take pdf, html, csv or xlsx.");
    return *format;
}

reports::Request requestOf(const ReportWish &wish)
{
    reports::Request request;
    if (!wish.period.empty()) {
        request.window = reports::Window::parse(wish.period);
        if (!request.window)
            throw WrongUse(
                fmt::format("“{}” is no period; write a month like 2026-10, half a school year like 2026-fall "
                            "or 2027-spring, or a school year like 2026/27.",
                            wish.period));
    }
    if (wish.language != "en" && wish.language != "es")
        throw WrongUse(fmt::format("Reports don't speak “{}”; they speak en and es.", wish.language));
    request.language = q(wish.language);
    return request;
}

/// The language in which this program says what others read.
class Spoken {
public:
    explicit Spoken(const QString &language)
    {
        QLocale::setDefault(QLocale(language));
        if (language == QStringLiteral("en"))
            return;
        if (!m_words.load(QStringLiteral(":/reports/cadre_%1.qm").arg(language)))
            throw Failed("This build has no words of that language; take --language en.");
        QCoreApplication::installTranslator(&m_words);
    }

private:
    QTranslator m_words;
};

/// As with every copy: before the first byte stands there.
void noteCopied(Session &session, const reports::Document &document)
{
    if (document.sources.empty())
        return;
    const auto self = session.device().identity().person;
    std::set<record::ScopeId> places { { cadre::v1::SCOPE_KIND_PERSON, self, 0 } };
    for (const auto &place : document.sources) {
        if (domain::Policy::builtIn().isAboutSomebody(place.kind))
            places.insert(place);
    }
    session.device().noteExported(places);
}

reports::Document documentOf(const reports::Report &report, const reports::Holdings &held,
                             const reports::Request &request)
{
    try {
        return report.make(held, request);
    } catch (const std::invalid_argument &problem) {
        throw WrongUse(problem.what());
    } catch (const reports::NotHere &) {
        if (held.closed.empty())
            throw;
        throw Failed("This device has been away from the server for long, so what others wrote is not shown; what you "
                     "wrote is safe. Run “cadrectl sync”, then make the report.");
    }
}

} // namespace

void report(Session &session, const ReportWish &wish)
{
    const auto &report = reportNamed(wish.name);
    const auto format = formatOf(wish, report);
    const auto request = requestOf(wish);
    if (!session.device().isEnrolled())
        throw Failed("This device belongs to nobody yet; enroll it first.");
    const Spoken spoken(request.language);
    const auto document = documentOf(report, reports::holdingsOf(session.device()), request);
    if (format == reports::Format::Ics && document.appointments.empty())
        throw Failed("There is no meeting and no step in this period, so no calendar file was written.");
    noteCopied(session, document);
    reports::write(document, format, wish.out);
    const auto rows = document.tables.front().rows.size();
    if (session.json())
        say(QJsonObject { { "report", q(std::string(report.name)) },
                          { "file", q(wish.out) },
                          { "rows", static_cast<qint64>(rows) },
                          { "sha256", q(reports::checksumOf(document)) } });
    else
        say(fmt::format("{} holds {} rows. It is not sealed there.", wish.out, rows));
}

} // namespace ctl
