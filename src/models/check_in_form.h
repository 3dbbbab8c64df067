// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "choice_list_model.h"
#include "step_list_model.h"
#include "view_model.h"

#ifndef Q_MOC_RUN
#include "check_in_draft.h"
#include "src/domain/facts.h"
#endif

#include <QElapsedTimer>
#include <QTimer>
#include <QVariantList>

/// A check-in as it is written: kept on the device with every change, recorded by save().
class CheckInForm : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString matchId READ matchId WRITE setMatchId NOTIFY matchIdChanged)
    Q_PROPERTY(Kind kind READ kind WRITE setKind NOTIFY valuesChanged)
    Q_PROPERTY(QString focus READ focus WRITE setFocus NOTIFY valuesChanged)
    Q_PROPERTY(QString works READ works WRITE setWorks NOTIFY valuesChanged)
    Q_PROPERTY(QString challenge READ challenge WRITE setChallenge NOTIFY valuesChanged)
    Q_PROPERTY(QString teacherStep READ teacherStep WRITE setTeacherStep NOTIFY valuesChanged)
    Q_PROPERTY(QString mentorStep READ mentorStep WRITE setMentorStep NOTIFY valuesChanged)
    Q_PROPERTY(QString nextFocus READ nextFocus WRITE setNextFocus NOTIFY valuesChanged)
    Q_PROPERTY(QString privateNote READ privateNote WRITE setPrivateNote NOTIFY valuesChanged)
    Q_PROPERTY(QString helpNeeded READ helpNeeded WRITE setHelpNeeded NOTIFY valuesChanged)
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY valuesChanged)
    Q_PROPERTY(QString teacherStepDue READ teacherStepDue WRITE setTeacherStepDue NOTIFY valuesChanged)
    Q_PROPERTY(QString mentorStepDue READ mentorStepDue WRITE setMentorStepDue NOTIFY valuesChanged)
    Q_PROPERTY(QString nextOn READ nextOn WRITE setNextOn NOTIFY valuesChanged)
    Q_PROPERTY(int minutes READ minutes WRITE setMinutes NOTIFY valuesChanged)
    Q_PROPERTY(int mode READ mode WRITE setMode NOTIFY valuesChanged)
    Q_PROPERTY(int timeSource READ timeSource WRITE setTimeSource NOTIFY valuesChanged)
    Q_PROPERTY(int pulse READ pulse WRITE setPulse NOTIFY valuesChanged)
    Q_PROPERTY(ChoiceListModel *activities READ activities CONSTANT)
    Q_PROPERTY(ChoiceListModel *evidence READ evidence CONSTANT)
    Q_PROPERTY(ChoiceListModel *modes READ modes CONSTANT)
    Q_PROPERTY(ChoiceListModel *timeSources READ timeSources CONSTANT)
    Q_PROPERTY(ChoiceListModel *focusChoices READ focusChoices CONSTANT)
    Q_PROPERTY(StepListModel *lastSteps READ lastSteps CONSTANT)
    /// This mentor's other teachers, of whom any can be taken in.
    Q_PROPERTY(ChoiceListModel *alsoThere READ alsoThere CONSTANT)
    /// Of several teachers, for whom the words, steps and pulse in the form are.
    Q_PROPERTY(ChoiceListModel *writtenFor READ writtenFor CONSTANT)
    /// Who of the administration can take part in a conversation of three, one of them.
    Q_PROPERTY(ChoiceListModel *thirds READ thirds CONSTANT)
    /// Why the third can't be chosen now, or who of them is not among them; empty for neither.
    Q_PROPERTY(QString thirdHint READ thirdHint NOTIFY valuesChanged)
    Q_PROPERTY(bool mayChooseThird READ mayChooseThird NOTIFY valuesChanged)
    Q_PROPERTY(QString thirdName READ thirdName NOTIFY valuesChanged)
    /// Until when the third reads it.
    Q_PROPERTY(QString thirdUntilText READ thirdUntilText NOTIFY pairChanged)
    /// This person leads the pair's school: a quick log alone, for the mentor or of her own.
    Q_PROPERTY(bool asLead READ asLead NOTIFY pairChanged)
    /// Who held it: the mentor, or the lead herself.
    Q_PROPERTY(ChoiceListModel *heldBy READ heldBy CONSTANT)
    Q_PROPERTY(bool isGroup READ isGroup NOTIFY valuesChanged)
    /// Everybody with whom it was.
    Q_PROPERTY(QString withText READ withText NOTIFY valuesChanged)
    /// Of whom the words, steps and pulse in the form are.
    Q_PROPERTY(QString teacherName READ teacherName NOTIFY valuesChanged)
    Q_PROPERTY(QString lastTimeText READ lastTimeText NOTIFY pairChanged)
    Q_PROPERTY(QString monthText READ monthText NOTIFY pairChanged)
    Q_PROPERTY(double monthFraction READ monthFraction NOTIFY pairChanged)
    Q_PROPERTY(QString monthSentence READ monthSentence NOTIFY pairChanged)
    Q_PROPERTY(QString dayText READ dayText NOTIFY valuesChanged)
    Q_PROPERTY(QString elapsedText READ elapsedText NOTIFY timerChanged)
    Q_PROPERTY(bool timerRunning READ timerRunning NOTIFY timerChanged)
    Q_PROPERTY(QVariantList dateChoices READ dateChoices NOTIFY valuesChanged)
    Q_PROPERTY(bool canSave READ canSave NOTIFY valuesChanged)
    Q_PROPERTY(QString missingText READ missingText NOTIFY valuesChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY valuesChanged)
    Q_PROPERTY(QString savedText READ savedText NOTIFY valuesChanged)

