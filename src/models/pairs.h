// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "records_read.h"

#include "src/domain/contact_time.h"

/// What a mentor's pages say of a pair, read on the worker thread.
namespace models {

/// A pair as its mentor's list shows it.
struct PairView {
    std::string matchId;
    QString name;
    QString initial;
    QString paceText;
    int pace = 0; ///< 0 none, 1 on pace, 2 behind, 3 far behind.
    QString minutesText; ///< "135 of 180 min".
    double fraction = 0;
    bool hasDraft = false;
    int openSteps = 0;
    std::string nextOn; ///< ISO day that the pair agreed on; empty for none.
    QString nextFocus;
    QString stepsText;
    int ownTimeMinutes = 0;
};

/// Active matches in which this person is the mentor.
[[nodiscard]] std::vector<Found<cadre::v1::MentorMatch>> ownMatches(const engine::Device &device);
/// Active matches in which this person is the teacher.
[[nodiscard]] std::vector<Found<cadre::v1::MentorMatch>> matchesAsTeacher(const engine::Device &device);
/// The check-ins of a match, each with the teacher's latest answer, newest first.
[[nodiscard]] std::vector<domain::Contact> contactsOf(const engine::Device &device, const std::string &matchId);
[[nodiscard]] PairView pairView(const engine::Device &device, const Found<cadre::v1::MentorMatch> &match,
                                const Names &names);

/// A promise that is still open, or was just done.
struct StepView {
    std::string id;
    QString text;
    QString ownerText;
    QString dueText;
    bool done = false;
    bool carried = false;
    bool mine = false;
};
/// Steps of a pair that are open, and those of its last check-in.
[[nodiscard]] std::vector<StepView> openSteps(const engine::Device &device, const std::string &matchId,
                                              const Names &names);

/// The key of a pair's unsaved check-in.
[[nodiscard]] std::string draftKey(const std::string &matchId);

/// The place of a kind that belongs to an id; a null key for one that does not read.
[[nodiscard]] record::ScopeId placeOf(cadre::v1::ScopeKind kind, const std::string &id);

} // namespace models
