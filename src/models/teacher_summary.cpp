// SPDX-License-Identifier: Apache-2.0
#include "teacher_summary.h"

#include "words.h"

#include <map>

namespace {

struct Read {
    models::PairView pair;
    QList<ValueListModel::Row> confidence;
};

constexpr std::size_t answersShown = 12;

QList<ValueListModel::Row> readConfidence(const engine::Device &device, const std::string &matchId)
{
    std::map<std::string, std::string> days;
    for (const auto &checkIn :
         models::all<cadre::v1::CheckIn>(device, { .scope = models::placeOf(cadre::v1::SCOPE_KIND_PAIR_LOG, matchId) }))
        days[checkIn.id()] = checkIn.message.on();
    std::map<std::string, int> answers;
    for (const auto &detail : models::all<cadre::v1::CheckInDetail>(
             device, { .scope = models::placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId) })) {
        const auto day = days.find(detail.message.check_in());
        if (detail.message.pulse() > 0 && day != days.end())
            answers[day->second] = detail.message.pulse();
    }
    while (answers.size() > answersShown)
        answers.erase(answers.begin());
    const auto today = models::today(device);
    QList<ValueListModel::Row> rows;
    int before = 0;
    for (const auto &[day, pulse] : answers) {
        const auto label = models::shortDay(day, today);
        rows.append(
            { QString::fromStdString(day),
              { pulse, before, label, TeacherSummary::tr("%1 of 5", "how confident somebody feels").arg(pulse) } });
        before = pulse;
    }
    return rows;
}

} // namespace

TeacherSummary::TeacherSummary(QObject *parent)
    : ViewModel(parent)
    , m_confidence(new ValueListModel({ "value", "before", "label", "text" }, this))
{
}

void TeacherSummary::setMatchId(const QString &matchId)
{
    if (m_matchId == matchId)
        return;
    m_matchId = matchId;
    emit matchIdChanged();
    scheduleReload();
}

void TeacherSummary::reload()
{
    academy()->run(
        this,
        [id = m_matchId.toStdString()](engine::Device &device) {
            const auto match = models::one<cadre::v1::MentorMatch>(device, id);
            return match ? Read { models::pairView(device, *match, models::Names(device)), readConfidence(device, id) }
                         : Read {};
        },
        [this](Read read) {
            m_pair = std::move(read.pair);
            m_confidenceText = read.confidence.isEmpty()
                ? QString()
                : tr("Last time %1 of 5; %n answer(s) in all", "how confident somebody feels",
                     static_cast<int>(read.confidence.size()))
                      .arg(read.confidence.constLast().values.constFirst().toInt());
            m_confidence->setRows(read.confidence);
            emit summaryChanged();
            setLoaded();
        });
}
