// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/steps.h"

#include "tests/sim/erasing_stories.h"
#include "tests/sim/ids.h"
#include "tests/sim/stories.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

namespace sim {

namespace {

constexpr std::array faultNames {
    "drop",        "duplicate",    "delay",      "reorder", "partition-up", "partition-down", "kill",     "power",
    "server-kill", "server-power", "disk-error", "full",    "clock",        "copy",           "rollback", "restore",
    "grant",       "revoke",       "refuse",     "upgrade", "compact",      "hostile",        "lease",    "erase",
};
static_assert(faultNames.size() == faultCount);

struct Weight {
    Action action;
    std::uint32_t weight;
    const char *name;
    std::optional<Fault> fault;
};

/// How often each action is drawn, and the fault that it is.
constexpr std::array<Weight, actionCount> weights { {
    { Action::Open, 110, "open", {} },
    { Action::OpenNew, 18, "open-new", {} },
    { Action::Save, 80, "save", {} },
    { Action::SaveTwo, 12, "save-two", {} },
    { Action::Remove, 16, "remove", {} },
    { Action::Close, 4, "close", {} },
    { Action::KeepDraft, 12, "keep-draft", {} },
    { Action::TakeDraft, 16, "take-draft", {} },
    { Action::Look, 30, "look", {} },
    { Action::Take, 12, "take", {} },
    { Action::Write, 12, "write", {} },
    { Action::Begin, 40, "begin", {} },
    { Action::Deliver, 60, "deliver", {} },
    { Action::Round, 36, "round", {} },
    { Action::GiveUp, 4, "give-up", {} },
    { Action::Wait, 8, "wait", {} },
    { Action::Drop, 16, "drop", Fault::Drop },
    { Action::Duplicate, 14, "duplicate", Fault::Duplicate },
    { Action::Delay, 14, "delay", Fault::Delay },
    { Action::Arrive, 20, "arrive", Fault::Reorder },
    { Action::PartitionUp, 5, "partition-up", Fault::PartitionUp },
    { Action::PartitionDown, 5, "partition-down", Fault::PartitionDown },
    { Action::Heal, 4, "heal", {} },
    { Action::Kill, 14, "kill", Fault::Kill },
    { Action::Power, 12, "power", Fault::Power },
    { Action::ServerKill, 10, "server-kill", Fault::ServerKill },
    { Action::ServerPower, 8, "server-power", Fault::ServerPower },
    { Action::DiskError, 8, "disk-error", Fault::DiskError },
    { Action::Full, 8, "full", Fault::Full },
    { Action::Room, 4, "room", {} },
    { Action::Clock, 8, "clock", Fault::Clock },
    { Action::Keep, 8, "keep", {} },
    { Action::Rollback, 5, "rollback", Fault::Rollback },
    { Action::Copy, 5, "copy", Fault::Copy },
    { Action::KeepServer, 6, "keep-server", {} },
    { Action::Restore, 4, "restore", Fault::Restore },
    { Action::Grant, 8, "grant", Fault::Grant },
    { Action::Revoke, 8, "revoke", Fault::Revoke },
    { Action::Bad, 10, "bad", Fault::Refuse },
    { Action::Upgrade, 8, "upgrade", Fault::Upgrade },
    { Action::Compact, 12, "compact", Fault::Compact },
    { Action::Hostile, 16, "hostile", Fault::Hostile },
    { Action::Absence, 6, "absence", Fault::Lease },
    { Action::Erase, 10, "erase", Fault::Erase },
} };

std::uint32_t weightOf(const Weight &weight, Faults faults)
{
    return !weight.fault || holds(faults, *weight.fault) ? weight.weight : 0;
}

} // namespace

const char *nameOf(Fault fault)
{
    return faultNames[static_cast<std::size_t>(fault)];
}

const char *nameOf(Action action)
{
    return weights[static_cast<std::size_t>(action)].name;
}

std::optional<Fault> faultOf(Action action)
{
    return weights[static_cast<std::size_t>(action)].fault;
}

Faults faultsOf(const std::string &list)
{
    if (list == "all" || list == "none") {
        return list == "all" ? allFaults : 0;
    }
    Faults faults = 0;
    for (std::size_t at = 0; at <= list.size();) {
        const auto end = std::min(list.find(',', at), list.size());
        const auto name = list.substr(at, end - at);
        int number = 0;
        while (number < faultCount && name != faultNames[static_cast<std::size_t>(number)]) {
            ++number;
        }
        if (number == faultCount) {
            throw std::invalid_argument(fmt::format("There is no fault \"{}\".", name));
        }
        faults |= 1U << number;
        at = end + 1;
    }
    return faults;
}

std::string text(const Step &step)
{
    return fmt::format("{} {} {} {} {}", nameOf(step.action), step.actor, step.a, step.b, step.c);
}

namespace {

/// What people mostly do next: open a form and save, save and synchronise, look at a conflict and end it.
std::optional<Action> nextOf(Action action, Random &random)
{
    switch (action) {
    case Action::Open:
    case Action::OpenNew:
    case Action::TakeDraft:
        return random.oneIn(4) ? std::nullopt : std::optional(Action::Save);
    case Action::Remove:
    case Action::Save:
        return random.oneIn(4) ? std::optional(Action::Begin) : std::nullopt;
    case Action::Begin:
    case Action::Deliver:
        return random.oneIn(3) ? std::nullopt : std::optional(Action::Deliver);
    case Action::Look:
        return random.oneIn(3) ? std::nullopt : std::optional(random.oneIn(2) ? Action::Take : Action::Write);
    default:
        return std::nullopt;
    }
}

/// Puts a story's steps among the others, which go on in between.
void weave(std::vector<Step> &steps, const std::vector<Step> &story, Random &random)
{
    auto at = random.oneIn(4) ? 0 : random.below(static_cast<std::uint32_t>(steps.size()));
    for (const auto &step : story) {
        steps.insert(steps.begin() + std::min<std::ptrdiff_t>(at, std::ssize(steps)), step);
        at += 1 + (random.oneIn(4) ? random.below(3) : 0);
    }
}

} // namespace

History makeHistory(std::uint64_t seed, int replicas, Faults faults)
{
    Random random(seed * 2 + 1);
    History history { .seed = seed };
    history.devices = replicas > 0 ? replicas : 3 + static_cast<int>(random.below(4));
    history.scopes = 2 + static_cast<int>(random.below(3));
    std::uint32_t total = 0;
    for (const auto &weight : weights) {
        total += weightOf(weight, faults);
    }
    const auto length = 65 + random.below(60);
    std::uint32_t actor = 0;
    for (std::uint32_t i = 0; i < length; ++i) {
        auto action = history.steps.empty() ? std::nullopt : nextOf(history.steps.back().action, random);
        if (!action) {
            // Now and then another one: things happen to one device in a row.
            actor = random.oneIn(2) ? random.below(60) : actor;
            auto at = random.below(total);
            std::size_t chosen = 0;
            while (at >= weightOf(weights[chosen], faults)) {
                at -= weightOf(weights[chosen], faults);
                ++chosen;
            }
            action = weights[chosen].action;
        }
        history.steps.push_back({ *action, actor, random.below(1000), random.below(1000), random.below(1000) });
    }
    for (auto stories = random.below(4); stories > 0; --stories) {
        weave(history.steps, makeStory(random, faults), random);
    }
    if (random.oneIn(3)) {
        weave(history.steps, makeErasingStory(random, faults), random);
    }
    return history;
}

} // namespace sim
