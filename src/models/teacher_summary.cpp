// SPDX-License-Identifier: Apache-2.0
#include "teacher_summary.h"

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
            return match ? models::pairView(device, *match, models::Names(device)) : models::PairView();
        },
        [this](models::PairView pair) {
            m_pair = std::move(pair);
            emit summaryChanged();
            setLoaded();
        });
}
