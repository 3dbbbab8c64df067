// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "step_list_model.h"
#include "view_model.h"

/// One check-in as its teacher sees it: what was recorded, her answer, her own words, her pulse and her steps.
class TeacherCheckIn : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString checkInId READ checkInId WRITE setCheckInId NOTIFY checkInIdChanged REQUIRED)
    Q_PROPERTY(bool exists READ exists NOTIFY viewChanged)
    Q_PROPERTY(QString title READ title NOTIFY viewChanged)
    Q_PROPERTY(QString factsText READ factsText NOTIFY viewChanged)
    Q_PROPERTY(QString answerText READ answerText NOTIFY viewChanged)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY viewChanged)
    Q_PROPERTY(bool isWithdrawn READ isWithdrawn NOTIFY viewChanged)
    /// Why there is nothing to answer any more; empty where there is.
    Q_PROPERTY(QString closedText READ closedText NOTIFY viewChanged)
    Q_PROPERTY(bool mayAdd READ mayAdd NOTIFY viewChanged)
    Q_PROPERTY(QString mentorName READ mentorName NOTIFY viewChanged)
    Q_PROPERTY(QString matchId READ matchId NOTIFY viewChanged)
    Q_PROPERTY(QString focus READ focus NOTIFY viewChanged)
    /// What both read: title, who, body.
    Q_PROPERTY(ValueListModel *notes READ notes CONSTANT)
    /// What it said before: text, byText.
    Q_PROPERTY(ValueListModel *history READ history CONSTANT)
    Q_PROPERTY(StepListModel *steps READ steps CONSTANT)
    /// Her words for both, and those for herself alone; what is being written stays while the store changes.
    Q_PROPERTY(QString shared READ shared NOTIFY wordsChanged)
    Q_PROPERTY(bool sharedChanged READ sharedIsChanged NOTIFY wordsChanged)
    Q_PROPERTY(QString own READ own NOTIFY wordsChanged)
    Q_PROPERTY(bool ownChanged READ ownIsChanged NOTIFY wordsChanged)
    /// 1 to 5; 0 for none said.
    Q_PROPERTY(int pulse READ pulse NOTIFY viewChanged)

public:
    /// One of her notes, and the form from which it is saved.
    struct Words {
        QString text;
        std::string token;
        bool changed = false;
    };
    struct View {
        bool exists = false, canConfirm = false, isWithdrawn = false, mayAdd = false;
        QString title, factsText, answerText, closedText, mentorName, matchId, focus;
        QList<ValueListModel::Row> notes, history;
        std::vector<models::StepView> steps;
        Words shared, own;
        int pulse = 0;
        std::string pulseToken;
    };

    explicit TeacherCheckIn(QObject *parent = nullptr);

    [[nodiscard]] QString checkInId() const { return m_checkInId; }
    void setCheckInId(const QString &id);
    [[nodiscard]] bool exists() const { return m_view.exists; }
    [[nodiscard]] QString title() const { return m_view.title; }
    [[nodiscard]] QString factsText() const { return m_view.factsText; }
    [[nodiscard]] QString answerText() const { return m_view.answerText; }
    [[nodiscard]] bool canConfirm() const { return m_view.canConfirm; }
    [[nodiscard]] bool isWithdrawn() const { return m_view.isWithdrawn; }
    [[nodiscard]] QString closedText() const { return m_view.closedText; }
    [[nodiscard]] bool mayAdd() const { return m_view.mayAdd; }
    [[nodiscard]] QString mentorName() const { return m_view.mentorName; }
    [[nodiscard]] QString matchId() const { return m_view.matchId; }
    [[nodiscard]] QString focus() const { return m_view.focus; }
    [[nodiscard]] ValueListModel *notes() const { return m_notes; }
    [[nodiscard]] ValueListModel *history() const { return m_history; }
    [[nodiscard]] StepListModel *steps() const { return m_steps; }
    [[nodiscard]] QString shared() const { return m_shared.text; }
    [[nodiscard]] bool sharedIsChanged() const { return m_shared.changed; }
    [[nodiscard]] QString own() const { return m_own.text; }
    [[nodiscard]] bool ownIsChanged() const { return m_own.changed; }
    [[nodiscard]] int pulse() const { return m_view.pulse; }

    Q_INVOKABLE void confirm();
    /// `word` is for the mentor alone; it may be empty, here and below.
    Q_INVOKABLE void differ(int minutes, const QString &word);
    Q_INVOKABLE void deny(const QString &word);
    Q_INVOKABLE void writeShared(const QString &text);
    Q_INVOKABLE void writeOwn(const QString &text);
    Q_INVOKABLE void keepShared();
    Q_INVOKABLE void keepOwn();
    /// The same one again takes it away.
    Q_INVOKABLE void sayPulse(int pulse);
    Q_INVOKABLE void addStep(const QString &text);
    /// Words with today's date, once the month is closed.
    Q_INVOKABLE void add(const QString &body);

signals:
    void checkInIdChanged();
    void viewChanged();
    void wordsChanged();
    void saved(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void reload() override;

private:
    void show(View view);
    void keep(Words &words, const QString &sentence);
    void run(std::function<void(engine::Device &)> work, const QString &sentence);

    QString m_checkInId;
    View m_view;
    Words m_shared, m_own;
    ValueListModel *m_notes;
    ValueListModel *m_history;
    StepListModel *m_steps;
};