public:
    enum Kind { Quick, Conversation };
    Q_ENUM(Kind)

    struct Other {
        std::string matchId;
        QString name;
        domain::MatchFact match;
        std::string checkIn; ///< Id that hers will have, if she is taken in.
    };
    struct Third {
        std::string person;
        QString name;
    };
    /// What the form shows of its pair.
    struct Pair {
        std::vector<Third> thirds;
        QStringList evaluators; ///< Administrators who evaluate the teacher.
        QString thirdUntil;
        bool asLead = false;
        QString mentor;
        std::vector<Other> others; ///< This mentor's other pairs.
        models::PairView view;
        std::vector<models::StepView> steps;
        QString lastTimeText;
        domain::MatchFact match;
        std::string today;
        std::int64_t now = 0; ///< UTC milliseconds when this was read.
        models::CheckInDraft draft;
    };

    explicit CheckInForm(QObject *parent = nullptr);

    [[nodiscard]] QString matchId() const { return m_matchId; }
    /// Opens the pair's draft where there is one, else a new form.
    void setMatchId(const QString &matchId);
    [[nodiscard]] Kind kind() const { return m_draft.kind == cadre::v1::CHECK_IN_KIND_QUICK ? Quick : Conversation; }
    void setKind(Kind kind);
    [[nodiscard]] QString focus() const { return m_draft.focus; }
    void setFocus(const QString &text) { set(m_draft.focus, text); }
    [[nodiscard]] QString works() const { return part().works; }
    void setWorks(const QString &text) { set(part().works, text); }
    [[nodiscard]] QString challenge() const { return part().challenge; }
    void setChallenge(const QString &text) { set(part().challenge, text); }
    [[nodiscard]] QString teacherStep() const { return part().teacherStep; }
    void setTeacherStep(const QString &text) { set(part().teacherStep, text); }
    [[nodiscard]] QString mentorStep() const { return part().mentorStep; }
    void setMentorStep(const QString &text) { set(part().mentorStep, text); }
    [[nodiscard]] QString nextFocus() const { return m_draft.nextFocus; }
    void setNextFocus(const QString &text) { set(m_draft.nextFocus, text); }
    [[nodiscard]] QString privateNote() const { return m_draft.privateNote; }
    void setPrivateNote(const QString &text) { set(m_draft.privateNote, text); }
    [[nodiscard]] QString helpNeeded() const { return part().helpNeeded; }
    void setHelpNeeded(const QString &text) { set(part().helpNeeded, text); }
    [[nodiscard]] QString day() const { return QString::fromStdString(m_draft.day); }
    void setDay(const QString &isoDay);
    [[nodiscard]] QString teacherStepDue() const { return QString::fromStdString(part().teacherStepDue); }
    void setTeacherStepDue(const QString &isoDay) { set(part().teacherStepDue, isoDay.toStdString()); }
    [[nodiscard]] QString mentorStepDue() const { return QString::fromStdString(part().mentorStepDue); }
    void setMentorStepDue(const QString &isoDay) { set(part().mentorStepDue, isoDay.toStdString()); }
    [[nodiscard]] QString nextOn() const { return QString::fromStdString(m_draft.nextOn); }
    void setNextOn(const QString &isoDay) { set(m_draft.nextOn, isoDay.toStdString()); }
    [[nodiscard]] int minutes() const { return m_draft.minutes; }
    void setMinutes(int value) { set(m_draft.minutes, value); }
    [[nodiscard]] int pulse() const { return part().pulse; }
    void setPulse(int value) { set(part().pulse, value); }
    [[nodiscard]] int mode() const { return m_draft.mode; }
    void setMode(int value);
    [[nodiscard]] int timeSource() const { return m_draft.timeSource; }
    void setTimeSource(int value);
    [[nodiscard]] ChoiceListModel *activities() const { return m_activities; }
    [[nodiscard]] ChoiceListModel *evidence() const { return m_evidence; }
    [[nodiscard]] ChoiceListModel *modes() const { return m_modes; }
    [[nodiscard]] ChoiceListModel *timeSources() const { return m_timeSources; }
    [[nodiscard]] ChoiceListModel *focusChoices() const { return m_focusChoices; }
    [[nodiscard]] StepListModel *lastSteps() const { return m_lastSteps; }
    [[nodiscard]] ChoiceListModel *alsoThere() const { return m_alsoThere; }
    [[nodiscard]] ChoiceListModel *writtenFor() const { return m_writtenFor; }
    [[nodiscard]] bool asLead() const { return m_pair.asLead; }
    [[nodiscard]] ChoiceListModel *heldBy() const { return m_heldBy; }
    [[nodiscard]] ChoiceListModel *thirds() const { return m_thirds; }
    [[nodiscard]] QString thirdHint() const;
    /// Before the first word, and with one teacher: what is written is written for whoever reads it.
    [[nodiscard]] bool mayChooseThird() const;
    [[nodiscard]] QString thirdName() const;
    [[nodiscard]] QString thirdUntilText() const { return m_pair.thirdUntil; }
    [[nodiscard]] bool isGroup() const { return !m_draft.others.empty(); }
    [[nodiscard]] QString withText() const;
    [[nodiscard]] QString teacherName() const;
    [[nodiscard]] QString lastTimeText() const { return m_pair.lastTimeText; }
    [[nodiscard]] QString monthText() const { return m_pair.view.minutesText; }
    [[nodiscard]] double monthFraction() const { return m_pair.view.fraction; }
    [[nodiscard]] QString monthSentence() const;
    [[nodiscard]] QString dayText() const;
    [[nodiscard]] QString elapsedText() const;
    [[nodiscard]] bool timerRunning() const { return m_draft.timerStartedAt != 0; }
    [[nodiscard]] QVariantList dateChoices() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString missingText() const;
    /// A word of care beside the notes, such as about names of students.
    [[nodiscard]] QString hint() const;
    /// Where what was written is now: kept, or saved.
    [[nodiscard]] QString savedText() const;

    /// Starts it now; it goes on while the app is closed.
    Q_INVOKABLE void startTimer();
    /// Ends the timer; its minutes become the check-in's.
    Q_INVOKABLE void stopTimer();
    Q_INVOKABLE void save();
    /// Forgets what was written.
    Q_INVOKABLE void discard();

