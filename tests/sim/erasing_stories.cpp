// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/erasing_stories.h"

#include <iterator>

namespace sim {

namespace {

/// Two devices, a place, and the record that was begun there last.
class Story {
public:
    Story(Random &random, Faults faults)
        : m_random(random)
        , m_faults(faults)
        , m_place(random.below(12))
        , m_field(random.below(1000))
    {
    }

    void tell(Action action, std::uint32_t actor, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0)
    {
        const auto fault = faultOf(action);
        if (!fault || holds(m_faults, *fault)) {
            steps.push_back({ action, actor, a, b, c });
        }
    }
    void round(std::uint32_t actor) { tell(Action::Round, actor, 0); }
    void letIn(std::uint32_t actor) { tell(Action::Grant, actor, 0, m_place); }
    void putOut(std::uint32_t actor) { tell(Action::Revoke, actor, 1, m_place); }
    void begin(std::uint32_t actor) { tell(Action::OpenNew, actor, named + m_place, 1 + 3 * m_random.below(2)); }
    void open(std::uint32_t actor) { tell(Action::Open, actor, named, named + m_place); }
    void save(std::uint32_t actor) { tell(Action::Save, actor, named, m_field, 1 + m_random.below(900)); }
    /// Sometimes with a kill on the way, also in the middle of the file that is written anew, or without room.
    void erase()
    {
        if (m_random.oneIn(3)) {
            const auto kill = m_random.oneIn(2) ? Action::ServerKill : Action::ServerPower;
            tell(kill, 0, 1, named + m_random.below(160), m_random.below(4));
        }
        tell(Action::Erase, 0, named, named + m_place, m_random.below(1000));
    }
    /// Meets what is there, and perhaps its end.
    void meet(std::uint32_t actor)
    {
        switch (m_random.below(8)) {
        case 0:
            tell(Action::Kill, actor, 1, named + m_random.below(160));
            break;
        case 1:
            tell(Action::Power, actor, 1, named + m_random.below(160), m_random.below(4));
            break;
        case 2:
            tell(Action::Full, actor, m_random.below(8));
            break;
        default:
            break;
        }
        round(actor);
    }
    [[nodiscard]] bool oneIn(std::uint32_t limit) { return m_random.oneIn(limit); }

    std::vector<Step> steps;

private:
    Random &m_random;
    Faults m_faults;
    std::uint32_t m_place;
    std::uint32_t m_field;
};

/// Somebody's work from before it is erased: sent, on its way, in an open form, or turned away.
void workBefore(Story &story, std::uint32_t other)
{
    if (story.oneIn(4)) {
        story.tell(Action::Bad, other, 0);
    }
    story.open(other);
    if (!story.oneIn(3)) {
        story.save(other);
    }
    if (story.oneIn(3)) {
        story.round(other);
    }
    if (story.oneIn(4)) {
        story.tell(Action::KeepDraft, other, named);
    }
}

void isErased(Story &story, std::uint32_t one, std::uint32_t other)
{
    story.letIn(one);
    story.letIn(other);
    story.round(one);
    const bool isRestored = story.oneIn(2);
    // A backup from before the record, so that who was away brings its bytes back.
    const bool isFromBefore = isRestored && story.oneIn(3);
    if (isFromBefore) {
        story.tell(Action::KeepServer, one, 0);
    }
    story.begin(one);
    story.save(one);
    if (story.oneIn(2)) {
        story.save(one);
    }
    story.round(one);
    story.round(other);
    if (isRestored && !isFromBefore) {
        story.tell(Action::KeepServer, one, 0);
    }
    if (!story.oneIn(3)) {
        workBefore(story, other);
    }
    if (story.oneIn(6)) {
        story.tell(Action::Copy, other, 0);
    }
    if (story.oneIn(4)) {
        // Knows the record from a snapshot, and the word that it is erased from the log.
        story.putOut(one);
        story.round(one);
        story.letIn(one);
        story.round(one);
    }
    story.erase();
    if (!story.oneIn(3)) {
        story.meet(one);
    }
    if (isRestored) {
        story.tell(Action::Restore, one, named);
    }
    if (story.oneIn(8)) {
        story.tell(Action::Absence, other, 0);
    }
    if (story.oneIn(2)) {
        story.save(other);
    }
    story.meet(story.oneIn(2) ? one : other);
    if (story.oneIn(3)) {
        story.open(other);
        story.save(other);
    }
    if (story.oneIn(4)) {
        story.putOut(one);
        story.round(one);
        story.letIn(one);
    }
    if (story.oneIn(4)) {
        story.erase();
    }
    story.meet(one);
    story.meet(other);
}

} // namespace

std::vector<Step> makeErasingStory(Random &random, Faults faults)
{
    Story story(random, faults);
    const auto one = random.below(3);
    isErased(story, one, (one + 1 + random.below(2)) % 3);
    return std::move(story.steps);
}

} // namespace sim
