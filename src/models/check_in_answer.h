// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "records_read.h"

#include "src/domain/contact_time.h"

/// A teacher's answer to a check-in, on the worker thread.
namespace models {

/// This person's answer as the teacher. `word` is for the mentor alone: it stands in the pair's place, not with the
/// answer, which the school's team reads; empty for none.
void answerCheckIn(engine::Device &device, const std::string &checkInId, cadre::v1::Confirmation result,
                   std::optional<int> minutes, const std::string &word);
/// Writes down, as the mentor, that the teacher said yes beside her. It says so wherever the answer is shown.
void confirmInPerson(engine::Device &device, const std::string &checkInId);
/// "confirmed", "30 min, says Ms Rivera"; empty without an answer.
[[nodiscard]] QString answerText(const domain::Contact &contact, const Names &names);

} // namespace models
