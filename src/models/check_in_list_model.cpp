// SPDX-License-Identifier: Apache-2.0
#include "check_in_list_model.h"

#include "words.h"

namespace {

using models::all;
using models::Found;

/// The pair's own words on one check-in, for who may read them.
struct Words {
    QString focus;
    QString works;
    QString challenge;
};

std::map<std::string, Words> wordsOf(const engine::Device &device, const std::string &matchId)
{
    std::map<std::string, Words> words;
    const auto pair = models::placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId);
    for (const auto &detail : all<cadre::v1::CheckInDetail>(device, { .scope = pair }))
        words[detail.message.check_in()].focus = QString::fromStdString(detail.message.focus());
    for (const auto &note : all<cadre::v1::CheckInNote>(device, { .scope = pair })) {
        auto &entry = words[note.message.check_in()];
        if (note.message.part() == cadre::v1::NOTE_PART_WORKS)
            entry.works = QString::fromStdString(note.message.body());
        else if (note.message.part() == cadre::v1::NOTE_PART_CHALLENGE)
            entry.challenge = QString::fromStdString(note.message.body());
    }
    return words;
}

QString stateWords(const domain::Contact &contact, bool onServer)
{
    if (!onServer)
        return CheckInListModel::tr("waiting for internet");
    if (contact.checkIn.status() == cadre::v1::CHECK_IN_STATUS_VOID)
        return CheckInListModel::tr("withdrawn");
    if (!contact.answer)
        return {};
    switch (contact.answer->result()) {
    case cadre::v1::CONFIRMATION_CONFIRMED:
        return CheckInListModel::tr("confirmed");
    case cadre::v1::CONFIRMATION_TIME_DIFFERS:
        return CheckInListModel::tr("%n min says the teacher", nullptr, contact.answer->minutes());
    default:
        return CheckInListModel::tr("did not happen, says the teacher");
    }
}

QList<ValueListModel::Row> readMatch(const engine::Device &device, const Found<cadre::v1::MentorMatch> &match,
                                     bool onlyToConfirm)
{
    QList<ValueListModel::Row> rows;
    const bool isTeacher = match.message.teacher() == device.identity().person.text();
    const auto words = wordsOf(device, match.id());
    const auto log = models::placeOf(cadre::v1::SCOPE_KIND_PAIR_LOG, match.id());
    const auto type = device.catalogue().byName("CheckIn")->number();
    for (const auto &contact : models::contactsOf(device, match.id())) {
        const bool canConfirm =
            isTeacher && !contact.answer && contact.checkIn.status() == cadre::v1::CHECK_IN_STATUS_RECORDED;
        if (onlyToConfirm && !canConfirm)
            continue;
        const auto id = QString::fromStdString(contact.id);
        const auto found = words.find(contact.id);
        const auto entry = found == words.end() ? Words() : found->second;
        const bool onServer =
            device.isOnServer({ type, record::Uuid::parse(contact.id).value_or(record::Uuid {}), log });
        rows.append(
            { id,
              { id, models::weekdayText(contact.checkIn.on()),
                CheckInListModel::tr("%n min", nullptr, contact.checkIn.minutes()),
                contact.checkIn.has_mode()
                    ? models::choice(*cadre::v1::ContactMode_descriptor(), contact.checkIn.mode())
                    : QString(),
                entry.focus, entry.works, entry.challenge, stateWords(contact, onServer), onServer, canConfirm } });
    }
    return rows;
}

} // namespace

CheckInListModel::CheckInListModel(QObject *parent)
    : AcademyListModel({ "recordId", "dayText", "minutesText", "modeText", "focusText", "works", "challenge",
                         "stateText", "onServer", "canConfirm" },
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
        [id = m_matchId.toStdString(), only = m_onlyToConfirm](engine::Device &device) {
            QList<Row> rows;
            if (only) {
                for (const auto &match : all<cadre::v1::MentorMatch>(
                         device, { .where = { { "teacher", device.identity().person.text() } } }))
                    rows += readMatch(device, match, true);
            } else if (const auto match = models::one<cadre::v1::MentorMatch>(device, id)) {
                rows = readMatch(device, *match, false);
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
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
            const auto checkIn = models::one<cadre::v1::CheckIn>(device, id);
            if (!checkIn)
                return;
            auto form = device.openNew("Acknowledgement", checkIn->key.scope);
            auto desired = std::make_shared<cadre::v1::Acknowledgement>();
            desired->set_check_in(id);
            desired->set_teacher(device.identity().person.text());
            desired->set_result(result);
            if (minutes)
                desired->set_minutes(*minutes);
            desired->set_at(device.now());
            device.save({ { &form, desired } });
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}
