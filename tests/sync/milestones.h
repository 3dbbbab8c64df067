// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/plan.pb.h"

#include <memory>
#include <string>

/// A milestone as its lead saves it: planned for 27 November 2026, and due then or on another day.
[[nodiscard]] inline std::shared_ptr<cadre::v1::Milestone> milestone(const std::string &title,
                                                                     const std::string &due = "2026-11-27")
{
    auto message = std::make_shared<cadre::v1::Milestone>();
    message->set_plan("01900000-0000-7000-8000-0000000000aa");
    message->set_title(title);
    message->set_baseline_due("2026-11-27");
    message->set_current_due(due);
    message->set_status(cadre::v1::MILESTONE_STATUS_PLANNED);
    return message;
}
