// SPDX-License-Identifier: Apache-2.0
#include "src/app/stillness.h"

#include "src/models/people.h"

#include <QQuickWindow>
#include <QTimer>

using namespace std::chrono_literals;

namespace app {

namespace {

// A model asks for its records when its page is complete, its page may open another model when
// they are there, and bindings that wait for a layout settle a frame later.
constexpr int framesInARow = 6;

} // namespace

Stillness::Stillness(People &people, QQuickWindow &window, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_window(window)
{
}

void Stillness::await()
{
    m_quietFrames = 0;
    QTimer::singleShot(0, this, &Stillness::frame);
}

void Stillness::frame()
{
    if (m_quietFrames < 0)
        return;
    const bool quiet = m_people.isStill();
    m_quietFrames = quiet ? m_quietFrames + 1 : 0;
    if (m_quietFrames > framesInARow) {
        m_quietFrames = -1;
        m_picture = {};
        emit reached();
        return;
    }
    // Draws now, whether or not a compositor would ask for it.
    if (quiet) {
        const auto picture = m_window.grabWindow();
        if (picture != m_picture)
            m_unchangedSince = std::chrono::steady_clock::now();
        m_picture = picture;
    }
    QTimer::singleShot(quiet ? 0ms : 5ms, this, &Stillness::frame);
}

} // namespace app
