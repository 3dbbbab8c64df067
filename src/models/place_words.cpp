// SPDX-License-Identifier: Apache-2.0
#include "place_words.h"

#include "sharing.h"

#include <QCoreApplication>

namespace models {

namespace {

namespace v1 = cadre::v1;

struct PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(PlaceWords)
};

/// The other one of a pair.
QString otherOf(const engine::Device &device, const record::Uuid &match, const Names &names)
{
    const auto found = one<v1::MentorMatch>(device, match.text());
    if (!found)
        return PlaceWords::tr("a mentor you had");
    const bool isMentor = found->message.mentor() == device.identity().person.text();
    return names.of(isMentor ? found->message.teacher() : found->message.mentor());
}

} // namespace

QString placeWords(const engine::Device &device, const record::ScopeId &place, const Names &names)
{
    switch (place.kind) {
    case v1::SCOPE_KIND_PAIR:
        return PlaceWords::tr("Your conversations with %1").arg(otherOf(device, place.key, names));
    case v1::SCOPE_KIND_PAIR_LOG:
        return PlaceWords::tr("When you and %1 met, and for how long").arg(otherOf(device, place.key, names));
    case v1::SCOPE_KIND_TEACHER:
        return PlaceWords::tr("Your goals and needs");
    case v1::SCOPE_KIND_SHARE:
        return PlaceWords::tr("What you two agreed to show");
    case v1::SCOPE_KIND_REASON:
        return PlaceWords::tr("Why you are given support");
    case v1::SCOPE_KIND_MATCH_REQUEST:
        return PlaceWords::tr("What was asked about your pair");
    case v1::SCOPE_KIND_ACCESS:
        return PlaceWords::tr("Who read what about you");
    case v1::SCOPE_KIND_PERSON:
        return PlaceWords::tr("Your private notes");
    default:
        return {};
    }
}

} // namespace models
