// SPDX-License-Identifier: Apache-2.0
#include "held_check_in.h"

#include "check_in_answer.h"
#include "check_in_history.h"
#include "opened.h"
#include "words.h"

#include "src/domain/check_in_rules.h"

using namespace Qt::StringLiterals;

namespace {

namespace v1 = cadre::v1;
using View = HeldCheckIn::View;

void readWords(engine::Device &device, const std::string &id, const models::Names &names, View &view)
{
    const auto pair = models::placeOf(v1::SCOPE_KIND_PAIR, view.matchId.toStdString());
    for (const auto &detail :
         models::all<v1::CheckInDetail>(device, { .where = { { "check_in", id } }, .scope = pair })) {
        view.focus = QString::fromStdString(detail.message.focus());
        models::noteOpened(device, detail.key);
    }
    for (const auto &note : models::all<v1::CheckInNote>(device, { .where = { { "check_in", id } } })) {
        if (note.message.body().empty())
            continue;
        models::noteOpened(device, note.key);
        view.notes.append({ note.idText(),
                            { note.idText(), models::choice(*v1::NotePart_descriptor(), note.message.part()),
                              names.orYou(note.message.author()), QString::fromStdString(note.message.body()) } });
    }
    view.notes += models::addendaOf(device, id, names);
    view.history = models::amendmentsOf(device, id, names);
}

/// What its mentor may still do, and why not where not.
void readStanding(const v1::CheckIn &checkIn, const domain::Contact &contact, domain::Day today, View &view)
{
    const bool isLocked = domain::isLocked(checkIn, today);
    view.isWithdrawn = checkIn.status() == v1::CHECK_IN_STATUS_VOID;
    const bool isOpen = !isLocked && checkIn.status() == v1::CHECK_IN_STATUS_RECORDED;
    const bool isConfirmed = domain::answered(contact) == domain::Answered::Agrees;
    view.mayCorrect = isOpen;
    view.mayWithdraw = isOpen && !isConfirmed;
    view.mayBringBack = view.isWithdrawn && !isLocked;
    view.mayAdd = isLocked;
    if (isLocked)
        view.closedText = HeldCheckIn::tr("This month is closed, so what stands here stays. You can still add a dated "
                                          "note that both of you read.");
    else if (view.isWithdrawn)
        view.closedText = HeldCheckIn::tr("Withdrawn: it counts no minutes, and both of you still see it.");
    else if (isConfirmed)
        view.closedText = HeldCheckIn::tr("%1 has confirmed it. If you correct the minutes, %1 is asked again.")
                              .arg(view.teacherName);
}

/// The latest that this person held; empty for none.
std::string latestOf(const engine::Device &device)
{
    std::pair<std::string, std::string> latest;
    for (const auto &checkIn :
         models::all<v1::CheckIn>(device, { .where = { { "mentor", device.identity().person.text() } } }))
        latest = std::max(latest, std::pair(checkIn.message.on(), checkIn.id()));
    return latest.second;
}

View readView(engine::Device &device, const std::string &asked)
{
    View view;
    const auto id = asked.empty() ? latestOf(device) : asked;
    view.id = id;
    const auto checkIn = models::one<v1::CheckIn>(device, id);
    const auto match = checkIn ? models::one<v1::MentorMatch>(device, checkIn->message.match_id()) : std::nullopt;
    if (!match || match->message.mentor() != device.identity().person.text())
        return view;
    const models::Names names(device);
    const auto &said = checkIn->message;
    const auto today = models::today(device);
    view.exists = true;
    view.matchId = match->idText();
    view.teacherName = names.of(match->message.teacher());
    view.title = models::weekdayText(said.on());
    view.today = domain::dayText(today);
    view.factsText = HeldCheckIn::tr("%n min with %1", nullptr, said.minutes()).arg(view.teacherName);
    if (said.has_mode())
        view.factsText += u" · "_s + models::choice(*v1::ContactMode_descriptor(), said.mode());
    if (said.has_time_source())
        view.factsText += u" · "_s + models::choice(*v1::TimeSource_descriptor(), said.time_source());
    for (const auto &contact : models::contactsOf(device, match->id())) {
        if (contact.id == id) {
            view.answerText = models::answerText(contact, names);
            readStanding(said, contact, today, view);
        }
    }
    readWords(device, id, names, view);
    if (const auto kept = device.draft(models::correctionKey(id)); kept && view.mayCorrect)
        view.kept = models::CheckInCorrection::fromBytes(QByteArray::fromStdString(*kept));
    return view;
}

} // namespace

HeldCheckIn::HeldCheckIn(QObject *parent)
    : ViewModel(parent)
    , m_notes(new ValueListModel({ "recordId", "title", "who", "body" }, this))
    , m_history(new ValueListModel({ "recordId", "text", "byText" }, this))
    , m_modes(new ChoiceListModel(*v1::ContactMode_descriptor(), ChoiceListModel::Several::No, this))
    , m_timeSources(new ChoiceListModel(*v1::TimeSource_descriptor(), ChoiceListModel::Several::No, this))
    , m_activities(new ChoiceListModel(*v1::Activity_descriptor(), ChoiceListModel::Several::Yes, this))
{
    for (auto *choices : { m_modes, m_timeSources, m_activities })
        connect(choices, &ChoiceListModel::toggled, this, &HeldCheckIn::takeChoices);
}

