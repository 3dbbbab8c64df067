// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "choice_list_model.h"
#include "person_choice.h"
#include "view_model.h"

/// A beginning teacher and a mentor whom a school's lead brings together.
class NewPair : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(PersonChoice *teachers READ teachers CONSTANT)
    Q_PROPERTY(PersonChoice *mentors READ mentors CONSTANT)
    Q_PROPERTY(QString teacherName READ teacherName NOTIFY viewChanged)
    /// Who mentors the teacher now; empty for nobody.
    Q_PROPERTY(QString mentorNow READ mentorNow NOTIFY viewChanged)
    /// Who could be her mentor and evaluates her.
    Q_PROPERTY(QString notOffered READ notOffered NOTIFY viewChanged)
    /// In the place of the mentor she has, or beside her.
    Q_PROPERTY(ChoiceListModel *ways READ ways CONSTANT)
    Q_PROPERTY(ChoiceListModel *years READ years CONSTANT)
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY termsChanged)
    /// List of {label, day}.
    Q_PROPERTY(QVariantList fromChoices READ fromChoices NOTIFY viewChanged)
    /// A month; 0 for nothing agreed.
    Q_PROPERTY(int minutes READ minutes WRITE setMinutes NOTIFY termsChanged)
    Q_PROPERTY(bool complete READ complete NOTIFY termsChanged)

public:
    struct View {
        QList<PersonChoice::Entry> teachers, mentors;
        QString school, matchNow, mentorNow, notOffered, from;
        QVariantList fromChoices;
        int year = 1;
        int minutes = 0;
    };

    explicit NewPair(QObject *parent = nullptr);

    [[nodiscard]] PersonChoice *teachers() const { return m_teachers; }
    [[nodiscard]] PersonChoice *mentors() const { return m_mentors; }
    [[nodiscard]] QString teacherName() const { return m_teachers->name(); }
    [[nodiscard]] QString mentorNow() const { return m_view.mentorNow; }
    [[nodiscard]] QString notOffered() const { return m_view.notOffered; }
    [[nodiscard]] ChoiceListModel *ways() const { return m_ways; }
    [[nodiscard]] ChoiceListModel *years() const { return m_years; }
    [[nodiscard]] QString from() const { return m_from; }
    void setFrom(const QString &day);
    [[nodiscard]] QVariantList fromChoices() const { return m_view.fromChoices; }
    [[nodiscard]] int minutes() const { return m_minutes; }
    void setMinutes(int minutes);
    [[nodiscard]] bool complete() const;

    /// Makes the pair; ends the one that it takes the place of on the day before, and enrols a teacher who was not.
    Q_INVOKABLE void make();

signals:
    void viewChanged();
    void termsChanged();
    void made(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void reload() override;

private:
    void take(const View &view);

    View m_view;
    PersonChoice *m_teachers;
    PersonChoice *m_mentors;
    ChoiceListModel *m_ways;
    ChoiceListModel *m_years;
    QString m_from;
    QString m_termsOf; ///< The teacher of whom year and minutes were filled in.
    int m_minutes = 0;
};
