// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/play.h"

#include "tests/sim/world.h"

#include <algorithm>

namespace sim {

Played play(const Academy &academy, const History &history, const std::function<void(const std::string &)> &trace)
{
    Played played;
    World world(academy, history, trace);
    try {
        for (const auto &step : history.steps) {
            if (!world.broken().empty()) {
                break;
            }
            world.apply(step);
            ++played.steps;
        }
        if (world.broken().empty()) {
            world.settle();
        }
        played.broken = world.broken();
    } catch (const std::exception &problem) {
        played.broken = world.broken();
        played.broken.push_back({ Promise::Unsound, "somewhere", std::string("not caught: ") + problem.what() });
    }
    played.counters = world.counters();
    return played;
}

History shrink(const Academy &academy, History history, const Broken &broken, int mostPlays)
{
    const auto breaks = [&](const History &candidate) {
        const auto played = play(academy, candidate);
        return !played.broken.empty() && played.broken.front().promise == broken.promise
            && played.broken.front().replica == broken.replica;
    };
    auto played = play(academy, history);
    history.steps.resize(std::min(history.steps.size(), played.steps));
    for (std::size_t chunk = std::max<std::size_t>(history.steps.size() / 2, 1); chunk > 0;) {
        bool smaller = false;
        for (std::size_t at = 0; at < history.steps.size() && mostPlays > 0;) {
            auto candidate = history;
            const auto first = candidate.steps.begin() + static_cast<std::ptrdiff_t>(at);
            candidate.steps.erase(first,
                                  first + static_cast<std::ptrdiff_t>(std::min(chunk, candidate.steps.size() - at)));
            --mostPlays;
            if (breaks(candidate)) {
                history = std::move(candidate);
                smaller = true;
            } else {
                at += chunk;
            }
        }
        chunk = smaller && chunk == 1 && mostPlays > 0 ? 1 : chunk / 2;
    }
    return history;
}

} // namespace sim
