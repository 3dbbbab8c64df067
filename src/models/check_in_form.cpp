// SPDX-License-Identifier: Apache-2.0
#include "check_in_form.h"

#include "words.h"

#include "src/domain/check_in_rules.h"

#include <algorithm>

namespace {

constexpr int oneMinute = 60'000;

QStringList focusLabels()
{
    return { CheckInForm::tr("Checking for understanding"),
             CheckInForm::tr("Routines"),
             CheckInForm::tr("Planning"),
             CheckInForm::tr("Discussion"),
             CheckInForm::tr("Student work"),
             CheckInForm::tr("Families"),
             CheckInForm::tr("Well-being") };
}

} // namespace

CheckInForm::CheckInForm(QObject *parent)
    : ViewModel(parent)
    , m_activities(new ChoiceListModel(*cadre::v1::Activity_descriptor(), ChoiceListModel::Several::Yes, this))
    , m_evidence(new ChoiceListModel(*cadre::v1::Evidence_descriptor(), ChoiceListModel::Several::Yes, this))
    , m_modes(new ChoiceListModel(*cadre::v1::ContactMode_descriptor(), ChoiceListModel::Several::No, this))
    , m_timeSources(new ChoiceListModel(*cadre::v1::TimeSource_descriptor(), ChoiceListModel::Several::No, this))
    , m_focusChoices(new ChoiceListModel(focusLabels(), this))
    , m_alsoThere(new ChoiceListModel(QStringList(), ChoiceListModel::Several::Yes, this))
    , m_writtenFor(new ChoiceListModel(QStringList(), this))
    , m_thirds(new ChoiceListModel(QStringList(), this))
    , m_heldBy(new ChoiceListModel(QStringList(), this))
    , m_lastSteps(new StepListModel(this))
{
    connect(m_alsoThere, &ChoiceListModel::toggled, this, &CheckInForm::takeOthers);
    connect(m_heldBy, &ChoiceListModel::toggled, this, &CheckInForm::takeHeldBy);
    connect(m_thirds, &ChoiceListModel::toggled, this, &CheckInForm::takeThird);
    connect(m_writtenFor, &ChoiceListModel::toggled, this, &CheckInForm::takeWrittenFor);
    for (auto *choices : { m_activities, m_evidence, m_modes, m_timeSources, m_focusChoices })
        connect(choices, &ChoiceListModel::toggled, this, &CheckInForm::takeChoices);
    connect(m_lastSteps, &StepListModel::failed, this, &CheckInForm::failed);
    connect(this, &ViewModel::academyChanged, this, [this] { m_lastSteps->setAcademy(academy()); });
    m_tick.setInterval(oneMinute);
    connect(&m_tick, &QTimer::timeout, this, &CheckInForm::timerChanged);
}

void CheckInForm::setMatchId(const QString &matchId)
{
    if (m_matchId == matchId)
        return;
    m_matchId = matchId;
    emit matchIdChanged();
    scheduleReload();
}

void CheckInForm::reload()
{
    if (m_matchId.isEmpty())
        return;
    academy()->run(
        this, [id = m_matchId.toStdString()](engine::Device &device) { return read(device, id); },
        [this](Pair pair) {
            m_pair = std::move(pair);
            m_sinceRead.start();
            m_lastSteps->setSteps(m_pair.steps);
            if (m_opened != m_matchId.toStdString() && !m_pair.view.matchId.empty()) {
                const auto kind = m_draft.kind;
                m_opened = m_pair.view.matchId;
                m_draft = m_pair.draft;
                m_part.clear();
                if (m_draft.isUntouched())
                    m_draft.kind = m_pair.asLead ? int(cadre::v1::CHECK_IN_KIND_QUICK) : kind;
                showChoices();
                if (timerRunning())
                    m_tick.start();
                emit timerChanged();
            }
            showOthers();
            showThirds();
            showHeldBy();
            emit pairChanged();
            emit valuesChanged();
            setLoaded();
        });
}

void CheckInForm::setKind(Kind kind)
{
    const int number = kind == Quick ? cadre::v1::CHECK_IN_KIND_QUICK : cadre::v1::CHECK_IN_KIND_CONVERSATION;
    if (m_draft.kind == number)
        return;
    m_draft.kind = number;
    keep();
}

void CheckInForm::setDay(const QString &isoDay)
{
    set(m_draft.day, isoDay.toStdString());
    showOthers();
    showThirds();
    showHeldBy();
}

void CheckInForm::setMode(int value)
{
    set(m_draft.mode, value);
    showChoices();
}

void CheckInForm::setTimeSource(int value)
{
    set(m_draft.timeSource, value);
    showChoices();
}

void CheckInForm::showChoices()
{
    m_activities->select(m_draft.activities);
    m_evidence->select(m_draft.evidence);
    m_modes->select(m_draft.mode ? std::set { m_draft.mode } : std::set<int>());
    m_timeSources->select(m_draft.timeSource ? std::set { m_draft.timeSource } : std::set<int>());
    const auto focus = focusLabels().indexOf(m_draft.focus) + 1;
    m_focusChoices->select(focus > 0 ? std::set { static_cast<int>(focus) } : std::set<int>());
}

void CheckInForm::takeChoices()
{
    m_draft.activities = m_activities->selected();
    m_draft.evidence = m_evidence->selected();
    m_draft.mode = m_modes->value();
    m_draft.timeSource = m_timeSources->value();
    const bool ownWords = !m_draft.focus.isEmpty() && !focusLabels().contains(m_draft.focus);
    if (m_focusChoices->value() != 0 || !ownWords)
        m_draft.focus = m_focusChoices->label(m_focusChoices->value());
    keep();
}

