// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickPaintedItem>

/// A text as a QR code, dark on light whatever the theme, with the quiet zone that a camera wants. Empty for a text
/// that is empty or too long.
class QrPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit QrPicture(QQuickItem *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void paint(QPainter *painter) override;

signals:
    void textChanged();

private:
    QString m_text;
};
