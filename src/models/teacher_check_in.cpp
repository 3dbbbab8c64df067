// SPDX-License-Identifier: Apache-2.0
#include "teacher_check_in.h"

#include "check_in_answer.h"
#include "check_in_history.h"
#include "words.h"

#include "src/domain/check_in_rules.h"

using namespace Qt::StringLiterals;

namespace {

namespace v1 = cadre::v1;
using View = TeacherCheckIn::View;

/// A note that she has, or a new one of hers, in the place.
TeacherCheckIn::Words wordsIn(engine::Device &device, const std::string &checkIn, const record::ScopeId &place)
{
    const auto self = device.identity().person.text();
    for (const auto &note : models::all<v1::CheckInNote>(
             device, { .where = { { "check_in", checkIn }, { "author", self } }, .scope = place })) {
        if (note.message.part() == v1::NOTE_PART_REFLECTION || note.message.part() == v1::NOTE_PART_PRIVATE)
            return { QString::fromStdString(note.message.body()), device.open(note.key).token(), false };
    }
    return { {}, device.openNew("CheckInNote", place).token(), false };
}

void readNotes(engine::Device &device, const std::string &checkIn, const record::ScopeId &pair,
               const models::Names &names, View &view)
{
    const auto self = device.identity().person.text();
    for (const auto &note :
         models::all<v1::CheckInNote>(device, { .where = { { "check_in", checkIn } }, .scope = pair })) {
        const bool isOwnWords = note.message.author() == self && note.message.part() == v1::NOTE_PART_REFLECTION;
        if (note.message.body().empty() || isOwnWords)
            continue;
        view.notes.append({ note.idText(),
                            { note.idText(), models::choice(*v1::NotePart_descriptor(), note.message.part()),
                              names.orYou(note.message.author()), QString::fromStdString(note.message.body()) } });
    }
}

void readDetail(engine::Device &device, const std::string &checkIn, const record::ScopeId &pair, View &view)
{
    for (const auto &detail :
         models::all<v1::CheckInDetail>(device, { .where = { { "check_in", checkIn } }, .scope = pair })) {
        view.focus = QString::fromStdString(detail.message.focus());
        view.pulse = detail.message.pulse();
        view.pulseToken = device.open(detail.key).token();
        return;
    }
    view.pulseToken = device.openNew("CheckInDetail", pair).token();
}

void readAnswer(engine::Device &device, const models::Found<v1::CheckIn> &checkIn, const models::Names &names,
                View &view)
{
    for (const auto &contact : models::contactsOf(device, checkIn.message.match_id())) {
        if (contact.id != checkIn.id())
            continue;
        view.answerText = models::answerText(contact, names);
    }
}

void readStanding(const v1::CheckIn &checkIn, domain::Day today, View &view)
{
    const bool isLocked = domain::isLocked(checkIn, today);
    view.isWithdrawn = checkIn.status() == v1::CHECK_IN_STATUS_VOID;
    view.canConfirm = !isLocked && checkIn.status() == v1::CHECK_IN_STATUS_RECORDED;
    view.mayAdd = isLocked;
    if (isLocked)
        view.closedText = TeacherCheckIn::tr("This month is closed, so what stands here stays. You can still add a "
                                             "dated note that both of you read.");
    else if (view.isWithdrawn)
        view.closedText = TeacherCheckIn::tr("It counts no minutes. Below stands why.");
}

View readView(engine::Device &device, const std::string &id)
{
    View view;
    const auto checkIn = models::one<v1::CheckIn>(device, id);
    const auto match = checkIn ? models::one<v1::MentorMatch>(device, checkIn->message.match_id()) : std::nullopt;
    const auto self = device.identity().person;
    if (!match || match->message.teacher() != self.text())
        return view;
    const models::Names names(device);
    const auto pair = models::placeOf(v1::SCOPE_KIND_PAIR, match->id());
    view.exists = true;
    view.matchId = match->idText();
    view.mentorName = names.of(match->message.mentor());
    view.title = models::weekdayText(checkIn->message.on());
    view.factsText = TeacherCheckIn::tr("%n min with %1", nullptr, checkIn->message.minutes())
                         .arg(names.of(checkIn->message.mentor()));
    if (checkIn->message.has_mode())
        view.factsText += u" · "_s + models::choice(*v1::ContactMode_descriptor(), checkIn->message.mode());
    readAnswer(device, *checkIn, names, view);
    readStanding(checkIn->message, models::today(device), view);
    readDetail(device, id, pair, view);
    readNotes(device, id, pair, names, view);
    view.notes += models::addendaOf(device, id, names);
    view.history = models::amendmentsOf(device, id, names);
    view.shared = wordsIn(device, id, pair);
    view.own = wordsIn(device, id, { .kind = v1::SCOPE_KIND_PERSON, .key = self });
    for (auto &step : models::openSteps(device, match->id(), names)) {
        if (step.mine)
            view.steps.push_back(std::move(step));
    }
    return view;
}

void saveWords(engine::Device &device, const std::string &checkIn, const std::string &token, const std::string &text)
{
    auto form = device.formFromToken(token);
    auto note = std::make_shared<v1::CheckInNote>(dynamic_cast<const v1::CheckInNote &>(*form.opened));
    if (form.isNew) {
        note->set_check_in(checkIn);
        note->set_author(device.identity().person.text());
        note->set_part(form.key.scope.kind == v1::SCOPE_KIND_PERSON ? v1::NOTE_PART_PRIVATE : v1::NOTE_PART_REFLECTION);
    }
    note->set_body(text);
    device.save({ { &form, note } });
}

} // namespace

