// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/stories.h"

#include <iterator>

namespace sim {

namespace {

/// One device, a place, and a field that all in the story is about.
class Story {
public:
    explicit Story(Random &random)
        : m_random(random)
        , m_place(named + random.below(12))
        , m_field(random.below(1000))
    {
    }

    void tell(Action action, std::uint32_t actor, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0)
    {
        steps.push_back({ action, actor, a, b, c });
    }
    void round(std::uint32_t actor) { tell(Action::Round, actor, 0); }
    void deliver(std::uint32_t actor, std::uint32_t least, std::uint32_t most)
    {
        for (auto i = least + m_random.below(most - least + 1); i > 0; --i) {
            tell(Action::Deliver, actor, 0);
        }
    }
    /// A form for a new record, or one of those in the place; saved later.
    void openNew(std::uint32_t actor) { tell(Action::OpenNew, actor, m_place, 1 + 3 * m_random.below(2)); }
    void openNewest(std::uint32_t actor) { tell(Action::OpenNew, actor, m_place, 0); }
    void open(std::uint32_t actor) { tell(Action::Open, actor, m_random.below(4), m_place); }
    void save(std::uint32_t actor) { tell(Action::Save, actor, named, m_field, 1 + m_random.below(900)); }
    void work(std::uint32_t actor)
    {
        m_random.oneIn(3) ? open(actor) : openNew(actor);
        save(actor);
    }
    void putOut(std::uint32_t actor) { tell(Action::Revoke, actor, 1, m_place - named); }
    void letIn(std::uint32_t actor) { tell(Action::Grant, actor, 0, m_place - named); }
    [[nodiscard]] bool oneIn(std::uint32_t limit) { return m_random.oneIn(limit); }
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) { return m_random.below(limit); }

    std::vector<Step> steps;

private:
    Random &m_random;
    std::uint32_t m_place;
    std::uint32_t m_field;
};

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

/// Two devices of one site go on; the later one is given a name of its own.
void isCopied(Story &story, std::uint32_t one)
{
    story.letIn(one);
    story.round(one);
    story.openNew(one);
    story.save(one);
    story.round(one);
    story.tell(Action::Copy, one, 0);
    story.open(newest);
    story.save(newest);
    story.round(newest);
    story.work(one);
    if (story.oneIn(2)) {
        // The disk fails when the device learns of it.
        story.tell(Action::Begin, one, 0);
        story.tell(Action::Deliver, one, 0);
        story.tell(Action::DiskError, one, story.below(12), story.below(4));
        story.tell(Action::Deliver, one, 0);
        story.work(one);
    }
    story.round(one);
    switch (story.below(3)) {
    case 0: // It is put out of the place with work under that name.
        story.work(one);
        story.putOut(one);
        story.round(one);
        if (story.oneIn(2)) {
            story.letIn(one);
        }
        break;
    case 1: // A form waits as a draft.
        story.open(newest);
        story.save(newest);
        story.round(newest);
        story.round(one);
        for (int i = 0; i < 2; ++i) {
            story.open(one);
            story.tell(Action::KeepDraft, one, named);
            story.tell(Action::TakeDraft, one, 0);
            story.save(one);
        }
        break;
    default:
        story.tell(Action::Rollback, one, story.below(1000));
        story.work(one);
    }
    story.round(one);
    story.round(newest);
}

/// A copy has sent what the device, to which the place comes anew, writes under the same name.
void meetsItsTwin(Story &story, std::uint32_t one)
{
    story.letIn(one);
    story.round(one);
    story.work(one);
    story.round(one);
    story.tell(Action::Copy, one, 0);
    story.putOut(one);
    story.round(one);
    story.round(newest);
    story.letIn(one);
    story.round(newest);
    story.work(newest);
    story.round(newest);
    story.tell(Action::Begin, one, 0);
    story.deliver(one, 2, 5);
    story.openNew(one);
    story.save(one);
    story.deliver(one, 1, 3);
    story.round(one);
    story.round(newest);
}

/// The server's disk is replaced by an older one after a device has sent its work, and a copy, or others, go on.
void isRestored(Story &story, std::uint32_t one, std::uint32_t other)
{
    story.letIn(one);
    story.round(one);
    story.work(one);
    story.round(one);
    const bool isCopied = !story.oneIn(3);
    if (isCopied) {
        story.tell(Action::Copy, one, 0);
    }
    story.tell(Action::KeepServer, one, 0);
    for (auto i = 1 + story.below(2); i > 0; --i) {
        story.work(one);
    }
    story.round(one);
    if (story.oneIn(2)) {
        story.round(other);
        story.open(other);
        story.save(other);
    }
    story.tell(Action::Restore, one, named);
    if (isCopied) {
        if (story.oneIn(3)) {
            story.openNew(newest);
        } else {
            story.open(newest);
        }
        story.save(newest);
        story.round(newest);
    }
    if (story.oneIn(2)) {
        story.round(other);
    }
    story.work(one);
    story.round(one);
    story.round(other);
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

} // namespace

std::vector<Step> makeStory(Random &random, Faults faults)
{
    Story story(random);
    // Among those that are there from the beginning, so that they are the same ones when a copy is added.
    const auto one = random.below(3);
    const auto other = (one + 1 + random.below(2)) % 3;
    switch (random.below(9)) {
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
        claimsAfterRestore(story, one, other);
        break;
    default:
        meetsItsTwin(story, one);
    }
    std::erase_if(story.steps, [&](const Step &step) {
        const auto fault = faultOf(step.action);
        return fault && !holds(faults, *fault);
    });
    return std::move(story.steps);
}

} // namespace sim