void CheckInForm::keep()
{
    m_saved = false;
    emit valuesChanged();
    // What is being saved is out of the writer's hands until the answer comes.
    if (m_saving || m_opened.empty() || m_draft.isUntouched())
        return;
    academy()->run(
        this,
        [key = models::draftKey(m_opened), bytes = m_draft.toBytes().toStdString()](engine::Device &device) {
            device.keepDraft(key, bytes);
            return true;
        },
        [](bool) {}, [this](const QString &problem) { emit failed(problem); });
}

QString CheckInForm::monthSentence() const
{
    const auto outside = m_pair.view.ownTimeMinutes;
    return outside > 0 ? tr("%1 · %2 min outside hours").arg(m_pair.view.paceText).arg(outside) : m_pair.view.paceText;
}

QString CheckInForm::dayText() const
{
    return m_draft.day == m_pair.today ? tr("Today") : models::weekdayText(m_draft.day);
}

QString CheckInForm::elapsedText() const
{
    return timerRunning() ? tr("%n min so far", nullptr, timedMinutes()) : QString();
}

QVariantList CheckInForm::dateChoices() const
{
    const auto today = domain::parseDay(m_pair.today);
    QVariantList choices;
    if (!today)
        return choices;
    const auto add = [&](const QString &label, const std::string &day) {
        choices.append(
            QVariantMap { { QStringLiteral("label"), label }, { QStringLiteral("day"), QString::fromStdString(day) } });
    };
    if (!m_draft.nextOn.empty())
        add(tr("Next meeting"), m_draft.nextOn);
    const auto week = domain::dayText(*today + std::chrono::days(7));
    if (m_draft.nextOn != week)
        add(tr("+1 week"), week);
    add(tr("+2 weeks"), domain::dayText(*today + std::chrono::days(14)));
    return choices;
}

bool CheckInForm::canSave() const
{
    return !m_opened.empty() && missingText().isEmpty();
}

QString CheckInForm::missingText() const
{
    if (m_draft.minutes < 1 && !timerRunning())
        return tr("How long was it? Then this can be saved.");
    if (m_draft.minutes > 480)
        return tr("A check-in lasts eight hours at most.");
    if (m_draft.day.empty() || m_draft.day > m_pair.today)
        return tr("Choose the day on which you met.");
    return {};
}

QString CheckInForm::timeHint() const
{
    cadre::v1::CheckIn asked;
    asked.set_match_id(m_opened);
    asked.set_on(m_draft.day);
    asked.set_minutes(m_draft.minutes);
    const auto today = domain::parseDay(m_pair.today);
    if (!today)
        return {};
    for (const auto &finding : domain::findingsFor(asked, &m_pair.match, *today)) {
        if (finding.code == domain::FindingCode::LongMeeting)
            return tr("%1 minutes is long. If it is right, save it as it is.").arg(m_draft.minutes);
        if (finding.code == domain::FindingCode::LongAgo)
            return tr("That is more than two months ago. If it is right, save it as it is.");
        if (finding.code == domain::FindingCode::OutsideMatch)
            return tr("On that day you two were not paired. If it is right, save it as it is.");
    }
    return {};
}

QString CheckInForm::hint() const
{
    for (const auto &body :
         { part().works, part().challenge, part().helpNeeded, part().teacherStep, part().mentorStep }) {
        for (const auto &finding : domain::findingsForNote(body.toStdString())) {
            if (finding.code == domain::FindingCode::PossibleNames)
                return tr("Please leave students’ names out.");
            if (finding.code == domain::FindingCode::TooLong)
                return tr("This is longer than fits. Everything is kept here until it is shorter.");
        }
    }
    return timeHint();
}

int CheckInForm::timedMinutes() const
{
    return static_cast<int>(std::max<std::int64_t>(0, now() - m_draft.timerStartedAt) / oneMinute);
}

void CheckInForm::startTimer()
{
    if (timerRunning() || m_opened.empty())
        return;
    m_draft.timerStartedAt = now();
    m_tick.start();
    keep();
    emit timerChanged();
}

void CheckInForm::stopTimer()
{
    if (!timerRunning())
        return;
    m_draft.minutes = std::clamp(timedMinutes(), 1, 480);
    m_draft.timerStartedAt = 0;
    m_tick.stop();
    keep();
    emit timerChanged();
}

void CheckInForm::save()
{
    stopTimer();
    if (!canSave()) {
        emit failed(missingText());
        return;
    }
    if (m_saving)
        return;
    m_saving = true;
    academy()->save(
        this,
        [match = m_opened, draft = m_draft](engine::Device &device) { models::saveCheckIn(device, match, draft); },
        [this] {
            m_saving = false;
            m_saved = true;
            startAnew();
            emit saved();
        },
        [this](const QString &problem) {
            m_saving = false;
            emit failed(problem);
        });
}

void CheckInForm::startAnew()
{
    m_opened.clear();
    const auto kind = m_draft.kind;
    m_draft = {};
    m_draft.kind = kind;
    m_part.clear();
    showOthers();
    showThirds();
    showHeldBy();
    m_tick.stop();
    showChoices();
    emit valuesChanged();
    emit timerChanged();
    scheduleReload();
}

QString CheckInForm::savedText() const
{
    if (m_saved)
        return academy() && academy()->exchange().offline ? tr("Saved on this device · waiting for internet")
                                                          : tr("Saved on this device");
    return m_opened.empty() || m_draft.isUntouched() ? QString() : tr("Kept on this device until you save it");
}

void CheckInForm::discard()
{
    if (m_opened.empty())
        return;
    academy()->save(
        this, [key = models::draftKey(m_opened)](engine::Device &device) { device.dropDraft(key); }, {},
        [this](const QString &problem) { emit failed(problem); });
    m_saved = false;
    startAnew();
}
