// SPDX-License-Identifier: Apache-2.0
#include "qr_picture.h"

#include "sync/record/qr_code.h"

#include <QPainter>

#include <stdexcept>

namespace {

constexpr int quietZone = 4;

} // namespace

QrPicture::QrPicture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setFillColor(Qt::white);
}

void QrPicture::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    emit textChanged();
    update();
}

void QrPicture::paint(QPainter *painter)
{
    if (m_text.isEmpty())
        return;
    try {
        const auto code = record::QrCode::of(m_text.toStdString());
        const int side = code.size + 2 * quietZone;
        const int square = std::max(1, static_cast<int>(std::min(width(), height())) / side);
        const int left = (static_cast<int>(width()) - square * side) / 2;
        const int top = (static_cast<int>(height()) - square * side) / 2;
        for (int y = 0; y < code.size; ++y) {
            for (int x = 0; x < code.size; ++x) {
                if (code.isDark(x, y))
                    painter->fillRect(left + (x + quietZone) * square, top + (y + quietZone) * square, square, square,
                                      Qt::black);
            }
        }
    } catch (const std::invalid_argument &) {
        return;
    }
}
