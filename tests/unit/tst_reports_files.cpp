// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_contact.h"
#include "src/reports/report.h"
#include "src/reports/write.h"
#include "tests/unit/reports_world.h"

#include <libical/ical.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace cadre::v1;
using reports::Cell;
using reports::Document;
using reports::Format;
using World = ReportsWorld;

namespace {

Cell text(const std::string &words)
{
    return reports::textCell(words);
}

Document made(std::vector<std::vector<Cell>> rows)
{
    Document document { .language = "en", .title = "A <title> & more", .subtitle = "Under it" };
    document.madeBy = "Maya Rivera";
    document.madeAt = 1'795'186'800'000;
    document.details = { { "Period", "October 2026" } };
    document.tables = { { .heading = "Rows",
                          .caption = "One row is one row.",
                          .columns = { { "first_id", "First" }, { "second", "Second" } },
                          .rows = std::move(rows) } };
    document.notes = { "A note." };
    return document;
}

reports::Appointment appointment(const char *uid, std::optional<std::int64_t> start)
{
    return { .uid = uid,
             .summary = "Mentoring: meeting; with, signs",
             .day = day("2026-11-24"),
             .start = start,
             .minutes = 45 };
}

QByteArray bytesOf(const Document &document, Format format)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("report");
    reports::write(document, format, path.toStdString());
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a reader of the file gets, in the file's own order: pdftotext's other modes guess columns from where words lie.
QString readOut(const Document &document)
{
    const auto program = QStandardPaths::findExecutable("pdftotext");
    QProcess process;
    process.start(program, { "-raw", "-", "-" });
    process.write(QByteArray::fromStdString(reports::pdfOf(document)));
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TestReportsFiles : public QObject {
    Q_OBJECT

private slots:
    void aCsvFileIsForMachinesAndRunsNothing()
    {
        const auto csv =
            reports::csvOf(made({ { text("=SUM(A1)"), day("2026-10-05") },
                                  { text("a \"b\",\nc"), reports::Unknown {} },
                                  { reports::Withheld { "fewer than 3", "few" }, reports::Percent { 92 } } }));
        QCOMPARE(QString::fromStdString(csv),
                 QStringLiteral("\"first_id\",\"second\"\r\n"
                                "\"'=SUM(A1)\",\"2026-10-05\"\r\n"
                                "\"a \"\"b\"\",\nc\",\"\"\r\n"
                                "\"fewer than 3\",\"92\"\r\n"));
    }

    void aPageHoldsTextAndNothingThatRuns()
    {
        const auto page = QString::fromStdString(
            reports::htmlOf(made({ { text("<script>alert(1)</script>"), text("\"><img src=x>\x01") } })));
        QVERIFY(page.contains("&lt;script&gt;"));
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
        QVERIFY(!page.contains(u'\x01'));
        QVERIFY(!page.contains("http://") && !page.contains("https://"));
        QVERIFY(page.contains("<title>A &lt;title&gt; &amp; more</title>"));
        QVERIFY(page.contains(QString::fromStdString(
            reports::checksumOf(made({ { text("<script>alert(1)</script>"), text("\"><img src=x>") } })))));
    }

    void theSameReportIsTheSameBytes_data()
    {
        QTest::addColumn<int>("format");
        for (const auto *name : { "pdf", "html", "csv", "xlsx", "ics" })
            QTest::newRow(name) << static_cast<int>(*reports::formatNamed(name));
    }

    void theSameReportIsTheSameBytes()
    {
        QFETCH(int, format);
        auto document = made({ { text("Ada"), reports::Count { 45 } } });
        document.appointments = { appointment("a@cadre", {}) };
        const auto first = bytesOf(document, static_cast<Format>(format));
        QVERIFY(first.size() > 10);
        QTest::qWait(1'100); // Zip files know seconds.
        QCOMPARE(bytesOf(document, static_cast<Format>(format)), first);
        document.tables.front().rows.front().front() = text("Bea");
        document.appointments.front().uid = "b@cadre";
        QVERIFY(bytesOf(document, static_cast<Format>(format)) != first);
    }

    void aCalendarReadsBack()
    {
        auto document = made({});
        document.appointments = { appointment("a@cadre", 1'795'186'800'000), appointment("b@cadre", {}) };
        const auto written = reports::icsOf(document);
        QVERIFY(written.find("\r\n") != std::string::npos);
        const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> read(
            icalparser_parse_string(written.c_str()), icalcomponent_free);
        QVERIFY(read != nullptr);
        QVERIFY(icalrestriction_check(read.get()) != 0);
        QCOMPARE(icalcomponent_count_errors(read.get()), 0);
        QCOMPARE(icalcomponent_count_components(read.get(), ICAL_VEVENT_COMPONENT), 2);
        auto *timed = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT);
        QCOMPARE(icalcomponent_get_summary(timed), "Mentoring: meeting; with, signs");
        QCOMPARE(icaltime_as_ical_string(icalcomponent_get_dtstart(timed)), "20261120T150000Z");
        QCOMPARE(icaldurationtype_as_int(icalcomponent_get_duration(timed)), 45 * 60);
        auto *allDay = icalcomponent_get_next_component(read.get(), ICAL_VEVENT_COMPONENT);
        QCOMPARE(icaltime_as_ical_string(icalcomponent_get_dtstart(allDay)), "20261124");
        QCOMPARE(icaltime_as_ical_string(icalcomponent_get_dtend(allDay)), "20261125");
    }

    void whatCannotBeWrittenLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath("report.csv").toStdString();
        reports::write(made({}), Format::Csv, path);
        for (const auto *format : { "csv", "xlsx" }) {
            // A folder in the way of what is written beside it.
            QVERIFY(QDir(folder.path()).mkdir("report.csv.part"));
            QVERIFY_EXCEPTION_THROWN(
                reports::write(made({ { text("new"), text("x") } }), *reports::formatNamed(format), path),
                std::runtime_error);
            QDir(folder.path()).rmdir("report.csv.part");
            QFile file(QString::fromStdString(path));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("\"first_id\",\"second\"\r\n"));
        }
        QVERIFY_EXCEPTION_THROWN(reports::write(made({}), Format::Html, "/nowhere/at/all"), std::runtime_error);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList { "report.csv" });
    }

    void aPdfIsReadInItsOrderAndWhole()
    {
        if (QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("pdftotext is not installed");
        std::string longText;
        for (int i = 0; i < 900; ++i)
            longText += "word" + std::to_string(i) + (i % 60 == 59 ? "\n" : " ");
        std::vector<std::vector<Cell>> rows { { text("first row"), text("á ñ – “ok” =1") },
                                              { text(longText), text("beside") } };
        for (int i = 0; i < 90; ++i)
            rows.push_back({ text("row" + std::to_string(i)), reports::Count { i } });
        const auto words = readOut(made(rows)).simplified();
        qsizetype at = 0;
        QStringList order { "A <title> & more", "Under it",     "Period: October 2026", "Rows", "First",
                            "first row",        "á ñ – “ok” =1" };
        for (int i = 0; i < 900; ++i)
            order << QStringLiteral("word%1").arg(i);
        for (int i = 0; i < 90; ++i)
            order << QStringLiteral("row%1").arg(i);
        order << "How to read it"
              << "A note."
              << "SHA-256";
        for (const auto &one : order) {
            const auto found = words.indexOf(one, at);
            QVERIFY2(found >= 0, qPrintable(one + " does not follow"));
            at = found;
        }
    }

    void aPdfHasItsStructure()
    {
        const auto pdf = QByteArray::fromStdString(reports::pdfOf(made({ { text("Ada"), reports::Count { 45 } } })));
        for (const auto *role :
             { "/StructTreeRoot", "/S /H1", "/S /H2", "/S /P", "/S /Table", "/S /TR", "/S /TH", "/S /TD" })
            QVERIFY2(pdf.contains(role), role);
    }

    void spanishIsThere()
    {
        QTranslator spanish;
        if (!spanish.load(":/reports/cadre_es.qm"))
            QSKIP("this build has no words of other languages");
        const auto has = [&](const char *context, const std::string &words) {
            QVERIFY2(!spanish.translate(context, words.c_str()).isEmpty(), words.c_str());
        };
        for (const auto *choices :
             { ContactMode_descriptor(), TimeSource_descriptor(), Activity_descriptor(), Evidence_descriptor(),
               NotePart_descriptor(), Confirmation_descriptor(), CheckInStatus_descriptor() }) {
            for (int i = 1; i < choices->value_count(); ++i)
                has("Choice", record::choiceLabel(*choices, choices->value(i)->number()));
        }
        const auto october = period("2026-10-01", "2026-10-31");
        const auto none = domain::sanctionedMinutes({}, {}, october);
        for (const auto &one : { domain::contactMinutes({}, october), none, domain::contactAttainment(none, none),
                                 domain::protectedTimeUse({}, none), domain::borrowedTimeShare({}, october),
                                 domain::weeklyContactRate({}, october, october, {}),
                                 domain::longestGap({}, october, october, october.to, {}) })
            has("Formula", std::string(one.formula.words));
    }

    void sheetsHaveNamesOfTheirOwnInEachLanguage()
    {
        World world;
        world.match("Ada", "2026-08-24", 180);
        world.leads(SCOPE_KIND_SCHOOL_TEAM, "school");
        QTranslator spanish;
        const bool hasSpanish = spanish.load(":/reports/cadre_es.qm");
        for (const auto *language : { "en", "es" }) {
            if (hasSpanish && language == std::string("es"))
                QCoreApplication::installTranslator(&spanish);
            for (const auto &report : reports::allReports()) {
                world.held.person = World::id("Ada");
                const auto document = report.make(world.held, { .language = language });
                std::set<QString> names;
                for (const auto &table : document.tables)
                    QVERIFY(names.insert(table.heading.left(31).toLower()).second);
                QVERIFY(!bytesOf(document, Format::Xlsx).isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestReportsFiles)
#include "tst_reports_files.moc"
