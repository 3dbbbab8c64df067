// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/stories.h"

#include "tests/sim/twin_stories.h"

#include <iterator>

namespace sim {

namespace {

/// Put out with work that waits, or after it was turned away; others go on; let in again.
void outAndIn(Story &story, std::uint32_t one, std::uint32_t other)
{
    if (story.oneIn(2)) {
        story.letIn(one);
        story.round(one);
    }
    if (story.oneIn(3)) {
        story.tell(Action::Bad, one, 0);
    }
    for (auto i = story.below(3); i > 0; --i) {
        story.work(one);
    }
    if (story.oneIn(2)) {
        story.round(one);
    }
    if (story.oneIn(2)) {
        story.work(one);
    }
    story.putOut(one);
    story.round(one);
    if (story.oneIn(2)) {
        story.work(other);
        story.round(other);
    }
    if (story.oneIn(4)) {
        return;
    }
    story.letIn(one);
    if (story.oneIn(2)) {
        story.work(one);
    }
    story.round(one);
    story.work(one);
    story.round(one);
    if (story.oneIn(3)) {
        return;
    }
    // Once more, after something was turned away: the server has a snapshot of the place from before.
    story.tell(Action::Bad, one, 0);
    story.work(one);
    story.round(one);
    story.putOut(one);
    story.round(one);
    story.begin(one);
}

/// Saves while the server's word that the place is left is on its way, and sends that when let in for a moment.
void leavesInTheMiddle(Story &story, std::uint32_t one)
{
    story.letIn(one);
    story.round(one);
    story.openNew(one);
    story.putOut(one);
    story.tell(Action::Begin, one, 0);
    story.deliver(one, 1, 1);
    story.save(one);
    story.deliver(one, 1, 3);
    if (story.oneIn(2)) {
        story.round(one);
    }
    story.letIn(one);
    if (story.oneIn(2)) {
        story.tell(Action::Begin, one, 0);
        story.tell(Action::Deliver, one, 0);
        story.putOut(one);
        story.deliver(one, 1, 2);
    }
    story.round(one);
}

/// A snapshot of the place is on its way when its reader is put out: the first one, or that of a server that
/// went back.
void leavesWhileItReads(Story &story, std::uint32_t one, std::uint32_t other)
{
    const bool isFirst = story.oneIn(3);
    isFirst ? story.putOut(one) : story.letIn(one);
    story.letIn(other);
    story.round(one);
    for (auto i = (isFirst ? 3 : 1) + story.below(3); i > 0; --i) {
        story.openNew(other);
        story.save(other);
    }
    story.round(other);
    if (isFirst) {
        story.letIn(one);
    } else {
        story.round(one);
        story.tell(Action::KeepServer, one, 0);
        story.tell(Action::Restore, one, named);
    }
    if (story.oneIn(2)) {
        story.work(other);
        story.round(other);
    }
    story.tell(Action::Begin, one, 0);
    isFirst ? story.deliver(one, 2, 6) : story.deliver(one, 8, 12);
    story.putOut(one);
    story.round(one);
    if (story.oneIn(4)) {
        story.letIn(one);
        story.round(one);
    }
}

/// Records of a type that the device's app does not know yet come and go.
void meetsNewTypes(Story &story, std::uint32_t one, std::uint32_t other)
{
    story.letIn(one);
    story.letIn(other);
    story.tell(Action::Upgrade, other, 0);
    story.round(other);
    for (auto i = 1 + story.below(2); i > 0; --i) {
        story.openNewest(other);
        story.save(other);
    }
    story.round(other);
    story.round(one);
    story.putOut(one);
    story.round(one);
    if (story.oneIn(2)) {
        story.letIn(one);
        story.round(one);
        story.tell(Action::Upgrade, one, 0);
    }
}

/// What the server has answered for is lost with it, before its author's device has read anything of that place.
void isRestoredBeforeItReads(Story &story, std::uint32_t one)
{
    story.tell(Action::KeepServer, one, 0);
    story.letIn(one);
    story.openNew(one);
    story.save(one);
    story.tell(Action::Begin, one, 0);
    story.deliver(one, 1, 1);
    story.tell(Action::Restore, one, named);
    story.round(one);
}

/// Long after a restore somebody says of a change that it was made before, from what nobody has written yet.
void claimsAfterRestore(Story &story, std::uint32_t one, std::uint32_t other)
{
    story.letIn(one);
    story.round(one);
    story.openNew(one);
    story.save(one);
    story.round(one);
    story.tell(Action::KeepServer, one, 0);
    story.work(other);
    story.round(other);
    story.tell(Action::Restore, one, named);
    story.tell(Action::Absence, other, 0);
    story.round(one);
    story.tell(Action::Hostile, one, story.oneIn(2) ? 4 : 10, one, 0);
    for (int i = 0; i < 3; ++i) {
        story.open(one);
        story.save(one);
    }
    story.round(one);
}

/// The disk fails to sync a save, the app is started again and goes on; then the power goes.
void losesPower(Story &story, std::uint32_t one)
{
    story.letIn(one);
    story.openNew(one);
    story.tell(Action::DiskError, one, 0, 3);
    story.save(one);
    story.tell(Action::Kill, one, 0);
    for (auto i = 1 + story.below(3); i > 0; --i) {
        story.work(one);
    }
    if (story.oneIn(2)) {
        story.round(one);
    }
    story.tell(Action::Power, one, 0, 0, story.below(4));
    story.work(one);
    story.round(one);
}

} // namespace

std::vector<Step> makeStory(Random &random, Faults faults)
{
    Story story(random);
    // Among those that are there from the beginning, so that they are the same ones when a copy is added.
    const auto one = random.below(3);
    const auto other = (one + 1 + random.below(2)) % 3;
    switch (random.below(14)) {
    case 0:
    case 1:
        outAndIn(story, one, other);
        break;
    case 2:
        leavesInTheMiddle(story, one);
        break;
    case 3:
        meetsNewTypes(story, one, other);
        break;
    case 4:
        isCopied(story, one);
        break;
    case 5:
    case 6:
        isRestored(story, one, other);
        break;
    case 7:
    case 8:
        meetsItsTwin(story, one);
        break;
    case 9:
        hasSeenATwin(story, one, other);
        break;
    case 10:
        isCopiedWithItsWork(story, one);
        break;
    case 11:
        leavesWhileItReads(story, one, other);
        break;
    case 12:
        story.oneIn(2) ? isRestoredBeforeItReads(story, one) : claimsAfterRestore(story, one, other);
        break;
    default:
        losesPower(story, one);
    }
    std::erase_if(story.steps, [&](const Step &step) {
        const auto fault = faultOf(step.action);
        return fault && !holds(faults, *fault);
    });
    return std::move(story.steps);
}

} // namespace sim