void HeldCheckIn::setCheckInId(const QString &id)
{
    if (m_checkInId == id)
        return;
    m_checkInId = id;
    m_correction.reset();
    emit checkInIdChanged();
    emit correctionChanged();
    scheduleReload();
}

void HeldCheckIn::reload()
{
    academy()->run(
        this, [id = m_checkInId.toStdString()](engine::Device &device) { return readView(device, id); },
        [this](View view) { show(std::move(view)); }, [this](const QString &sentence) { emit failed(sentence); });
}

void HeldCheckIn::show(View view)
{
    m_view = std::move(view);
    if (!m_correction && m_view.kept && !loaded()) {
        m_correction = std::move(m_view.kept);
        showChoices();
        emit correctionChanged();
    }
    m_notes->setRows(m_view.notes);
    m_history->setRows(m_view.history);
    emit viewChanged();
    setLoaded();
}

const models::CheckInDraft &HeldCheckIn::draft() const
{
    static const models::CheckInDraft none;
    return m_correction ? m_correction->draft : none;
}

QString HeldCheckIn::dayText() const
{
    return draft().day == m_view.today ? tr("Today") : models::weekdayText(draft().day);
}

QString HeldCheckIn::missingText() const
{
    if (!m_correction)
        return {};
    if (draft().minutes < 1 || draft().minutes > 480)
        return tr("A check-in lasts from one minute to eight hours.");
    if (draft().day.empty() || draft().day > m_view.today)
        return tr("Choose the day on which you met.");
    return {};
}

void HeldCheckIn::showChoices()
{
    const auto &shown = draft();
    m_modes->select(shown.mode ? std::set { shown.mode } : std::set<int>());
    m_timeSources->select(shown.timeSource ? std::set { shown.timeSource } : std::set<int>());
    m_activities->select(shown.activities);
}

void HeldCheckIn::takeChoices()
{
    if (!m_correction)
        return;
    auto &shown = m_correction->draft;
    shown.mode = m_modes->value();
    shown.timeSource = m_timeSources->value();
    shown.activities = m_activities->selected();
    keep();
}

void HeldCheckIn::keep()
{
    emit correctionChanged();
    if (m_saving)
        return;
    academy()->run(
        this,
        [key = models::correctionKey(m_view.id),
         bytes = m_correction->toBytes().toStdString()](engine::Device &device) {
            device.keepDraft(key, bytes);
            return true;
        },
        [](bool) {}, [this](const QString &problem) { emit failed(problem); });
}

void HeldCheckIn::drop()
{
    academy()->run(
        this,
        [key = models::correctionKey(m_view.id)](engine::Device &device) {
            device.dropDraft(key);
            return true;
        },
        [](bool) {});
    m_correction.reset();
    emit correctionChanged();
}

void HeldCheckIn::begin()
{
    if (m_correction || !m_view.mayCorrect)
        return;
    academy()->run(
        this, [id = m_view.id](engine::Device &device) { return models::openCorrection(device, id); },
        [this](models::CheckInCorrection correction) {
            m_correction = std::move(correction);
            showChoices();
            emit correctionChanged();
        },
        [this](const QString &problem) { emit failed(problem); });
}

void HeldCheckIn::save()
{
    if (!canSave() || m_saving)
        return;
    m_saving = true;
    academy()->save(
        this, [correction = *m_correction](engine::Device &device) { models::saveCorrection(device, correction); },
        [this] {
            m_saving = false;
            drop();
            emit saved(tr("Corrected. What it said before stays below."));
        },
        [this](const QString &problem) {
            m_saving = false;
            emit failed(problem);
        });
}

void HeldCheckIn::giveUp()
{
    if (m_correction && !m_saving)
        drop();
}

void HeldCheckIn::run(std::function<void(engine::Device &)> work, const QString &sentence)
{
    academy()->save(
        this, std::move(work), [this, sentence] { emit saved(sentence); },
        [this](const QString &problem) { emit failed(problem); });
}

void HeldCheckIn::withdraw(const QString &reason)
{
    run([id = m_view.id,
         reason = reason.trimmed().toStdString()](engine::Device &device) { models::withdraw(device, id, reason); },
        tr("Withdrawn. %1 sees it with the next exchange.").arg(m_view.teacherName));
}

void HeldCheckIn::bringBack()
{
    run([id = m_view.id](engine::Device &device) { models::bringBack(device, id); }, tr("It counts again."));
}

void HeldCheckIn::add(const QString &body)
{
    run([id = m_view.id, match = m_view.matchId.toStdString(),
         body = body.trimmed().toStdString()](engine::Device &device) { models::addAddendum(device, id, match, body); },
        tr("Added with today’s date."));
}
