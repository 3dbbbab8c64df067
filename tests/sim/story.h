// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/ids.h"
#include "tests/sim/steps.h"

namespace sim {

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
    /// The same record for everybody, where they have the same ones.
    void openFirst(std::uint32_t actor) { tell(Action::Open, actor, 0, m_place); }
    void save(std::uint32_t actor) { tell(Action::Save, actor, named, m_field, 1 + m_random.below(900)); }
    void work(std::uint32_t actor)
    {
        m_random.oneIn(3) ? open(actor) : openNew(actor);
        save(actor);
    }
    void putOut(std::uint32_t actor) { tell(Action::Revoke, actor, 1, m_place - named); }
    void letIn(std::uint32_t actor) { tell(Action::Grant, actor, 0, m_place - named); }
    /// Is let in, and has work there that the server knows.
    void begin(std::uint32_t actor)
    {
        letIn(actor);
        round(actor);
        work(actor);
        round(actor);
    }
    [[nodiscard]] bool oneIn(std::uint32_t limit) { return m_random.oneIn(limit); }
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) { return m_random.below(limit); }

    std::vector<Step> steps;

private:
    Random &m_random;
    std::uint32_t m_place;
    std::uint32_t m_field;
};

} // namespace sim
