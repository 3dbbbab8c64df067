// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check_in_draft.h"

/// Putting a recorded check-in right while its month is open, on the worker thread.
namespace models {

/// What may be put right, as it is being written, and the forms from which it is saved: whoever changes the same
/// meanwhile is not overwritten.
struct CheckInCorrection {
    CheckInDraft draft; ///< Its day, minutes, mode, time source, activities, focus and words.
    std::string token; ///< Of the check-in.
    std::string detailToken;
    std::map<cadre::v1::NotePart, std::string> noteTokens;

    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing when the bytes are no correction.
    [[nodiscard]] static std::optional<CheckInCorrection> fromBytes(const QByteArray &bytes);
};

/// The key under which one that is not saved yet is kept.
[[nodiscard]] std::string correctionKey(const std::string &checkIn);

/// Of a check-in that this person recorded, as it stands now. Empty where it is not here.
[[nodiscard]] CheckInCorrection openCorrection(engine::Device &device, const std::string &checkIn);
/// Writes what differs from what was opened, and beside each part what it said before, in one save. Of words that were
/// deleted, an empty note stays. False where nothing differs.
bool saveCorrection(engine::Device &device, const CheckInCorrection &correction);

/// Withdraws the check-in: it stays with no minutes, visible to both, with the reason in the pair's place.
void withdraw(engine::Device &device, const std::string &checkIn, const std::string &reason);
/// A withdrawn one counts again.
void bringBack(engine::Device &device, const std::string &checkIn);

} // namespace models