signals:
    void matchIdChanged();
    void valuesChanged();
    void pairChanged();
    void timerChanged();
    void saved();
    void failed(const QString &text);

protected:
    void reload() override;

private:
    template <class Value, class Given>
    void set(Value &value, const Given &given)
    {
        if (value == given)
            return;
        value = given;
        keep();
    }
    /// Keeps the draft on the device and tells the page.
    void keep();
    void showChoices();
    void takeChoices();
    void showOthers();
    void takeOthers();
    void takeWrittenFor();
    void showThirds();
    void takeThird();
    void showHeldBy();
    void takeHeldBy();
    /// What the form shows, on the worker thread.
    [[nodiscard]] static Pair read(engine::Device &device, const std::string &matchId);
    /// What concerns the teacher for whom the form is being written.
    [[nodiscard]] const models::CheckInPart &part() const;
    [[nodiscard]] models::CheckInPart &part();
    /// Those of a group, the form's own pair first.
    [[nodiscard]] std::vector<const Other *> joined() const;
    /// Puts an empty form in the place of one that was saved or given up.
    void startAnew();
    [[nodiscard]] QString timeHint() const;
    [[nodiscard]] std::int64_t now() const { return m_pair.now + (m_sinceRead.isValid() ? m_sinceRead.elapsed() : 0); }
    [[nodiscard]] int timedMinutes() const;

    QString m_matchId;
    std::string m_opened; ///< The match whose draft is in the form.
    models::CheckInDraft m_draft;
    Pair m_pair;
    ChoiceListModel *m_activities;
    ChoiceListModel *m_evidence;
    ChoiceListModel *m_modes;
    ChoiceListModel *m_timeSources;
    ChoiceListModel *m_focusChoices;
    ChoiceListModel *m_alsoThere;
    ChoiceListModel *m_writtenFor;
    ChoiceListModel *m_thirds;
    ChoiceListModel *m_heldBy;
    StepListModel *m_lastSteps;
    std::vector<Other> m_others; ///< In the order of the chips.
    std::string m_part; ///< The match of a further teacher whose part is being written; empty for the pair's own.
    QTimer m_tick; ///< Says once a minute that the elapsed time has changed.
    QElapsedTimer m_sinceRead;
    bool m_saving = false;
    bool m_saved = false;
};
