// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/counters.h"

#include <sstream>

#include <fmt/format.h>

namespace sim {

namespace {

/// Every number of the counters, always in the same order.
template <class Visitor>
void visit(Counters &counters, const Visitor &visitor)
{
    for (auto *number : { &counters.seeds, &counters.steps, &counters.faults, &counters.edits, &counters.conflicts,
                          &counters.forgotten, &counters.erased }) {
        visitor(*number);
    }
    for (std::size_t fault = 0; fault < faultCount; ++fault) {
        visitor(counters.met[fault]);
        for (auto &number : counters.kinds[fault]) {
            visitor(number);
        }
        for (auto &number : counters.moments[fault]) {
            visitor(number);
        }
    }
}

} // namespace

const char *nameOf(Moment moment)
{
    static constexpr const char *names[] = { "idle", "form", "push", "poll", "pull", "fetch", "saving" };
    return names[static_cast<int>(moment)];
}

void Counters::add(const Counters &other)
{
    std::vector<std::uint64_t> numbers;
    auto copy = other;
    visit(copy, [&](std::uint64_t &number) { numbers.push_back(number); });
    std::size_t at = 0;
    visit(*this, [&](std::uint64_t &number) { number += numbers[at++]; });
}

void Counters::count(Fault fault, Moment moment, std::uint32_t kindBits)
{
    const auto row = static_cast<std::size_t>(fault);
    ++faults;
    ++met[row];
    ++moments[row][static_cast<std::size_t>(moment)];
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        kinds[row][kind] += kindBits >> kind & 1;
    }
}

std::string Counters::table() const
{
    std::string text = fmt::format("{:<15}{:>9} ", "fault", "met");
    for (int kind = 0; kind < kindCount; ++kind) {
        text += fmt::format("{:>9}", nameOf(static_cast<Kind>(kind)));
    }
    text += " |";
    for (int moment = 0; moment < momentCount; ++moment) {
        text += fmt::format("{:>8}", nameOf(static_cast<Moment>(moment)));
    }
    for (std::size_t fault = 0; fault < faultCount; ++fault) {
        text += fmt::format("\n{:<15}{:>9} ", nameOf(static_cast<Fault>(fault)), met[fault]);
        for (const auto number : kinds[fault]) {
            text += fmt::format("{:>9}", number);
        }
        text += " |";
        for (const auto number : moments[fault]) {
            text += fmt::format("{:>8}", number);
        }
    }
    return text + fmt::format("\nrecords forgotten {}, edits erased {}", forgotten, erased);
}

std::vector<std::string> Counters::gaps(Faults wanted) const
{
    std::vector<std::string> found;
    for (std::size_t fault = 0; fault < faultCount; ++fault) {
        for (std::size_t kind = 0; kind < kindCount; ++kind) {
            if (holds(wanted, static_cast<Fault>(fault)) && kinds[fault][kind] == 0) {
                found.push_back(fmt::format("{} never met an edit of a {}", nameOf(static_cast<Fault>(fault)),
                                            nameOf(static_cast<Kind>(kind))));
            }
        }
    }
    return found;
}

std::string Counters::line() const
{
    std::string text;
    auto copy = *this;
    visit(copy, [&](std::uint64_t &number) { text += std::to_string(number) + ' '; });
    return text;
}

Counters Counters::fromLine(const std::string &line)
{
    Counters counters;
    std::istringstream input(line);
    visit(counters, [&](std::uint64_t &number) { input >> number; });
    return counters;
}

} // namespace sim
