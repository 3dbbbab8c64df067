// SPDX-License-Identifier: Apache-2.0
#include "check_in_list_model.h"

#include "check_in_answer.h"
#include "opened.h"
#include "words.h"

#include "src/domain/check_in_rules.h"

namespace {

namespace v1 = cadre::v1;
using models::all;
using models::Found;

/// The pair's own words on one check-in, for who may read them.
struct Words {
    QString focus;
    QString works;
    QString challenge;
};

std::map<std::string, Words> wordsOf(engine::Device &device, const std::string &matchId)
{
    std::map<std::string, Words> words;
    const auto pair = models::placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId);
    for (const auto &detail : all<cadre::v1::CheckInDetail>(device, { .scope = pair })) {
        words[detail.message.check_in()].focus = QString::fromStdString(detail.message.focus());
        models::noteOpened(device, detail.key);
    }
    for (const auto &note : all<cadre::v1::CheckInNote>(device, { .scope = pair })) {
        models::noteOpened(device, note.key);
        auto &entry = words[note.message.check_in()];
        if (note.message.part() == cadre::v1::NOTE_PART_WORKS)
            entry.works = QString::fromStdString(note.message.body());
        else if (note.message.part() == cadre::v1::NOTE_PART_CHALLENGE)
            entry.challenge = QString::fromStdString(note.message.body());
    }
    return words;
}

QString stateWords(const domain::Contact &contact, bool onServer, const models::Names &names)
{
    if (!onServer)
        return CheckInListModel::tr("waiting for internet");
    if (contact.checkIn.status() == cadre::v1::CHECK_IN_STATUS_VOID)
        return CheckInListModel::tr("withdrawn");
    return models::answerText(contact, names);
}

QList<ValueListModel::Row> readMatch(engine::Device &device, const Found<cadre::v1::MentorMatch> &match,
                                     bool onlyToConfirm)
{
    QList<ValueListModel::Row> rows;
    const bool isTeacher = match.message.teacher() == device.identity().person.text();
    const bool isMentor = match.message.mentor() == device.identity().person.text();
    const models::Names names(device);
    const auto today = models::today(device);
    const auto words = onlyToConfirm ? std::map<std::string, Words>() : wordsOf(device, match.id());
    const auto other = isTeacher ? match.message.mentor() : match.message.teacher();
    const auto log = models::placeOf(cadre::v1::SCOPE_KIND_PAIR_LOG, match.id());
    const auto type = device.catalogue().byName("CheckIn")->number();
    for (const auto &contact : models::contactsOf(device, match.id())) {
        const bool isOpen =
            contact.checkIn.status() == v1::CHECK_IN_STATUS_RECORDED && !domain::isLocked(contact.checkIn, today);
        const auto said = domain::answered(contact);
        // What was corrected since she confirmed it is asked again.
        const bool isAsked = said == domain::Answered::No || !contact.answer->given_to().empty()
            || (said == domain::Answered::OtherTime && contact.answer->result() == v1::CONFIRMATION_CONFIRMED);
        const bool canConfirm = isTeacher && isOpen && isAsked;
        const bool inPerson = isMentor && isOpen && isAsked && said != domain::Answered::Agrees;
        if (onlyToConfirm && !canConfirm)
            continue;
        const auto id = QString::fromStdString(contact.id);
        const auto found = words.find(contact.id);
        const auto entry = found == words.end() ? Words() : found->second;
        const bool onServer =
            device.isOnServer({ type, record::Uuid::parse(contact.id).value_or(record::Uuid {}), log });
        rows.append({ id,
                      { id, models::weekdayText(contact.checkIn.on()),
                        CheckInListModel::tr("%n min", nullptr, contact.checkIn.minutes()),
                        contact.checkIn.has_mode()
                            ? models::choice(*cadre::v1::ContactMode_descriptor(), contact.checkIn.mode())
                            : QString(),
                        entry.focus, entry.works, entry.challenge, stateWords(contact, onServer, names), onServer,
                        canConfirm, inPerson, names.of(other) } });
    }
    return rows;
}

} // namespace

CheckInListModel::CheckInListModel(QObject *parent)
    : AcademyListModel({ "recordId", "dayText", "minutesText", "modeText", "focusText", "works", "challenge",
                         "stateText", "onServer", "canConfirm", "mayConfirmInPerson", "withWhom" },
                       parent)
{
}

void CheckInListModel::setMatchId(const QString &matchId)
{
    if (m_matchId == matchId)
        return;
    m_matchId = matchId;
    emit matchIdChanged();
    scheduleReload();
}

void CheckInListModel::setOnlyToConfirm(bool only)
{
    if (m_onlyToConfirm == only)
        return;
    m_onlyToConfirm = only;
    emit onlyToConfirmChanged();
    scheduleReload();
}

void CheckInListModel::reload()
{
    academy()->run(
        this,
        [id = m_matchId.toStdString(), only = m_onlyToConfirm, mine = m_ofTeacher](engine::Device &device) {
            QList<Row> rows;
            if (only || mine) {
                for (const auto &match : all<cadre::v1::MentorMatch>(
                         device, { .where = { { "teacher", device.identity().person.text() } } }))
                    rows += readMatch(device, match, only);
            } else if (const auto match = models::one<cadre::v1::MentorMatch>(device, id)) {
                rows = readMatch(device, *match, false);
            }
            return rows;
        },
        [this](const QList<Row> &rows) { show(rows); });
}

void CheckInListModel::confirm(int row)
{
    answer(row, cadre::v1::CONFIRMATION_CONFIRMED, std::nullopt);
}

void CheckInListModel::timeDiffers(int row, int minutes)
{
    answer(row, cadre::v1::CONFIRMATION_TIME_DIFFERS, minutes);
}

void CheckInListModel::notHeld(int row)
{
    answer(row, cadre::v1::CONFIRMATION_NOT_HELD, std::nullopt);
}

void CheckInListModel::answer(int row, cadre::v1::Confirmation result, std::optional<int> minutes)
{
    if (row < 0 || row >= count())
        return;
    academy()->save(
        this,
        [id = idAt(row).toStdString(), result, minutes](engine::Device &device) {
            models::answerCheckIn(device, id, result, minutes, {});
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}

void CheckInListModel::confirmAll()
{
    std::vector<std::string> ids;
    for (int row = 0; row < count(); ++row) {
        if (valueAt(row, "canConfirm").toBool())
            ids.push_back(idAt(row).toStdString());
    }
    academy()->save(
        this,
        [ids](engine::Device &device) {
            for (const auto &id : ids)
                models::answerCheckIn(device, id, cadre::v1::CONFIRMATION_CONFIRMED, std::nullopt, {});
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}

void CheckInListModel::confirmInPerson(int row)
{
    if (row < 0 || row >= count())
        return;
    academy()->save(
        this, [id = idAt(row).toStdString()](engine::Device &device) { models::confirmInPerson(device, id); }, {},
        [this](const QString &sentence) { emit failed(sentence); });
}

void CheckInListModel::setOfTeacher(bool all)
{
    if (m_ofTeacher == all)
        return;
    m_ofTeacher = all;
    emit ofTeacherChanged();
    scheduleReload();
}

void CheckInListModel::show(const QList<Row> &rows)
{
    setRows(rows);
    int unanswered = 0;
    for (int row = 0; row < count(); ++row)
        unanswered += valueAt(row, "canConfirm").toBool() ? 1 : 0;
    if (unanswered != m_unanswered) {
        m_unanswered = unanswered;
        emit unansweredChanged();
    }
}