TeacherCheckIn::TeacherCheckIn(QObject *parent)
    : ViewModel(parent)
    , m_notes(new ValueListModel({ "recordId", "title", "who", "body" }, this))
    , m_history(new ValueListModel({ "recordId", "text", "byText" }, this))
    , m_steps(new StepListModel(this))
{
    connect(this, &ViewModel::academyChanged, this, [this] { m_steps->setAcademy(academy()); });
    connect(m_steps, &StepListModel::failed, this, &TeacherCheckIn::failed);
}

void TeacherCheckIn::setCheckInId(const QString &id)
{
    if (m_checkInId == id)
        return;
    m_checkInId = id;
    emit checkInIdChanged();
    scheduleReload();
}

void TeacherCheckIn::reload()
{
    academy()->run(
        this, [id = m_checkInId.toStdString()](engine::Device &device) { return readView(device, id); },
        [this](View view) { show(std::move(view)); }, [this](const QString &sentence) { emit failed(sentence); });
}

void TeacherCheckIn::show(View view)
{
    m_view = std::move(view);
    if (!m_shared.changed)
        m_shared = m_view.shared;
    if (!m_own.changed)
        m_own = m_view.own;
    m_notes->setRows(m_view.notes);
    m_history->setRows(m_view.history);
    m_steps->setSteps(m_view.steps);
    emit viewChanged();
    emit wordsChanged();
    setLoaded();
}

void TeacherCheckIn::run(std::function<void(engine::Device &)> work, const QString &sentence)
{
    academy()->save(
        this, std::move(work),
        [this, sentence] {
            if (!sentence.isEmpty())
                emit saved(sentence);
        },
        [this](const QString &problem) { emit failed(problem); });
}

void TeacherCheckIn::confirm()
{
    run(
        [id = m_checkInId.toStdString()](engine::Device &device) {
            models::answerCheckIn(device, id, v1::CONFIRMATION_CONFIRMED, std::nullopt, {});
        },
        tr("Confirmed."));
}

void TeacherCheckIn::differ(int minutes, const QString &word)
{
    run(
        [id = m_checkInId.toStdString(), minutes, word = word.trimmed().toStdString()](engine::Device &device) {
            models::answerCheckIn(device, id, v1::CONFIRMATION_TIME_DIFFERS, minutes, word);
        },
        tr("Saved. %1 sees it with the next exchange.").arg(m_view.mentorName));
}

void TeacherCheckIn::deny(const QString &word)
{
    run(
        [id = m_checkInId.toStdString(), word = word.trimmed().toStdString()](engine::Device &device) {
            models::answerCheckIn(device, id, v1::CONFIRMATION_NOT_HELD, std::nullopt, word);
        },
        tr("Saved. %1 sees it with the next exchange.").arg(m_view.mentorName));
}

void TeacherCheckIn::writeShared(const QString &text)
{
    m_shared.text = text;
    m_shared.changed = text != m_view.shared.text;
    emit wordsChanged();
}

void TeacherCheckIn::writeOwn(const QString &text)
{
    m_own.text = text;
    m_own.changed = text != m_view.own.text;
    emit wordsChanged();
}

void TeacherCheckIn::keepShared()
{
    keep(m_shared, tr("Kept for you and %1.").arg(m_view.mentorName));
}

void TeacherCheckIn::keepOwn()
{
    keep(m_own, tr("Kept for you alone."));
}

void TeacherCheckIn::keep(Words &words, const QString &sentence)
{
    if (!words.changed)
        return;
    const auto id = m_checkInId.toStdString();
    academy()->save(
        this,
        [id, token = words.token, text = words.text.toStdString()](engine::Device &device) {
            saveWords(device, id, token, text);
        },
        [this, &words, sentence, kept = words.text] {
            words.changed = words.text != kept;
            emit wordsChanged();
            emit saved(sentence);
        },
        [this](const QString &problem) { emit failed(problem); });
}

void TeacherCheckIn::sayPulse(int pulse)
{
    run(
        [id = m_checkInId.toStdString(), token = m_view.pulseToken,
         pulse = pulse == m_view.pulse ? 0 : pulse](engine::Device &device) {
            auto form = device.formFromToken(token);
            auto detail = std::make_shared<v1::CheckInDetail>(dynamic_cast<const v1::CheckInDetail &>(*form.opened));
            if (form.isNew)
                detail->set_check_in(id);
            if (pulse > 0)
                detail->set_pulse(pulse);
            else
                detail->clear_pulse();
            device.save({ { &form, detail } });
        },
        {});
}

void TeacherCheckIn::addStep(const QString &text)
{
    run(
        [id = m_checkInId.toStdString(), match = m_view.matchId.toStdString(),
         text = text.trimmed().toStdString()](engine::Device &device) {
            auto form = device.openNew("ActionItem", models::placeOf(v1::SCOPE_KIND_PAIR, match));
            auto step = std::make_shared<v1::ActionItem>();
            step->set_check_in(id);
            step->set_owner(device.identity().person.text());
            step->set_side(v1::ACTION_SIDE_TEACHER);
            step->set_text(text);
            step->set_status(v1::ACTION_STATUS_OPEN);
            device.save({ { &form, step } });
        },
        {});
}

void TeacherCheckIn::add(const QString &body)
{
    run([id = m_checkInId.toStdString(), match = m_view.matchId.toStdString(),
         body = body.trimmed().toStdString()](engine::Device &device) { models::addAddendum(device, id, match, body); },
        tr("Added with today’s date."));
}
