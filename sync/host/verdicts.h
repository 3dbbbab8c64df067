// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/claims.h"

namespace host {

inline constexpr auto erasedPartSentence =
    "A part of this change came without its content, and nothing here says that it was erased.";

/// Why a change can't be placed yet.
enum class Hold { None, Early, Lost, Base, Hole };

/// How a new change stands to what is here.
struct Standing {
    Hold hold = Hold::None;
    Claims claims;
    std::vector<merge::Dot> others; ///< It says what is erased, and means other changes than have these names here.
    bool lacksWord = false; ///< A part came erased, and nobody has said that it is.
};

/// A change that is not placed in the log yet, and why.
[[nodiscard]] cadre::sync::v1::Verdict held(const merge::Change &change, const std::string &reason,
                                            const std::string &sentence);
[[nodiscard]] cadre::sync::v1::Verdict held(const merge::Change &change, const Standing &standing);
/// What the log says of a change that is placed.
[[nodiscard]] cadre::sync::v1::Verdict settled(const merge::Change &change, const store::LoggedChange &place);

} // namespace host
