// SPDX-License-Identifier: Apache-2.0
#pragma once

/// What authors are told of changes that are not taken as they are.
namespace host {

inline constexpr auto forkedSentence =
    "This device's changes went on in two ways, as happens with a copied device or a "
    "restored backup. Nothing is lost; they go on under a name of their own.";
inline constexpr auto holeSentence = "An earlier change of this device has not arrived yet. This one waits for it.";
inline constexpr auto togetherSentence =
    "This change was signed together with one that waits. It waits for its own signature.";
inline constexpr auto claimsSentence =
    "This change says that it replaces what nobody has written. It is kept; open the record "
    "and save it again.";
inline constexpr auto namesSentence =
    "Since the server went back to an earlier state, other changes have names that this one "
    "says are erased. The server has erased anew what it meant.";
inline constexpr auto carriedSentence =
    "A device that has been signed out hands in its own work only. Others bring this.";
inline constexpr auto signedOutSentence =
    "This device was signed out before the change arrived. It is kept and waits for "
    "somebody who may release it.";
inline constexpr auto strippedSentence = "This change came without its content, which its author's device still holds.";

inline constexpr auto forgetsSentence = "Only the server may say that a record is forgotten. Nothing was changed.";

} // namespace host
