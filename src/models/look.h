// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

/// How the app looks on this device: colours, text size, motion. Kept in a small file of the device, not of a
/// person: it holds nothing but these choices. Where a choice is "system", what the desktop prefers counts.
class Look : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The application makes it")
    /// "system", "light", "dark" or "contrast".
    Q_PROPERTY(QString scheme READ scheme WRITE setScheme NOTIFY changed)
    /// 0.8 to 2; 1 is the size as designed.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)
    /// False where nothing shall move, though the system would let it.
    Q_PROPERTY(bool motion READ motion WRITE setMotion NOTIFY changed)
    /// What is shown: the choice, or what the system prefers.
    Q_PROPERTY(QString shownScheme READ shownScheme NOTIFY changed)
    Q_PROPERTY(bool moves READ moves NOTIFY changed)

public:
    /// What the desktop prefers; light and moving until it says so.
    struct Preference {
        bool dark = false;
        bool contrast = false;
        bool reducedMotion = false;
    };

    /// A file that does not read counts as one without choices; one that can't be written keeps them until the end.
    explicit Look(QString file, QObject *parent = nullptr);

    [[nodiscard]] QString scheme() const { return m_scheme; }
    void setScheme(const QString &scheme);
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double textScale);
    [[nodiscard]] bool motion() const { return m_motion; }
    void setMotion(bool motion);
    [[nodiscard]] QString shownScheme() const;
    [[nodiscard]] bool moves() const { return m_motion && !m_preference.reducedMotion; }

    void setPreference(const Preference &preference);

signals:
    void changed();

private:
    void keep(const QString &key, const QVariant &value);

    QString m_file;
    QString m_scheme;
    double m_textScale = 1;
    bool m_motion = true;
    Preference m_preference;
};
