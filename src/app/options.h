// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace app {

/// What the command line asked for.
struct Options {
    QString directory; ///< Where the store lies.
    QString server;
    QString invite;
    QString pin; ///< SPKI pin of the server, empty where the system's roots decide.
    std::optional<std::string> passphrase; ///< Of the store, from the file that was named.
    std::optional<std::int64_t> now; ///< UTC milliseconds.
    QString page = QStringLiteral("today");
    QSize size { 1180, 820 };
    QString scheme; ///< Empty for what was chosen on this device.
    QString language; ///< Empty for the system's.
    qreal textScale = 0; ///< 0 for what was chosen on this device.
    bool still = false; ///< Nothing moves.
    QString shot; ///< File to draw the page into; empty to stay open.
    bool drawn = false; ///< Says when the page was complete, and ends.
    std::chrono::minutes lockAfter { 10 }; ///< Without a touch; 0 for never.
    bool listPages = false;
    bool selfTest = false;

    /// True when nobody looks: no screen is needed.
    [[nodiscard]] bool unattended() const { return selfTest || drawn || !shot.isEmpty(); }
};

/// Names of the pages that --page opens.
[[nodiscard]] QStringList pages();

/// Reads the command line. On wrong use nothing, and `problem` is a sentence that says what to do;
/// it is the help text when that was asked for.
[[nodiscard]] std::optional<Options> readOptions(const QStringList &arguments, QString *problem, bool *askedForHelp);

} // namespace app
