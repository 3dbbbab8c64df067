// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check_in_list_model.h"
#include "step_list_model.h"
#include "teacher_list_model.h"
#include "view_model.h"
#include "week_minutes_model.h"

/// The first page: what is next, who is there, what was promised, what needs a person.
class TodayModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString dayText READ dayText NOTIFY todayChanged)
    Q_PROPERTY(bool hasNext READ hasNext NOTIFY todayChanged)
    Q_PROPERTY(QString nextTitle READ nextTitle NOTIFY todayChanged)
    Q_PROPERTY(QString nextWhen READ nextWhen NOTIFY todayChanged)
    Q_PROPERTY(QString nextText READ nextText NOTIFY todayChanged)
    Q_PROPERTY(QString nextMatchId READ nextMatchId NOTIFY todayChanged)
    Q_PROPERTY(TeacherListModel *teachers READ teachers CONSTANT)
    Q_PROPERTY(StepListModel *openSteps READ openSteps CONSTANT)
    Q_PROPERTY(CheckInListModel *toConfirm READ toConfirm CONSTANT)
    Q_PROPERTY(WeekMinutesModel *weeks READ weeks CONSTANT)
    Q_PROPERTY(QString weeksText READ weeksText NOTIFY todayChanged)
    /// Minutes by month of the schools whose totals this person may see, and a sentence about the last one.
    Q_PROPERTY(WeekMinutesModel *schoolMonths READ schoolMonths CONSTANT)
    Q_PROPERTY(QString schoolText READ schoolText NOTIFY todayChanged)
    Q_PROPERTY(QString promisesText READ promisesText NOTIFY todayChanged)
    Q_PROPERTY(int needsYou READ needsYou NOTIFY todayChanged)
    Q_PROPERTY(int overdue READ overdue NOTIFY todayChanged)
    Q_PROPERTY(int dueSoon READ dueSoon NOTIFY todayChanged)
    Q_PROPERTY(int atRisk READ atRisk NOTIFY todayChanged)
    Q_PROPERTY(int onTrack READ onTrack NOTIFY todayChanged)

public:
    /// What the worker reads for the page.
    struct View {
        QString dayText;
        bool hasNext = false;
        QString nextTitle, nextWhen, nextText, nextMatchId;
        QList<ValueListModel::Row> teachers;
        std::vector<models::StepView> steps;
        QList<WeekMinutesModel::Week> weeks;
        QList<WeekMinutesModel::Week> schoolMonths;
        QString weeksText, schoolText, promisesText;
        int needsYou = 0, overdue = 0, dueSoon = 0, atRisk = 0, onTrack = 0;
    };

    explicit TodayModel(QObject *parent = nullptr);

    [[nodiscard]] QString dayText() const { return m_view.dayText; }
    [[nodiscard]] bool hasNext() const { return m_view.hasNext; }
    [[nodiscard]] QString nextTitle() const { return m_view.nextTitle; }
    [[nodiscard]] QString nextWhen() const { return m_view.nextWhen; }
    [[nodiscard]] QString nextText() const { return m_view.nextText; }
    [[nodiscard]] QString nextMatchId() const { return m_view.nextMatchId; }
    [[nodiscard]] TeacherListModel *teachers() const { return m_teachers; }
    [[nodiscard]] StepListModel *openSteps() const { return m_steps; }
    [[nodiscard]] CheckInListModel *toConfirm() const { return m_toConfirm; }
    [[nodiscard]] WeekMinutesModel *weeks() const { return m_weeks; }
    [[nodiscard]] QString weeksText() const { return m_view.weeksText; }
    [[nodiscard]] WeekMinutesModel *schoolMonths() const { return m_schoolMonths; }
    [[nodiscard]] QString schoolText() const { return m_view.schoolText; }
    [[nodiscard]] QString promisesText() const { return m_view.promisesText; }
    [[nodiscard]] int needsYou() const { return m_view.needsYou; }
    [[nodiscard]] int overdue() const { return m_view.overdue; }
    [[nodiscard]] int dueSoon() const { return m_view.dueSoon; }
    [[nodiscard]] int atRisk() const { return m_view.atRisk; }
    [[nodiscard]] int onTrack() const { return m_view.onTrack; }

signals:
    void todayChanged();

protected:
    void reload() override;

private:
    View m_view;
    TeacherListModel *m_teachers;
    StepListModel *m_steps;
    CheckInListModel *m_toConfirm;
    WeekMinutesModel *m_weeks;
    WeekMinutesModel *m_schoolMonths;
};
