// SPDX-License-Identifier: Apache-2.0
#include "check_in_correction.h"

#include "batch.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

namespace v1 = cadre::v1;
using google::protobuf::FieldDescriptor;

const std::vector<std::pair<v1::NotePart, QString CheckInDraft::*>> words {
    { v1::NOTE_PART_WORKS, &CheckInDraft::works },
    { v1::NOTE_PART_CHALLENGE, &CheckInDraft::challenge },
    { v1::NOTE_PART_HELP_NEEDED, &CheckInDraft::helpNeeded },
};

/// `NOTE_PART_HELP_NEEDED` as a correction names it: help_needed.
std::string nameOf(v1::NotePart part)
{
    auto name = v1::NotePart_Name(part).substr(std::string_view("NOTE_PART_").size());
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return name;
}

/// As a correction keeps it: choices by their numbers.
std::string textOf(const google::protobuf::Message &message, const FieldDescriptor &field)
{
    const auto &reflection = *message.GetReflection();
    if (field.is_repeated()) {
        std::set<int> numbers;
        for (int i = 0; i < reflection.FieldSize(message, &field); ++i)
            numbers.insert(reflection.GetRepeatedEnumValue(message, &field, i));
        std::string text;
        for (const int number : numbers)
            text += (text.empty() ? "" : ",") + std::to_string(number);
        return text;
    }
    if (!reflection.HasField(message, &field))
        return {};
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_ENUM:
        return std::to_string(reflection.GetEnumValue(message, &field));
    case FieldDescriptor::CPPTYPE_INT32:
        return std::to_string(reflection.GetInt32(message, &field));
    case FieldDescriptor::CPPTYPE_STRING:
        return reflection.GetString(message, &field);
    default:
        return {};
    }
}

/// Writes what was opened beside what is there now.
class Before {
public:
    Before(engine::Device &device, Batch &batch, std::string checkIn)
        : m_device(device)
        , m_batch(batch)
        , m_checkIn(std::move(checkIn))
    {
    }

    void note(const record::ScopeId &place, const std::string &part, const std::string &before)
    {
        auto &amendment = m_batch.add<v1::Amendment>(place);
        amendment.set_check_in(m_checkIn);
        amendment.set_author(m_device.identity().person.text());
        amendment.set_at(m_device.now());
        amendment.set_part(part);
        if (!before.empty())
            amendment.set_before(before);
        m_any = true;
    }

    /// Every one of the named fields in which the two differ.
    template <class Message>
    void noteChanges(const record::ScopeId &place, const Message &opened, const Message &now,
                     std::initializer_list<const char *> fields)
    {
        for (const auto *name : fields) {
            const auto &field = *Message::descriptor()->FindFieldByName(name);
            if (const auto before = textOf(opened, field); before != textOf(now, field))
                note(place, name, before);
        }
    }

    [[nodiscard]] bool any() const { return m_any; }

private:
    engine::Device &m_device;
    Batch &m_batch;
    std::string m_checkIn;
    bool m_any = false;
};

void fill(v1::CheckIn &checkIn, const CheckInDraft &draft)
{
    checkIn.set_on(draft.day);
    checkIn.set_minutes(draft.minutes);
    draft.mode == 0 ? checkIn.clear_mode() : checkIn.set_mode(static_cast<v1::ContactMode>(draft.mode));
    draft.timeSource == 0 ? checkIn.clear_time_source()
                          : checkIn.set_time_source(static_cast<v1::TimeSource>(draft.timeSource));
    std::set<int> activities;
    for (const int activity : checkIn.activities())
        activities.insert(activity);
    if (activities == draft.activities)
        return;
    checkIn.clear_activities();
    for (const int activity : draft.activities)
        checkIn.add_activities(static_cast<v1::Activity>(activity));
}

void correctNote(Batch &batch, Before &before, const CheckInCorrection &correction, const record::ScopeId &pair,
                 v1::NotePart part, const std::string &self)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto &known) { return known.first == part; });
    const auto text = (correction.draft.*found->second).trimmed().toStdString();
    const auto &token = correction.noteTokens.at(part);
    auto &note = batch.edit<v1::CheckInNote>(token);
    const auto said = note.body();
    note.set_check_in(correction.draft.checkIn);
    note.set_author(self);
    note.set_part(part);
    note.set_body(text);
    before.note(pair, nameOf(part), said);
}

} // namespace

QByteArray CheckInCorrection::toBytes() const
{
    QJsonObject notes;
    for (const auto &[part, noteToken] : noteTokens)
        notes[QString::number(part)] = QString::fromStdString(noteToken);
    return QJsonDocument(QJsonObject {
                             { u"draft"_s, QString::fromUtf8(draft.toBytes()) },
                             { u"token"_s, QString::fromStdString(token) },
                             { u"detail"_s, QString::fromStdString(detailToken) },
                             { u"notes"_s, notes },
                         })
        .toJson(QJsonDocument::Compact);
}

