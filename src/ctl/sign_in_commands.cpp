// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"

#include "src/ctl/lines.h"
#include "sync/transport/qt_browser_sign_in.h"

#include <fmt/format.h>

#include <QEventLoop>
#include <QProcess>

namespace ctl {

namespace {

/// True when the command began; nobody waits for its end.
bool openIn(const std::string &browser, const QUrl &url)
{
    auto words = QProcess::splitCommand(browser.empty() ? QStringLiteral("xdg-open") : q(browser));
    if (words.isEmpty())
        return false;
    QProcess process;
    process.setProgram(words.takeFirst());
    process.setArguments(words << QString::fromLatin1(url.toEncoded()));
    // Standard output is this command's own.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
}

} // namespace

void signIn(Session &session, Enrolment wanted, const std::string &browser)
{
    if (session.device().isEnrolled())
        throw Failed("This device is enrolled already. Name a new directory with --data for another person.");
    transport::BrowserSignIn signIn;
    QEventLoop loop;
    std::string problem;
    QObject::connect(&signIn, &transport::BrowserSignIn::browserWanted, &loop, [&browser](const QUrl &url) {
        if (!openIn(browser, url))
            fmt::print(stderr, "No browser could be opened. Open this address in one on this machine:\n{}\n",
                       url.toEncoded().toStdString());
    });
    QObject::connect(&signIn, &transport::BrowserSignIn::invited, &loop, [&](const QString &invite) {
        wanted.invite = invite.toStdString();
        loop.quit();
    });
    QObject::connect(&signIn, &transport::BrowserSignIn::failed, &loop, [&](const QString &sentence) {
        problem = sentence.toStdString();
        loop.quit();
    });
    signIn.start(q(wanted.server), q(wanted.pin));
    loop.exec();
    if (!problem.empty())
        throw Failed(problem);
    enroll(session, wanted);
}

} // namespace ctl
