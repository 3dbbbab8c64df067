// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class People;
QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

namespace app {

/// Draws the window into a PNG file when all is loaded, then ends the event loop: 0 when the file
/// was written, else 1 with a sentence on standard error.
void shootWhenStill(People &people, QQuickWindow &window, const QString &file);

/// Says on standard output when the window showed all that is loaded, in nanoseconds of the machine's steady clock,
/// then ends the event loop.
void tellWhenStill(People &people, QQuickWindow &window);

} // namespace app
