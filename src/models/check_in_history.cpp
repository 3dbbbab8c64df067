// SPDX-License-Identifier: Apache-2.0
#include "check_in_history.h"

#include "pairs.h"
#include "words.h"

#include "sync/record/type.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

namespace v1 = cadre::v1;

struct History {
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// The choices that a part takes, or null where it is something else.
const google::protobuf::EnumDescriptor *choicesOf(const std::string &part)
{
    for (const auto *type : { v1::CheckIn::descriptor(), v1::CheckInDetail::descriptor() }) {
        if (const auto *field = type->FindFieldByName(part); field != nullptr)
            return field->enum_type();
    }
    return nullptr;
}

QString valueWords(const std::string &part, const std::string &value)
{
    if (value.empty())
        return History::tr("nothing");
    const auto text = QString::fromStdString(value);
    if (part == "on")
        return weekdayText(value);
    if (part == "minutes")
        return History::tr("%n min", nullptr, text.toInt());
    const auto *choices = choicesOf(part);
    if (choices == nullptr)
        return u"“%1”"_s.arg(text);
    QStringList labels;
    for (const auto &number : text.split(u','))
        labels.append(choice(*choices, number.toInt()));
    return labels.join(u", "_s);
}

QString partWords(const std::string &part)
{
    const static std::map<std::string, const char *> labels {
        { "on", QT_TRANSLATE_NOOP("History", "Day") },
        { "minutes", QT_TRANSLATE_NOOP("History", "Minutes") },
        { "mode", QT_TRANSLATE_NOOP("History", "How you met") },
        { "time_source", QT_TRANSLATE_NOOP("History", "Whose time it was") },
        { "activities", QT_TRANSLATE_NOOP("History", "What you did") },
        { "focus", QT_TRANSLATE_NOOP("History", "Focus") },
        { "works", QT_TRANSLATE_NOOP("History", "What works") },
        { "challenge", QT_TRANSLATE_NOOP("History", "Challenge") },
        { "help_needed", QT_TRANSLATE_NOOP("History", "Help needed") },
        { "status", QT_TRANSLATE_NOOP("History", "State") },
    };
    const auto known = labels.find(part);
    return known == labels.end() ? QString::fromStdString(part) : QCoreApplication::translate("History", known->second);
}

QString byText(const Names &names, const std::string &author, std::int64_t at)
{
    return History::tr("%1 · %2", "You · Tue 3 Nov, 14:02").arg(names.orYou(author), momentText(at));
}

template <class Message>
std::vector<Found<Message>> inOrder(const engine::Device &device, const std::string &checkIn)
{
    auto found = all<Message>(device, { .where = { { "check_in", checkIn } } });
    std::sort(found.begin(), found.end(), [](const auto &one, const auto &other) {
        return std::pair(one.message.at(), one.id()) < std::pair(other.message.at(), other.id());
    });
    return found;
}

} // namespace

QList<ValueListModel::Row> amendmentsOf(const engine::Device &device, const std::string &checkIn, const Names &names)
{
    QList<ValueListModel::Row> rows;
    for (const auto &amendment : inOrder<v1::Amendment>(device, checkIn)) {
        const auto &said = amendment.message;
        rows.prepend({ amendment.idText(),
                       { amendment.idText(),
                         History::tr("%1: %2 before", "Minutes: 45 min before")
                             .arg(partWords(said.part()), valueWords(said.part(), said.before())),
                         byText(names, said.author(), said.at()) } });
    }
    return rows;
}

QList<ValueListModel::Row> addendaOf(const engine::Device &device, const std::string &checkIn, const Names &names)
{
    QList<ValueListModel::Row> rows;
    for (const auto &addendum : inOrder<v1::Addendum>(device, checkIn)) {
        rows.append({ addendum.idText(),
                      { addendum.idText(), History::tr("Added later"),
                        byText(names, addendum.message.author(), addendum.message.at()),
                        QString::fromStdString(addendum.message.body()) } });
    }
    return rows;
}

void addAddendum(engine::Device &device, const std::string &checkIn, const std::string &matchId,
                 const std::string &body)
{
    auto form = device.openNew("Addendum", placeOf(v1::SCOPE_KIND_PAIR, matchId));
    auto addendum = std::make_shared<v1::Addendum>();
    addendum->set_check_in(checkIn);
    addendum->set_author(device.identity().person.text());
    addendum->set_body(body);
    addendum->set_at(device.now());
    device.save({ { &form, addendum } });
}

} // namespace models
