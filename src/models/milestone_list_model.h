// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

#ifndef Q_MOC_RUN
#include "records_read.h"
#include "src/domain/milestone.h"
#endif

/// Milestones of the plans that this person sees, most pressing first, with a count of each kind.
class MilestoneListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Health filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(QString schoolFilter READ schoolFilter WRITE setSchoolFilter NOTIFY schoolFilterChanged)
    Q_PROPERTY(int overdue READ overdue NOTIFY countsChanged)
    Q_PROPERTY(int dueSoon READ dueSoon NOTIFY countsChanged)
    Q_PROPERTY(int atRisk READ atRisk NOTIFY countsChanged)
    Q_PROPERTY(int onTrack READ onTrack NOTIFY countsChanged)
    Q_PROPERTY(int done READ done NOTIFY countsChanged)

public:
    enum Health { All, Overdue, DueSoon, AtRisk, OnTrack, Done, Dropped };
    Q_ENUM(Health)

    struct Item {
        Health health = OnTrack;
        QString school;
        Row row;
    };

    explicit MilestoneListModel(QObject *parent = nullptr);

    [[nodiscard]] Health filter() const { return m_filter; }
    void setFilter(Health filter);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] QString schoolFilter() const { return m_school; }
    void setSchoolFilter(const QString &school);
    [[nodiscard]] int overdue() const { return counted(Overdue); }
    [[nodiscard]] int dueSoon() const { return counted(DueSoon); }
    [[nodiscard]] int atRisk() const { return counted(AtRisk); }
    [[nodiscard]] int onTrack() const { return counted(OnTrack); }
    [[nodiscard]] int done() const { return counted(Done); }

    [[nodiscard]] static Health healthOf(const domain::MilestoneStanding &standing);
    [[nodiscard]] static QString healthText(const domain::MilestoneStanding &standing);
    /// "10 Nov · moved once".
    [[nodiscard]] static QString baselineDay(const cadre::v1::Milestone &milestone, int revisions, domain::Day today);
    /// "Baseline 10 Nov · moved once · M. Ortega".
    [[nodiscard]] static QString baselineText(const cadre::v1::Milestone &milestone, int revisions,
                                              const models::Names &names, domain::Day today);

signals:
    void filterChanged();
    void searchChanged();
    void schoolFilterChanged();
    void countsChanged();

protected:
    void reload() override;

private:
    [[nodiscard]] int counted(Health health) const;
    void show();

    QList<Item> m_items;
    Health m_filter = All;
    QString m_search;
    QString m_school;
};
