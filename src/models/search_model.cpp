// SPDX-License-Identifier: Apache-2.0
#include "search_model.h"

#include "search_hits.h"

namespace {

constexpr int firstOfEach = 6;
constexpr int moreOfEach = 60;
// So many records are read in a few hundredths of a second; then what was found so far is shown.
constexpr int recordsAtOnce = 2000;

struct Answer {
    QList<ValueListModel::Row> rows;
    bool hasMore = false;
    bool isComplete = false;
};

Answer answerTo(engine::Device &device, const QString &text, int ofEach)
{
    engine::Search search(device);
    Answer answer { .isComplete = search.follow(recordsAtOnce) };
    const auto hits = models::hitsOf(device, search, text.toStdString(), ofEach);
    answer.hasMore = hits.hasMore;
    std::optional<models::HitKind> last;
    for (const auto &hit : hits.list) {
        answer.rows.append({ hit.id,
                             { last == hit.kind ? QString() : models::kindTitle(hit.kind), hit.title, hit.passage,
                               hit.plainPassage, hit.day, hit.route, hit.target } });
        last = hit.kind;
    }
    return answer;
}

} // namespace

SearchModel::SearchModel(QObject *parent)
    : AcademyListModel({ "heading", "title", "passage", "plainPassage", "day", "route", "target" }, parent)
    , m_ofEach(firstOfEach)
{
}

void SearchModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_ofEach = firstOfEach;
    emit textChanged();
    if (hasWords()) {
        scheduleReload();
    } else {
        m_reading = m_hasMore = false;
        m_problem.clear();
        setRows({});
    }
    emit stateChanged();
}

void SearchModel::showMore()
{
    m_ofEach = moreOfEach;
    scheduleReload();
}

void SearchModel::reload()
{
    if (!hasWords())
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const auto asked = m_text;
    academy()->run(
        this, [asked, ofEach = m_ofEach](engine::Device &device) { return answerTo(device, asked, ofEach); },
        [this, asked](const Answer &found) { answer(asked, found.rows, found.hasMore, found.isComplete, {}); },
        [this, asked](const QString &sentence) { answer(asked, {}, false, true, sentence); });
}

void SearchModel::answer(const QString &asked, const QList<Row> &rows, bool hasMore, bool isComplete,
                         const QString &problem)
{
    m_asking = false;
    const bool isCurrent = asked == m_text;
    if (isCurrent) {
        m_shown = asked;
        m_hasMore = hasMore;
        m_reading = !isComplete;
        m_problem = problem;
        setRows(rows);
        emit stateChanged();
    }
    if (std::exchange(m_askAgain, false) || !isComplete || !isCurrent)
        scheduleReload();
}
