// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "choice_list_model.h"
#include "view_model.h"

#ifndef Q_MOC_RUN
#include "check_in_correction.h"
#endif

/// A check-in that was recorded, as its mentor has it: what stands there, what it said before, and putting it right
/// while its month is open. What is being written is kept on the device until it is saved or given up.
class HeldCheckIn : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    /// Empty for the latest.
    Q_PROPERTY(QString checkInId READ checkInId WRITE setCheckInId NOTIFY checkInIdChanged REQUIRED)
    Q_PROPERTY(bool exists READ exists NOTIFY viewChanged)
    Q_PROPERTY(QString matchId READ matchId NOTIFY viewChanged)
    Q_PROPERTY(QString title READ title NOTIFY viewChanged)
    Q_PROPERTY(QString factsText READ factsText NOTIFY viewChanged)
    Q_PROPERTY(QString teacherName READ teacherName NOTIFY viewChanged)
    Q_PROPERTY(QString answerText READ answerText NOTIFY viewChanged)
    /// Why what stands there can't be changed any more, or not now; empty where it can.
    Q_PROPERTY(QString closedText READ closedText NOTIFY viewChanged)
    Q_PROPERTY(QString focus READ focus NOTIFY viewChanged)
    Q_PROPERTY(bool isWithdrawn READ isWithdrawn NOTIFY viewChanged)
    Q_PROPERTY(bool mayCorrect READ mayCorrect NOTIFY viewChanged)
    Q_PROPERTY(bool mayWithdraw READ mayWithdraw NOTIFY viewChanged)
    Q_PROPERTY(bool mayBringBack READ mayBringBack NOTIFY viewChanged)
    Q_PROPERTY(bool mayAdd READ mayAdd NOTIFY viewChanged)
    /// What both read: title, who, body.
    Q_PROPERTY(ValueListModel *notes READ notes CONSTANT)
    /// What it said before: text, byText.
    Q_PROPERTY(ValueListModel *history READ history CONSTANT)

    /// What is being put right; from begin() to save() or giveUp().
    Q_PROPERTY(bool correcting READ correcting NOTIFY correctionChanged)
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY correctionChanged)
    Q_PROPERTY(QString dayText READ dayText NOTIFY correctionChanged)
    Q_PROPERTY(int minutes READ minutes WRITE setMinutes NOTIFY correctionChanged)
    Q_PROPERTY(ChoiceListModel *modes READ modes CONSTANT)
    Q_PROPERTY(ChoiceListModel *timeSources READ timeSources CONSTANT)
    Q_PROPERTY(ChoiceListModel *activities READ activities CONSTANT)
    Q_PROPERTY(QString newFocus READ newFocus WRITE setNewFocus NOTIFY correctionChanged)
    Q_PROPERTY(QString works READ works WRITE setWorks NOTIFY correctionChanged)
    Q_PROPERTY(QString challenge READ challenge WRITE setChallenge NOTIFY correctionChanged)
    Q_PROPERTY(QString helpNeeded READ helpNeeded WRITE setHelpNeeded NOTIFY correctionChanged)
    Q_PROPERTY(bool canSave READ canSave NOTIFY correctionChanged)
    /// What has to be mended before it can be saved; empty for nothing.
    Q_PROPERTY(QString missingText READ missingText NOTIFY correctionChanged)