std::optional<CheckInCorrection> CheckInCorrection::fromBytes(const QByteArray &bytes)
{
    const auto object = QJsonDocument::fromJson(bytes).object();
    auto read = CheckInDraft::fromBytes(object[u"draft"_s].toString().toUtf8());
    if (!read)
        return std::nullopt;
    CheckInCorrection correction { .draft = std::move(*read),
                                   .token = object[u"token"_s].toString().toStdString(),
                                   .detailToken = object[u"detail"_s].toString().toStdString(),
                                   .noteTokens = {} };
    const auto notes = object[u"notes"_s].toObject();
    for (const auto &[part, member] : words)
        correction.noteTokens[part] = notes[QString::number(part)].toString().toStdString();
    return correction;
}

std::string correctionKey(const std::string &checkIn)
{
    return "correction/" + checkIn;
}

CheckInCorrection openCorrection(engine::Device &device, const std::string &checkIn)
{
    const auto found = one<v1::CheckIn>(device, checkIn);
    CheckInCorrection correction;
    auto &draft = correction.draft;
    draft.checkIn = checkIn;
    draft.openedAt = device.now();
    if (!found)
        return correction;
    const auto &said = found->message;
    correction.token = device.open(found->key).token();
    draft.day = said.on();
    draft.minutes = said.minutes();
    draft.mode = said.mode();
    draft.timeSource = said.time_source();
    for (const int activity : said.activities())
        draft.activities.insert(activity);
    const auto pair = placeOf(v1::SCOPE_KIND_PAIR, said.match_id());
    const auto self = device.identity().person.text();
    for (const auto &detail : all<v1::CheckInDetail>(device, { .where = { { "check_in", checkIn } }, .scope = pair })) {
        correction.detailToken = device.open(detail.key).token();
        draft.focus = QString::fromStdString(detail.message.focus());
        break;
    }
    if (correction.detailToken.empty())
        correction.detailToken = device.openNew("CheckInDetail", pair).token();
    for (const auto &note :
         all<v1::CheckInNote>(device, { .where = { { "check_in", checkIn }, { "author", self } }, .scope = pair })) {
        for (const auto &[part, member] : words) {
            if (note.message.part() == part
                && correction.noteTokens.emplace(part, device.open(note.key).token()).second)
                draft.*member = QString::fromStdString(note.message.body());
        }
    }
    for (const auto &[part, member] : words) {
        if (!correction.noteTokens.contains(part))
            correction.noteTokens.emplace(part, device.openNew("CheckInNote", pair).token());
    }
    return correction;
}

bool saveCorrection(engine::Device &device, const CheckInCorrection &correction)
{
    const auto &draft = correction.draft;
    Batch batch(device);
    Before before(device, batch, draft.checkIn);
    auto &checkIn = batch.edit<v1::CheckIn>(correction.token);
    const auto opened = checkIn;
    const auto log = placeOf(v1::SCOPE_KIND_PAIR_LOG, opened.match_id());
    const auto pair = placeOf(v1::SCOPE_KIND_PAIR, opened.match_id());
    fill(checkIn, draft);
    before.noteChanges(log, opened, checkIn, { "on", "minutes", "mode", "time_source", "activities" });

    const auto focus = draft.focus.trimmed().toStdString();
    if (const auto form = device.formFromToken(correction.detailToken);
        dynamic_cast<const v1::CheckInDetail &>(*form.opened).focus() != focus) {
        auto &detail = batch.edit<v1::CheckInDetail>(correction.detailToken);
        const auto was = detail;
        detail.set_check_in(draft.checkIn);
        focus.empty() ? detail.clear_focus() : detail.set_focus(focus);
        before.noteChanges(pair, was, detail, { "focus" });
    }
    for (const auto &[part, member] : words) {
        const auto form = device.formFromToken(correction.noteTokens.at(part));
        const auto said = QString::fromStdString(dynamic_cast<const v1::CheckInNote &>(*form.opened).body());
        if (said.trimmed() != (draft.*member).trimmed())
            correctNote(batch, before, correction, pair, part, device.identity().person.text());
    }
    if (before.any())
        batch.save();
    return before.any();
}

void withdraw(engine::Device &device, const std::string &checkIn, const std::string &reason)
{
    const auto found = one<v1::CheckIn>(device, checkIn);
    if (!found)
        return;
    Batch batch(device);
    batch.edit<v1::CheckIn>(device.open(found->key).token()).set_status(v1::CHECK_IN_STATUS_VOID);
    auto &why = batch.add<v1::CheckInNote>(placeOf(v1::SCOPE_KIND_PAIR, found->message.match_id()));
    why.set_check_in(checkIn);
    why.set_author(device.identity().person.text());
    why.set_part(v1::NOTE_PART_WITHDRAWN);
    why.set_body(reason);
    batch.save();
}

void bringBack(engine::Device &device, const std::string &checkIn)
{
    const auto found = one<v1::CheckIn>(device, checkIn);
    if (!found || found->message.status() != v1::CHECK_IN_STATUS_VOID)
        return;
    Batch batch(device);
    batch.edit<v1::CheckIn>(device.open(found->key).token()).set_status(v1::CHECK_IN_STATUS_RECORDED);
    batch.save();
}

} // namespace models
