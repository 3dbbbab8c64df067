// SPDX-License-Identifier: Apache-2.0
#include "search_hits.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

// In characters, about two lines of a phone.
constexpr int before = 30;
constexpr int longest = 110;

struct Mark {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// A piece of a text with its marks, in characters.
struct Piece {
    QString text;
    QList<Mark> marks;
    bool cutBefore = false;
    bool cutAfter = false;
};

qsizetype charactersIn(const std::string &utf8, std::size_t bytes)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(bytes)).size();
}

/// The first place from `at` on, or before it, where a word begins.
qsizetype wordStart(const QString &text, qsizetype at)
{
    while (at > 0 && !text.at(at - 1).isSpace())
        --at;
    return at;
}

Piece pieceOf(const engine::Passage &passage)
{
    auto all = QString::fromStdString(passage.text);
    all.replace(u'\n', u' ');
    const auto first = passage.marks.empty() ? 0 : charactersIn(passage.text, passage.marks.front().first);
    const auto begin = all.size() <= longest ? 0 : wordStart(all, std::max<qsizetype>(0, first - before));
    auto end = std::min(all.size(), begin + longest);
    if (const auto whole = wordStart(all, end); end < all.size() && whole > first + 1)
        end = whole;
    Piece piece { all.mid(begin, end - begin), {}, begin > 0, end < all.size() };
    for (const auto &[from, to] : passage.marks) {
        const Mark mark { charactersIn(passage.text, from) - begin, charactersIn(passage.text, to) - begin };
        if (mark.begin >= 0 && mark.end <= piece.text.size())
            piece.marks.append(mark);
    }
    return piece;
}

QString withEllipses(const Piece &piece, const QString &text)
{
    return (piece.cutBefore ? u"… "_s : QString()) + text.trimmed() + (piece.cutAfter ? u" …"_s : QString());
}

} // namespace

QString styledPassage(const engine::Passage &passage)
{
    const auto piece = pieceOf(passage);
    QString styled;
    qsizetype at = 0;
    for (const auto &mark : piece.marks) {
        styled += piece.text.mid(at, mark.begin - at).toHtmlEscaped() + u"<b>"_s
            + piece.text.mid(mark.begin, mark.end - mark.begin).toHtmlEscaped() + u"</b>"_s;
        at = mark.end;
    }
    return withEllipses(piece, styled + piece.text.mid(at).toHtmlEscaped());
}

QString plainPassage(const engine::Passage &passage)
{
    const auto piece = pieceOf(passage);
    return withEllipses(piece, piece.text);
}

} // namespace models