public:
    struct View {
        bool exists = false, isWithdrawn = false, mayCorrect = false, mayWithdraw = false, mayBringBack = false,
             mayAdd = false;
        QString matchId, title, factsText, teacherName, answerText, closedText, focus;
        QList<ValueListModel::Row> notes, history;
        std::string id, today;
        std::optional<models::CheckInCorrection> kept; ///< Begun before, and not saved.
    };

    explicit HeldCheckIn(QObject *parent = nullptr);

    [[nodiscard]] QString checkInId() const { return m_checkInId; }
    void setCheckInId(const QString &id);
    [[nodiscard]] bool exists() const { return m_view.exists; }
    [[nodiscard]] QString matchId() const { return m_view.matchId; }
    [[nodiscard]] QString title() const { return m_view.title; }
    [[nodiscard]] QString factsText() const { return m_view.factsText; }
    [[nodiscard]] QString teacherName() const { return m_view.teacherName; }
    [[nodiscard]] QString answerText() const { return m_view.answerText; }
    [[nodiscard]] QString closedText() const { return m_view.closedText; }
    [[nodiscard]] QString focus() const { return m_view.focus; }
    [[nodiscard]] bool isWithdrawn() const { return m_view.isWithdrawn; }
    [[nodiscard]] bool mayCorrect() const { return m_view.mayCorrect; }
    [[nodiscard]] bool mayWithdraw() const { return m_view.mayWithdraw; }
    [[nodiscard]] bool mayBringBack() const { return m_view.mayBringBack; }
    [[nodiscard]] bool mayAdd() const { return m_view.mayAdd; }
    [[nodiscard]] ValueListModel *notes() const { return m_notes; }
    [[nodiscard]] ValueListModel *history() const { return m_history; }

    [[nodiscard]] bool correcting() const { return m_correction.has_value(); }
    [[nodiscard]] QString day() const { return QString::fromStdString(draft().day); }
    void setDay(const QString &isoDay) { set(&models::CheckInDraft::day, isoDay.toStdString()); }
    [[nodiscard]] QString dayText() const;
    [[nodiscard]] int minutes() const { return draft().minutes; }
    void setMinutes(int minutes) { set(&models::CheckInDraft::minutes, minutes); }
    [[nodiscard]] ChoiceListModel *modes() const { return m_modes; }
    [[nodiscard]] ChoiceListModel *timeSources() const { return m_timeSources; }
    [[nodiscard]] ChoiceListModel *activities() const { return m_activities; }
    [[nodiscard]] QString newFocus() const { return draft().focus; }
    void setNewFocus(const QString &text) { set(&models::CheckInDraft::focus, text); }
    [[nodiscard]] QString works() const { return draft().works; }
    void setWorks(const QString &text) { set(&models::CheckInDraft::works, text); }
    [[nodiscard]] QString challenge() const { return draft().challenge; }
    void setChallenge(const QString &text) { set(&models::CheckInDraft::challenge, text); }
    [[nodiscard]] QString helpNeeded() const { return draft().helpNeeded; }
    void setHelpNeeded(const QString &text) { set(&models::CheckInDraft::helpNeeded, text); }
    [[nodiscard]] bool canSave() const { return correcting() && missingText().isEmpty(); }
    [[nodiscard]] QString missingText() const;

    /// Takes what stands there now into the fields.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void save();
    Q_INVOKABLE void giveUp();
    /// The reason is for the pair.
    Q_INVOKABLE void withdraw(const QString &reason);
    Q_INVOKABLE void bringBack();
    Q_INVOKABLE void add(const QString &body);

signals:
    void checkInIdChanged();
    void viewChanged();
    void correctionChanged();
    void saved(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void reload() override;

private:
    template <class Value, class Given>
    void set(Value models::CheckInDraft::*member, const Given &given)
    {
        if (!m_correction || m_correction->draft.*member == given)
            return;
        m_correction->draft.*member = given;
        keep();
    }
    [[nodiscard]] const models::CheckInDraft &draft() const;
    void show(View view);
    void showChoices();
    void takeChoices();
    /// Keeps what is being written on the device, and tells the page.
    void keep();
    void drop();
    void run(std::function<void(engine::Device &)> work, const QString &sentence);

    QString m_checkInId;
    View m_view;
    std::optional<models::CheckInCorrection> m_correction;
    ValueListModel *m_notes;
    ValueListModel *m_history;
    ChoiceListModel *m_modes;
    ChoiceListModel *m_timeSources;
    ChoiceListModel *m_activities;
    bool m_saving = false;
};
