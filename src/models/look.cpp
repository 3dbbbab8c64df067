// SPDX-License-Identifier: Apache-2.0
#include "look.h"

#include <QSettings>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

bool isScheme(const QString &scheme)
{
    return scheme == u"system" || scheme == u"light" || scheme == u"dark" || scheme == u"contrast";
}

double withinLimits(double scale)
{
    return std::isfinite(scale) ? std::clamp(scale, 0.8, 2.0) : 1.0;
}

} // namespace

Look::Look(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    const QSettings kept(m_file, QSettings::IniFormat);
    m_scheme = kept.value(u"scheme"_s).toString();
    if (!isScheme(m_scheme))
        m_scheme = u"system"_s;
    m_textScale = withinLimits(kept.value(u"textScale"_s, 1.0).toDouble());
    m_motion = kept.value(u"motion"_s, true).toBool();
}

QString Look::shownScheme() const
{
    if (m_scheme != u"system")
        return m_scheme;
    return m_preference.contrast ? u"contrast"_s : m_preference.dark ? u"dark"_s : u"light"_s;
}

void Look::setScheme(const QString &scheme)
{
    if (m_scheme == scheme || !isScheme(scheme))
        return;
    m_scheme = scheme;
    keep(u"scheme"_s, scheme);
}

void Look::setTextScale(double textScale)
{
    const auto scale = withinLimits(textScale);
    if (qFuzzyCompare(m_textScale, scale))
        return;
    m_textScale = scale;
    keep(u"textScale"_s, scale);
}

void Look::setMotion(bool motion)
{
    if (m_motion == motion)
        return;
    m_motion = motion;
    keep(u"motion"_s, motion);
}

void Look::setPreference(const Preference &preference)
{
    m_preference = preference;
    emit changed();
}

void Look::keep(const QString &key, const QVariant &value)
{
    QSettings(m_file, QSettings::IniFormat).setValue(key, value);
    emit changed();
}
