// SPDX-License-Identifier: Apache-2.0
#include "src/app/shot.h"

#include "src/app/stillness.h"

#include <QCoreApplication>
#include <QQuickWindow>

#include <cstdio>

namespace app {

void shootWhenStill(People &people, QQuickWindow &window, const QString &file)
{
    auto *stillness = new Stillness(people, window, &window);
    QObject::connect(stillness, &Stillness::reached, &window, [&window, file] {
        const bool written = window.grabWindow().save(file, "PNG");
        if (!written)
            std::fprintf(stderr, "The picture could not be written to %s; check the folder and its permissions.\n",
                         qPrintable(file));
        QCoreApplication::exit(written ? 0 : 1);
    });
    stillness->await();
}

void tellWhenStill(People &people, QQuickWindow &window)
{
    auto *stillness = new Stillness(people, window, &window);
    QObject::connect(stillness, &Stillness::reached, &window, [stillness] {
        const std::chrono::nanoseconds since = stillness->unchangedSince().time_since_epoch();
        std::printf("%lld\n", static_cast<long long>(since.count()));
        QCoreApplication::exit(0);
    });
    stillness->await();
}

} // namespace app
