// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/fixture.h"

#include "src/app/local_device.h"
#include "tests/qml/sample_store.h"

#include <QAccessible>
#include <QFile>
#include <QQmlEngine>

#include <algorithm>
#include <functional>

Fixture::Fixture(const QString &sample, QObject *parent)
    : QObject(parent)
    , m_sample(sample)
{
}

Fixture::~Fixture() = default;

Academy *Fixture::openSample()
{
    m_academy.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    if (!QFile::copy(m_sample + "/cadre.db", m_directory->filePath("cadre.db")))
        qFatal("the sample store could not be copied");
    return open();
}

Academy *Fixture::openEmpty()
{
    m_academy.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    return open();
}

Academy *Fixture::openSealed(const QString &passphrase)
{
    m_academy.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    const auto directory = m_directory->path().toStdString();
    (void)app::LocalDevice(directory, sampleNow, passphrase.toStdString());
    const auto openWith = [directory](const std::optional<std::string> &tried) -> std::unique_ptr<DeviceHost> {
        return std::make_unique<app::LocalDevice>(directory, sampleNow, tried);
    };
    m_academy = std::make_unique<Academy>([openWith] { return openWith({}); }, openWith);
    QQmlEngine::setObjectOwnership(m_academy.get(), QQmlEngine::CppOwnership);
    return m_academy.get();
}

Academy *Fixture::reopen()
{
    m_academy.reset();
    return open();
}

Academy *Fixture::open()
{
    m_academy =
        std::make_unique<Academy>([directory = m_directory->path().toStdString()]() -> std::unique_ptr<DeviceHost> {
            return std::make_unique<app::LocalDevice>(directory, sampleNow);
        });
    QQmlEngine::setObjectOwnership(m_academy.get(), QQmlEngine::CppOwnership);
    return m_academy.get();
}

QStringList Fixture::unreachable(QQuickItem *item) const
{
    QStringList found;
    if (!item->isVisible() || !item->isEnabled())
        return found;
    if (item->activeFocusOnTab()) {
        auto *accessible = QAccessible::queryAccessibleInterface(item);
        const auto what = QString::fromLatin1(item->metaObject()->className()) + QLatin1Char(' ') + item->objectName();
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            found << what + QStringLiteral(" has no name");
        // A line in running text may be thinner; its mask then reaches further.
        const bool masked = item->containmentMask() != nullptr;
        if (!masked && item->width() > 0 && (item->width() < 44 || item->height() < 44))
            found << what + QStringLiteral(" is %1 by %2").arg(item->width()).arg(item->height());
    }
    for (auto *child : item->childItems())
        found << unreachable(child);
    return found;
}

QStringList Fixture::outside(QQuickItem *item) const
{
    QStringList found;
    const std::function<void(QQuickItem *)> walk = [&](QQuickItem *inner) {
        if (!inner->isVisible())
            return;
        const auto text = inner->property("text").toString();
        if (!text.isEmpty() && inner->inherits("QQuickText")) {
            const auto box = inner->mapRectToItem(item, inner->boundingRect());
            if (box.left() < -1 || box.right() > item->width() + 1)
                found << QStringLiteral("“%1” from %2 to %3").arg(text).arg(box.left()).arg(box.right());
        }
        const auto children = inner->childItems();
        std::for_each(children.begin(), children.end(), walk);
    };
    walk(item);
    return found;
}

bool Fixture::shows(QQuickItem *item, const QString &text) const
{
    if (!item->isVisible())
        return false;
    if (item->property("text").toString().contains(text))
        return true;
    const auto children = item->childItems();
    return std::any_of(children.begin(), children.end(), [&](QQuickItem *child) { return shows(child, text); });
}
