// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/storefault/subject.h"

#include <functional>

namespace storefault {

/// A call of a store, acknowledged when it returns. Done again after it was done, it changes nothing
/// or is refused.
struct Step {
    std::string name;
    std::function<void()> run;
    /// How many transactions it may be made of; a call that promises all or nothing is one.
    std::size_t parts = 1;
};

/// Calls on one store, from one state of its disk.
struct Command {
    std::string name;
    std::shared_ptr<Subject> subject;
    sim::Disk::Image before;
    std::vector<Step> steps;
    /// Puts what the steps talk to back to where it was.
    std::function<void()> rewind = [] {};
    /// Opening is what is tried; else the store is open before faults begin.
    bool opens = false;
    /// At how many of its operations it is tried in one run, spread over all of them.
    std::uint64_t operationsTried = 22;
    /// SQLite checkpoints when the WAL has so many pages; 0 for its own choice.
    int checkpointPages = 0;
};

[[nodiscard]] std::vector<Command> deviceCommands();
[[nodiscard]] std::vector<Command> historyCommands();
[[nodiscard]] std::vector<Command> serverCommands();

} // namespace storefault
