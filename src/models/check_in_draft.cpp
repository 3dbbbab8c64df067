// SPDX-License-Identifier: Apache-2.0
#include "check_in_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QJsonArray arrayOf(const std::set<int> &values)
{
    QJsonArray array;
    for (const int value : values)
        array.append(value);
    return array;
}

std::set<int> setOf(const QJsonValue &value)
{
    std::set<int> values;
    for (const auto &element : value.toArray())
        values.insert(element.toInt());
    return values;
}

QString text(const std::string &text)
{
    return QString::fromStdString(text);
}

QJsonObject objectOf(const CheckInPart &part)
{
    return { { u"checkIn"_s, text(part.checkIn) },
             { u"works"_s, part.works },
             { u"challenge"_s, part.challenge },
             { u"helpNeeded"_s, part.helpNeeded },
             { u"teacherStep"_s, part.teacherStep },
             { u"mentorStep"_s, part.mentorStep },
             { u"teacherStepDue"_s, text(part.teacherStepDue) },
             { u"mentorStepDue"_s, text(part.mentorStepDue) },
             { u"pulse"_s, part.pulse } };
}

CheckInPart partOf(const QJsonObject &object)
{
    CheckInPart part;
    part.checkIn = object[u"checkIn"_s].toString().toStdString();
    part.works = object[u"works"_s].toString();
    part.challenge = object[u"challenge"_s].toString();
    part.helpNeeded = object[u"helpNeeded"_s].toString();
    part.teacherStep = object[u"teacherStep"_s].toString();
    part.mentorStep = object[u"mentorStep"_s].toString();
    part.teacherStepDue = object[u"teacherStepDue"_s].toString().toStdString();
    part.mentorStepDue = object[u"mentorStepDue"_s].toString().toStdString();
    part.pulse = object[u"pulse"_s].toInt();
    return part;
}

} // namespace

QByteArray CheckInDraft::toBytes() const
{
    QJsonObject further;
    for (const auto &[match, part] : others)
        further[text(match)] = objectOf(part);
    auto object = objectOf(*this);
    for (const auto &[name, value] : std::initializer_list<std::pair<QString, QJsonValue>> {
             { u"openedAt"_s, QString::number(openedAt) },
             { u"timerStartedAt"_s, QString::number(timerStartedAt) },
             { u"kind"_s, kind },
             { u"day"_s, text(day) },
             { u"minutes"_s, minutes },
             { u"mode"_s, mode },
             { u"timeSource"_s, timeSource },
             { u"activities"_s, arrayOf(activities) },
             { u"evidence"_s, arrayOf(evidence) },
             { u"focus"_s, focus },
             { u"nextOn"_s, text(nextOn) },
             { u"nextFocus"_s, nextFocus },
             { u"privateNote"_s, privateNote },
             { u"others"_s, further },
             { u"third"_s, text(third) },
             { u"heldByLead"_s, heldByLead } })
        object[name] = value;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CheckInDraft> CheckInDraft::fromBytes(const QByteArray &bytes)
{
    const auto object = QJsonDocument::fromJson(bytes).object();
    if (!record::Uuid::parse(object[u"checkIn"_s].toString().toStdString()))
        return std::nullopt;
    CheckInDraft draft;
    static_cast<CheckInPart &>(draft) = partOf(object);
    const auto further = object[u"others"_s].toObject();
    for (auto one = further.begin(); one != further.end(); ++one)
        draft.others[one.key().toStdString()] = partOf(one.value().toObject());
    draft.heldByLead = object[u"heldByLead"_s].toBool();
    draft.third = object[u"third"_s].toString().toStdString();
    draft.openedAt = object[u"openedAt"_s].toString().toLongLong();
    draft.timerStartedAt = object[u"timerStartedAt"_s].toString().toLongLong();
    draft.kind = object[u"kind"_s].toInt();
    draft.day = object[u"day"_s].toString().toStdString();
    draft.minutes = object[u"minutes"_s].toInt();
    draft.mode = object[u"mode"_s].toInt();
    draft.timeSource = object[u"timeSource"_s].toInt();
    draft.activities = setOf(object[u"activities"_s]);
    draft.evidence = setOf(object[u"evidence"_s]);
    draft.focus = object[u"focus"_s].toString();
    draft.nextOn = object[u"nextOn"_s].toString().toStdString();
    draft.nextFocus = object[u"nextFocus"_s].toString();
    draft.privateNote = object[u"privateNote"_s].toString();
    return draft;
}

bool CheckInDraft::hasWords() const
{
    const auto texts = { works, challenge, helpNeeded, teacherStep, mentorStep, focus, nextFocus };
    return std::any_of(texts.begin(), texts.end(), [](const QString &words) { return !words.trimmed().isEmpty(); });
}

bool CheckInDraft::isUntouched() const
{
    CheckInDraft fresh;
    fresh.checkIn = checkIn;
    fresh.openedAt = openedAt;
    fresh.kind = kind;
    fresh.day = day;
    return toBytes() == fresh.toBytes();
}

} // namespace models
