// SPDX-License-Identifier: Apache-2.0
#include "src/app/self_test.h"

#include "src/app/options.h"

#include <QCoreApplication>
#include <QQmlEngine>
#include <QQuickWindow>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

SelfTest::SelfTest(People &people, QQmlEngine &engine, QQuickWindow &window)
    : m_window(window)
    , m_stillness(people, window)
{
    for (const auto &scheme : { u"light"_s, u"dark"_s, u"contrast"_s }) {
        for (const auto size : { QSize(360, 740), QSize(820, 1180), QSize(1440, 900) }) {
            for (const auto &page : pages())
                m_visits.append({ page, scheme, size });
        }
    }
    connect(&engine, &QQmlEngine::warnings, this, &SelfTest::warned);
    connect(&m_stillness, &Stillness::reached, this, &SelfTest::next);
}

void SelfTest::start()
{
    m_stillness.await();
}

void SelfTest::next()
{
    if (m_at == m_visits.size()) {
        std::printf("%lld pages loaded, %d warnings\n", static_cast<long long>(m_visits.size()), m_warnings);
        QCoreApplication::exit(m_warnings == 0 ? 0 : 1);
        return;
    }
    const auto &visit = m_visits.at(m_at++);
    m_window.resize(visit.size);
    m_window.setProperty("scheme", visit.scheme);
    m_window.setProperty("route", visit.page);
    m_stillness.await();
}

void SelfTest::warned(const QList<QQmlError> &warnings)
{
    for (const auto &warning : warnings) {
        ++m_warnings;
        const auto where = m_at > 0 ? m_visits.at(m_at - 1) : Visit { u"start"_s, {}, {} };
        std::fprintf(stderr, "%s, %s, %d wide: %s\n", qPrintable(where.page), qPrintable(where.scheme),
                     where.size.width(), qPrintable(warning.toString()));
    }
}

} // namespace app
