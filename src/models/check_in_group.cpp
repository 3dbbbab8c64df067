// SPDX-License-Identifier: Apache-2.0
#include "check_in_group.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace models {

namespace {

struct Group {
    Q_DECLARE_TR_FUNCTIONS(Group)
};

} // namespace

std::vector<HeldWith> heldWith(const engine::Device &device, const std::string &id, const cadre::v1::CheckIn &checkIn,
                               const Names &names)
{
    std::vector<HeldWith> others;
    const auto self = device.identity().person.text();
    if (checkIn.session_id().empty() || checkIn.mentor() != self)
        return others;
    for (const auto &other :
         all<cadre::v1::CheckIn>(device, { .where = { { "session_id", checkIn.session_id() }, { "mentor", self } } })) {
        const auto match =
            other.id() == id ? std::nullopt : one<cadre::v1::MentorMatch>(device, other.message.match_id());
        if (!match)
            continue;
        for (auto &contact : contactsOf(device, match->id())) {
            if (contact.id == other.id())
                others.push_back({ other.id(), names.of(match->message.teacher()), std::move(contact) });
        }
    }
    std::sort(others.begin(), others.end(), [](const auto &one, const auto &other) {
        return std::pair(one.teacher, one.checkIn) < std::pair(other.teacher, other.checkIn);
    });
    return others;
}

QString namesOf(const std::vector<HeldWith> &others, const QString &first)
{
    QStringList names;
    if (!first.isEmpty())
        names.append(first);
    for (const auto &other : others)
        names.append(other.teacher);
    return QLocale().createSeparatedList(names);
}

QString enteredText(const domain::Contact &contact, const cadre::v1::MentorMatch &match, const Names &names)
{
    if (!contact.checkIn.entered_by().empty() && contact.checkIn.entered_by() != contact.checkIn.mentor())
        return Group::tr("entered by %1", "a person’s name").arg(names.of(contact.checkIn.entered_by()));
    if (contact.checkIn.mentor() != match.mentor())
        return Group::tr("held by %1", "a person’s name").arg(names.of(contact.checkIn.mentor()));
    return {};
}

} // namespace models
