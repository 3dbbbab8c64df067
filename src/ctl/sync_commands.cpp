// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"

#include "src/ctl/lines.h"
#include "sync/store/log.h"
#include "sync/transport/sync_driver.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QSysInfo>
#include <QTimer>

namespace ctl {

namespace {

constexpr int longestCall = 120'000; // ms: a first round over a slow line is one long answer
constexpr int watchPause = 2'000; // ms between rounds

engine::Report runRound(transport::SyncDriver &driver)
{
    engine::Report report;
    QEventLoop loop;
    QObject::connect(&driver, &transport::SyncDriver::finished, &loop, [&](const engine::Report &finished) {
        report = finished;
        loop.quit();
    });
    driver.start();
    loop.exec();
    return report;
}

void sayReport(const Session &session, const engine::Report &report, double seconds)
{
    if (session.json()) {
        say(QJsonObject { { "pushed", static_cast<qint64>(report.pushed) },
                          { "pulled", static_cast<qint64>(report.pulled) },
                          { "conflicts", static_cast<qint64>(report.conflicts) },
                          { "quarantined", static_cast<qint64>(report.quarantined) },
                          { "bytesUp", static_cast<qint64>(report.bytesUp) },
                          { "bytesDown", static_cast<qint64>(report.bytesDown) },
                          { "seconds", seconds },
                          { "complete", report.complete },
                          { "notice", q(report.notice) } });
        return;
    }
    say(fmt::format("Sent {}, received {}; {} where two changes met, {} set aside; {:.1f} s.{}{}", report.pushed,
                    report.pulled, report.conflicts, report.quarantined, seconds, report.notice.empty() ? "" : " ",
                    report.notice));
}

std::string sentenceOf(const engine::Report &report)
{
    return report.problem.empty() ? "The round ended before both sides agreed; sync again." : report.problem;
}

void requireEnrolled(Session &session)
{
    if (!session.device().isEnrolled())
        throw Failed("This device is not enrolled yet; ask for an invite and run “enroll --server URL --invite CODE”.");
}

} // namespace

void enroll(Session &session, const Enrolment &wanted)
{
    const bool isLink = wanted.invite.rfind("cadre://", 0) == 0;
    const QUrl url(q(wanted.server));
    if (!isLink && (!url.isValid() || (url.scheme() != "https" && url.scheme() != "http") || url.host().isEmpty()))
        throw WrongUse(
            fmt::format("“{}” is not a server's address; write it like https://cadre.example:8443.", wanted.server));
    const auto passphrase =
        wanted.recoveryPassphraseFile.empty() ? std::string() : passphraseIn(wanted.recoveryPassphraseFile);
    transport::QtTransport transport;
    transport::Enroller enroller(session.device(), transport);
    QEventLoop loop;
    std::string problem;
    QObject::connect(&enroller, &transport::Enroller::enrolled, &loop, &QEventLoop::quit);
    QObject::connect(&enroller, &transport::Enroller::failed, &loop, [&](const QString &sentence, const QString &) {
        problem = sentence.isEmpty() ? "Enrolment did not succeed; try again." : sentence.toStdString();
        loop.quit();
    });
    const auto name = wanted.deviceName.empty() ? QSysInfo::machineHostName() : q(wanted.deviceName);
    enroller.start(q(wanted.server), q(wanted.invite), q(wanted.pin), name, q(passphrase));
    loop.exec();
    if (!problem.empty())
        throw Failed(problem);

    const auto identity = session.device().identity();
    if (session.json())
        say(QJsonObject { { "person", q(identity.person.text()) },
                          { "personName", q(identity.personName) },
                          { "site", q(identity.site.text()) },
                          { "server", q(identity.serverUrl) },
                          { "serverName", q(identity.serverName) },
                          { "scopes", static_cast<qint64>(session.device().memberships().size()) } });
    else
        say(fmt::format("This device now works for {} with {}.", identity.personName,
                        identity.serverName.empty() ? identity.serverUrl : identity.serverName));
}

void sync(Session &session, bool watch)
{
    requireEnrolled(session);
    transport::QtTransport transport;
    transport::useIdentity(transport, session.device().identity());
    transport.setTimeout(longestCall);
    transport::SyncDriver driver(session.device(), transport);
    for (;;) {
        QElapsedTimer timer;
        timer.start();
        const auto up = transport.bytesUp();
        const auto down = transport.bytesDown();
        auto report = runRound(driver);
        report.bytesUp = transport.bytesUp() - up;
        report.bytesDown = transport.bytesDown() - down;
        if (report.complete)
            sayReport(session, report, static_cast<double>(timer.elapsed()) / 1000.0);
        else if (!watch || report.refused)
            throw Failed(sentenceOf(report));
        else
            fmt::print(stderr, "cadrectl: {}\n", sentenceOf(report));
        if (!watch)
            return;
        QEventLoop pause;
        QTimer::singleShot(watchPause, &pause, &QEventLoop::quit);
        pause.exec();
    }
}

void status(Session &session)
{
    const auto status = session.device().status();
    const auto identity = status.enrolled ? session.device().identity() : engine::Identity {};
    const auto agreed = status.lastAgreedAt ? isoTime(status.lastAgreedAt) : std::string();
    if (session.json()) {
        QJsonArray places;
        for (const auto &membership : session.device().memberships()) {
            QJsonArray roles;
            for (const auto role : membership.roles())
                roles.append(static_cast<qint64>(role));
            const auto scope = merge::fromProto(membership.scope());
            places.append(QJsonObject { { "scope", q(scope ? scope->text() : std::string()) },
                                        { "mayWrite", membership.may_write() },
                                        { "roles", roles } });
        }
        say(QJsonObject { { "enrolled", status.enrolled },
                          { "person", q(status.enrolled ? identity.person.text() : std::string()) },
                          { "personName", q(identity.personName) },
                          { "site", q(status.enrolled ? identity.site.text() : std::string()) },
                          { "server", q(identity.serverUrl) },
                          { "waiting", static_cast<qint64>(status.waiting) },
                          { "onServer", static_cast<qint64>(status.onServer) },
                          { "conflicts", static_cast<qint64>(status.conflicts) },
                          { "setAside", static_cast<qint64>(status.setAside) },
                          { "lastAgreedAt", q(agreed) },
                          { "clockOffMilliseconds", static_cast<qint64>(status.clockOffMilliseconds) },
                          { "scopes", static_cast<qint64>(status.scopes) },
                          { "records", static_cast<qint64>(status.records) },
                          { "closed", static_cast<qint64>(status.closed) },
                          { "places", places } });
        return;
    }
    if (!status.enrolled) {
        say("This device is not enrolled yet; nothing of it is on a server.");
        return;
    }
    say(fmt::format("{} with {}.", identity.personName, identity.serverUrl));
    say(fmt::format("{} records in {} places are here.", status.records, status.scopes));
    say(status.waiting ? fmt::format("Saved on this device; {} waiting for the server.", status.waiting)
                       : fmt::format("All on the server ({} changes of this device).", status.onServer));
    if (status.conflicts)
        say(fmt::format("Needs you: two changes met in {}; “conflicts” shows them.", status.conflicts));
    if (status.setAside)
        say(fmt::format("Set aside by the server: {}; they are safe here, “quarantine” shows them.", status.setAside));
    if (status.closed)
        say("What others wrote is shown again after the next connection with the server; nothing is lost.");
    say(agreed.empty() ? "It has not agreed with the server yet; sync." : fmt::format("Last agreed at {}.", agreed));
}

void check(Session &session)
{
    auto problems = session.device().check();
    if (const auto damage = session.database().integrityProblem(); !damage.empty())
        problems.push_back(damage);
    const auto cursors = store::Log(session.database()).cursors();
    if (session.json()) {
        QJsonArray sentences;
        for (const auto &problem : problems)
            sentences.append(q(problem));
        QJsonArray scopes;
        for (const auto &cursor : cursors) {
            const auto scope = merge::fromProto(cursor.scope());
            const auto hash = QByteArray::fromStdString(cursor.log_hash()).toHex();
            scopes.append(QJsonObject { { "scope", q(scope ? scope->text() : std::string()) },
                                        { "epoch", static_cast<qint64>(cursor.epoch()) },
                                        { "rev", static_cast<qint64>(cursor.rev()) },
                                        { "hash", QString::fromLatin1(hash) } });
        }
        say(QJsonObject { { "problems", sentences }, { "scopes", scopes } });
    } else if (problems.empty()) {
        say(fmt::format("All is well: tables, chains and log hashes of {} places hold.", cursors.size()));
    }
    if (!problems.empty())
        throw Failed(fmt::format("{}", fmt::join(problems, " ")));
}

} // namespace ctl
