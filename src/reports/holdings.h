// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/contact_time.h"
#include "src/domain/facts.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/sanctioned_time.pb.h"
#include "cadre/v1/statement.pb.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace engine {
class Device;
}

namespace reports {

/// What a device holds of one pair. What its person may not read is not here, for it is not on the device.
struct PairHeld {
    bool hasLog = false; ///< Its `pair-log`: that it met, and how long.
    bool hasConversation = false; ///< Its `pair`: what it was about.
    std::vector<domain::Contact> contacts;
    std::vector<std::pair<std::string, cadre::v1::CheckInDetail>> details; ///< With their ids.
    std::vector<cadre::v1::CheckInNote> notes;
    std::vector<std::pair<std::string, cadre::v1::ActionItem>> steps; ///< With their ids.
    std::vector<cadre::v1::StatementSignature> signatures; ///< Of the pair, and that its totals were seen.
};

/// All that reports are made of, as one person's device holds it at one moment. A value.
struct Holdings {
    record::Uuid person;
    std::string personName;
    domain::Day today; ///< Of the device, in the time zone that it is in.
    std::int64_t now = 0; ///< UTC milliseconds.
    std::int64_t agreedAt = 0; ///< UTC milliseconds of the last complete exchange with the server; 0 for never.
    std::uint64_t waiting = 0; ///< Changes of this device that the server does not have.
    /// Places whose other records wait for the next exchange: what is missing there is not known to be nothing.
    std::set<record::ScopeId> closed;
    std::uint64_t undecided = 0; ///< Records of pairs in which two changes met.
    domain::Facts facts;
    std::map<record::Uuid, std::string> names; ///< Given and family name.
    std::map<record::Uuid, PairHeld> pairs; ///< By match.
    std::vector<cadre::v1::TeacherEnrollment> enrollments;
    std::vector<cadre::v1::PairMonth> pairMonths;
    std::vector<cadre::v1::SchoolMonth> schoolMonths;
    std::map<record::Uuid, std::vector<cadre::v1::SanctionedTimePolicy>> timePolicies; ///< By district.
    std::set<record::ScopeId> places; ///< In which it holds anything.

    /// True where all that its person may read of the place is here.
    [[nodiscard]] bool holds(cadre::v1::ScopeKind kind, const record::Uuid &key) const;
    /// The name, or the beginning of the id where the device does not know it.
    [[nodiscard]] std::string nameOf(const record::Uuid &personOrOrganization) const;
};

/// Reads them, on the thread that owns the device. Throws store::Error when the store can't be read.
[[nodiscard]] Holdings holdingsOf(const engine::Device &device);

} // namespace reports
