// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pairs.h"

/// A contact that a mentor had with several teachers, on the worker thread.
namespace models {

/// One of the other check-ins of a session.
struct HeldWith {
    std::string checkIn;
    QString teacher;
    domain::Contact contact;
};

/// The others that this person held together with this one, by the teachers' names; a teacher holds none but her own.
[[nodiscard]] std::vector<HeldWith> heldWith(const engine::Device &device, const std::string &id,
                                             const cadre::v1::CheckIn &checkIn, const Names &names);
/// "Mr Cole and Ms Diaz", after `first` where that is given; empty for none.
[[nodiscard]] QString namesOf(const std::vector<HeldWith> &others, const QString &first = {});

/// "entered by Priya Nair", "held by Priya Nair"; empty where the pair's mentor held and entered it.
[[nodiscard]] QString enteredText(const domain::Contact &contact, const cadre::v1::MentorMatch &match,
                                  const Names &names);

} // namespace models
