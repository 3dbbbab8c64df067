// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/disk_content.h"
#include "tests/storefault/command.h"

namespace storefault {

/// How a process ends in the middle of an operation.
enum class Mode { Kill, None, All, Random, Torn };
inline constexpr Mode everyMode[] = { Mode::Kill, Mode::None, Mode::All, Mode::Random, Mode::Torn };
inline constexpr sim::Failure everyFailure[] = { sim::Failure::Write, sim::Failure::Short, sim::Failure::Full,
                                                 sim::Failure::Sync };
[[nodiscard]] const char *nameOf(Mode mode);
[[nodiscard]] const char *nameOf(sim::Failure failure);

/// What was tried, and what was found.
struct Tally {
    std::uint64_t points = 0; ///< Crashes in a command.
    std::uint64_t recoveries = 0; ///< Crashes in the opening, checking and closing after a crash.
    std::uint64_t errors = 0; ///< Failed operations that a command met.
    std::uint64_t lost = 0; ///< Acknowledged, and not there.
    std::uint64_t doubled = 0; ///< There twice.
    std::uint64_t halfApplied = 0; ///< A part of a call.
    std::uint64_t unclean = 0; ///< A check that complained, a store that would not open or go on.
    std::vector<std::string> findings;

    [[nodiscard]] std::string text() const;
};

/// One command, tried at each of its disk's operations.
class Trial {
public:
    /// Runs the command without faults, to know the states that it goes through.
    Trial(Command &command, Tally &tally);

    /// How many operations the command has, with opening or without, and with closing.
    [[nodiscard]] std::uint64_t operations() const { return m_operations; }
    [[nodiscard]] const Command &command() const { return m_command; }

    /// Crashes at the n-th operation, recovers, with crashes in between as chance decides, and
    /// looks. False when the command has no n-th operation.
    bool crash(std::uint64_t n, Mode mode, std::uint64_t seed);
    /// Lets the n-th operation fail, and goes on without the fault, in the same objects or in new
    /// ones as chance decides. False when the command never met it.
    bool fail(std::uint64_t n, sim::Failure failure, bool sticky, std::uint64_t seed);

    /// The disk says that it synced and did not: a fault that the trial must find.
    bool liesAboutSync = false;

private:
    void prepare(std::uint64_t seed);
    void open();
    /// Runs what is left from a step on, and counts in m_reached what returned.
    void runFrom(std::size_t step);
    void cut(Mode mode);
    void recover(sim::Chance &chance);
    /// Finds the state that stands among those that may stand. Returns the first step that it lacks.
    [[nodiscard]] std::size_t judge(bool mayHaveGoneOn);
    void finish(std::size_t firstMissing, sim::Chance &chance);
    void requireClean(const char *when);
    void find(std::uint64_t &count, const std::string &sentence);

    Command &m_command;
    Tally &m_tally;
    Subject &m_subject;
    std::string m_where;
    std::uint64_t m_operations = 0;
    std::size_t m_reached = 0;
    std::vector<std::uint64_t> m_states; ///< Every committed state, in order.
    std::vector<std::size_t> m_after; ///< The state after so many steps.
    std::string m_meaning;
    std::uint64_t m_changes = 0;
};

} // namespace storefault
