// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QHash>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int cellHeight = 380;
constexpr int gap = 8;
constexpr int colours = 255;

/// The picture in its most frequent colours: pages are flat, so few say nearly all.
QImage inFewColours(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    std::vector<std::pair<int, QRgb>> ranked;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        ranked.emplace_back(count.value(), count.key());
    std::sort(ranked.rbegin(), ranked.rend());
    QList<QRgb> table;
    for (const auto &[count, colour] : ranked) {
        if (table.size() < colours)
            table.append(colour);
    }
    const auto nearest = [&table](QRgb wanted) {
        const auto distance = [wanted](QRgb other) {
            const int red = qRed(wanted) - qRed(other);
            const int green = qGreen(wanted) - qGreen(other);
            const int blue = qBlue(wanted) - qBlue(other);
            return red * red + green * green + blue * blue;
        };
        const auto best = std::min_element(table.cbegin(), table.cend(),
                                           [&](QRgb one, QRgb other) { return distance(one) < distance(other); });
        return static_cast<uchar>(best - table.cbegin());
    };
    QImage few(picture.size(), QImage::Format_Indexed8);
    few.setColorTable(table);
    QHash<QRgb, uchar> known;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const auto colour = picture.pixel(x, y);
            auto entry = known.find(colour);
            if (entry == known.end())
                entry = known.insert(colour, nearest(colour));
            few.scanLine(y)[x] = *entry;
        }
    }
    return few;
}

QImage sideBySide(const std::vector<QImage> &pictures, int columns)
{
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    int width = gap;
    for (int column = 0; column < columns && column < static_cast<int>(pictures.size()); ++column)
        width += pictures[static_cast<std::size_t>(column)].width() + gap;
    QImage sheet(width, rows * (cellHeight + gap) + gap, QImage::Format_RGB32);
    sheet.fill(QColor("#8a8677"));
    QPainter painter(&sheet);
    int x = gap;
    for (std::size_t at = 0; at < pictures.size(); ++at) {
        if (at % static_cast<std::size_t>(columns) == 0)
            x = gap;
        painter.drawImage(x, gap + static_cast<int>(at) / columns * (cellHeight + gap), pictures[at]);
        x += pictures[at].width() + gap;
    }
    return sheet;
}

} // namespace

// cadre-sheet OUT COLUMNS PICTURE…: the pictures in rows, each as high as the others.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const int columns = argc > 3 ? QByteArray(argv[2]).toInt() : 0;
    if (columns < 1) {
        std::fprintf(stderr, "Give a file, a number of columns and pictures: cadre-sheet OUT COLUMNS PICTURE…\n");
        return 2;
    }
    std::vector<QImage> pictures;
    for (int at = 3; at < argc; ++at) {
        const QImage picture(QString::fromLocal8Bit(argv[at]));
        if (picture.isNull()) {
            std::fprintf(stderr, "%s can't be read as a picture.\n", argv[at]);
            return 1;
        }
        pictures.push_back(
            picture.convertToFormat(QImage::Format_RGB32).scaledToHeight(cellHeight, Qt::SmoothTransformation));
    }
    if (!inFewColours(sideBySide(pictures, columns)).save(QString::fromLocal8Bit(argv[1]), "PNG", 0)) {
        std::fprintf(stderr, "%s could not be written.\n", argv[1]);
        return 1;
    }
    return 0;
}
