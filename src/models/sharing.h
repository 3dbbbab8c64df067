// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "records_read.h"

#include "cadre/v1/sharing.pb.h"

/// What a pair shows to readers whom both have named, on the worker thread.
namespace models {

enum class ShareState { WaitsForYou, WaitsForOther, Shared, Over };

/// The next 30 June after the day: how long a share holds unless the pair says otherwise.
[[nodiscard]] domain::Day endOfSchoolYear(domain::Day today);

/// Those of this person's pairs, as they stand with the pair and not as their readers have them.
[[nodiscard]] std::vector<Found<cadre::v1::NoteShare>> ownShares(const engine::Device &device);

/// Of a share of one's own pair.
[[nodiscard]] ShareState stateOf(const cadre::v1::NoteShare &share, const engine::Device &device);

/// What can be shown of a check-in, a note or a step of a pair; nothing when this device doesn't hold it there.
[[nodiscard]] std::optional<cadre::v1::SharedPart> partOf(const engine::Device &device, const std::string &matchId,
                                                          const std::string &source);
/// One line for people: "What works, Tue 12 Nov".
[[nodiscard]] QString partTitle(const cadre::v1::SharedPart &part);

/// Proposes as this person, whose agreement is in it. What the message says of agreement is not looked at.
void proposeShare(engine::Device &device, cadre::v1::NoteShare share);
/// This person's agreement; the parts are written for their readers at once when it was the last that was missing.
void agreeToShare(engine::Device &device, const std::string &shareId);
/// No, or no longer.
void endShare(engine::Device &device, const std::string &shareId);
/// Writes what readers of this person's shares should find and do not: parts that are missing once both have agreed,
/// and, where later changes are shared, what this person changed.
void followShares(engine::Device &device);

} // namespace models
