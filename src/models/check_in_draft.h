// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pairs.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <set>

namespace models {

/// What of a check-in concerns one teacher: only her own pair has it.
struct CheckInPart {
    std::string checkIn; ///< Id that the check-in will have; saving twice is seen by it.
    QString works, challenge, helpNeeded;
    QString teacherStep, mentorStep;
    std::string teacherStepDue, mentorStepDue;
    int pulse = 0; ///< What the teacher herself pressed; 0 for nothing.
};

/// What stands in a check-in form. Kept as it is written, so that a kill loses nothing.
struct CheckInDraft : CheckInPart {
    /// The further teachers of a group contact, by their matches with this mentor.
    std::map<std::string, CheckInPart> others;
    std::int64_t openedAt = 0; ///< UTC milliseconds.
    std::int64_t timerStartedAt = 0; ///< UTC milliseconds; 0 while no timer runs.
    int kind = cadre::v1::CHECK_IN_KIND_CONVERSATION;
    std::string day;
    int minutes = 0;
    int mode = 0;
    int timeSource = 0;
    std::set<int> activities;
    std::set<int> evidence;
    QString focus;
    std::string nextOn;
    QString nextFocus;
    QString privateNote;

    /// The administrator in a conversation of three: what is written is for her too, once the teacher has agreed.
    std::string third;

    /// Of a lead: she held it herself. Otherwise she enters it for the mentor.
    bool heldByLead = false;

    /// True when something that the pair reads has been written.
    [[nodiscard]] bool hasWords() const;
    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing when the bytes are no draft of this form.
    [[nodiscard]] static std::optional<CheckInDraft> fromBytes(const QByteArray &bytes);
    /// True when nothing has been written into it yet.
    [[nodiscard]] bool isUntouched() const;
};

/// Writes the draft as records, each part in its own place, in one save: the check-in in the pair's
/// log, words and steps in the pair, the private note with its author. A group contact is a check-in of each pair, and
/// a session that they have in common. In a conversation of three, the same save proposes to share it with the third.
void saveCheckIn(engine::Device &device, const std::string &matchId, const CheckInDraft &draft);

} // namespace models
