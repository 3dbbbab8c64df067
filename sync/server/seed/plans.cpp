// SPDX-License-Identifier: Apache-2.0
#include "sync/server/seed/world.h"
#include "cadre/v1/plan.pb.h"

#include <fmt/format.h>

namespace seed {

namespace {

using namespace cadre::v1;

enum class Course { Done, DoneLate, Overdue, DueSoon, AtRisk, OnTrack, Dropped };

/// A milestone, in days from today, with what happened to it.
struct Outline {
    const char *title;
    const char *practice;
    int due;
    Course course;
    int moved = 0; ///< Days between baseline and current date.
    const char *reason = nullptr;
    const char *blocker = nullptr;
    const char *comment = nullptr;
};

const std::vector<Outline> districtOutlines {
    { "Superintendent and board adopt the mentoring program's goals", "1A", -66, Course::Done },
    { "Every school names its M&I lead and team", "1B", -12, Course::Overdue, 7, "Two schools were hiring in September",
      "Lincoln is still without a second team member; the principal meets two candidates on Tuesday.",
      "Would it help if I sat in on Tuesday?" },
    { "Shared meeting time in the master schedule", "1C", -4, Course::Overdue, 0, nullptr,
      "The middle school waits for the bus schedule.", nullptr },
    { "Mentor applications reviewed by two people", "2A", 5, Course::DueSoon, 0, nullptr, nullptr,
      "The second reviewer has the last three now." },
    { "Mentor forum: four sessions planned and announced", "2B", 9, Course::DueSoon },
    { "Family survey on the first quarter sent out", "4B", 12, Course::DueSoon },
    { "Agreement on classroom visits between schools", "2C", 33, Course::AtRisk, 21,
      "The substitute pool is smaller than planned", "Release days depend on four more substitutes.",
      "Can the state team help with substitutes?" },
    { "Handbook for mentors, first edition", "2B", -40, Course::Done },
    { "Welcome days for new teachers held", "2B", -75, Course::Done },
    { "Time policy: 180 minutes a month agreed with principals", "1C", -31, Course::DoneLate, 14,
      "Principals asked for a second reading" },
    { "Mid-year look at the school reflections", "1B", 62, Course::OnTrack },
    { "Data conversation: retention and growth of first-year teachers", "3A", 78, Course::OnTrack },
    { "Coaching cycle in every turnaround school", "3B", 95, Course::OnTrack, 10, "Aligned with the testing window" },
    { "Exemplars of strong lessons collected with the schools", "2C", 54, Course::OnTrack },
    { "Spring meeting of all school teams", "4B", 120, Course::OnTrack },
    { "Separate newsletter for mentors", "4B", 40, Course::Dropped },
};

const std::vector<Outline> stateOutlines {
    { "State leadership team named and meeting quarterly", "1A", -70, Course::Done },
    { "Funding sources for release time mapped", "1C", -20, Course::DoneLate, 10, "Title II figures came late" },
    { "Readiness self-assessment, first round", "1B", 11, Course::DueSoon },
    { "Model job descriptions shared with districts", "2C", 47, Course::OnTrack },
    { "Regional meeting on mentor selection", "2A", 66, Course::AtRisk, 0, nullptr, "The venue is not confirmed yet." },
    { "Exemplars of talent practices published", "2A", 101, Course::OnTrack },
};

struct Plan {
    record::ScopeId scope;
    record::Uuid id;
    std::vector<Person> owners;
};

MilestoneStatus statusOf(Course course)
{
    switch (course) {
    case Course::Done:
    case Course::DoneLate:
        return MILESTONE_STATUS_DONE;
    case Course::Dropped:
        return MILESTONE_STATUS_DROPPED;
    case Course::OnTrack:
        return MILESTONE_STATUS_PLANNED;
    default:
        return MILESTONE_STATUS_IN_PROGRESS;
    }
}

void plantRevision(World &world, const Plan &plan, const record::Uuid &milestone, const Person &author, Day from,
                   Day to, const char *reason)
{
    MilestoneRevision message;
    message.set_milestone(milestone.text());
    message.set_old_due(text(from));
    message.set_new_due(text(to));
    message.set_reason(reason);
    world.put(plan.scope, message, world.newId(), author.id,
              at(std::min(from, world.today()) - std::chrono::days { 9 }, 15, 10));
}

void plantComment(World &world, const Plan &plan, const record::Uuid &milestone, const Person &author,
                  const Person &asks, const char *words)
{
    Comment message;
    message.set_about(milestone.text());
    message.set_body(words);
    message.set_asks(asks.id.text());
    world.put(plan.scope, message, world.newId(), author.id,
              at(schoolDay(world.today() - std::chrono::days { 5 }), 9, 40));
}

void plantMilestone(World &world, const Plan &plan, const Outline &outline, int sort)
{
    const auto due = schoolDay(world.today() + std::chrono::days { outline.due });
    const auto baseline = outline.moved ? schoolDay(due - std::chrono::days { outline.moved }) : due;
    const auto &owner = plan.owners[static_cast<std::size_t>(sort) % plan.owners.size()];
    const auto id = world.newId();
    Milestone message;
    message.set_plan(plan.id.text());
    message.set_sort(sort);
    message.set_title(outline.title);
    message.set_owner(owner.id.text());
    message.set_baseline_due(text(baseline));
    message.set_current_due(text(due));
    message.set_status(statusOf(outline.course));
    message.set_practice(outline.practice);
    if (outline.course == Course::Done)
        message.set_done_on(text(schoolDay(due - std::chrono::days { 4 })));
    if (outline.course == Course::DoneLate)
        message.set_done_on(text(due));
    if (outline.course == Course::AtRisk)
        message.set_at_risk(true);
    if (outline.blocker)
        message.set_blocker(outline.blocker);
    world.put(plan.scope, message, id, plan.owners.front().id, at(world.yearStart() + std::chrono::days { 10 }, 14, 0));
    if (outline.moved)
        plantRevision(world, plan, id, owner, baseline, due, outline.reason);
    if (outline.comment)
        plantComment(world, plan, id, plan.owners.back(), owner, outline.comment);
}

void plantPlan(World &world, Plan plan, const Organization &organization, const std::string &title,
               const std::vector<Outline> &outlines)
{
    ImplementationPlan message;
    message.set_org(organization.id.text());
    message.set_title(title);
    message.set_start(text(world.yearStart()));
    message.set_end(text(world.yearStart() + std::chrono::days { 300 }));
    message.set_owner(plan.owners.front().id.text());
    message.set_status(PLAN_STATUS_ACTIVE);
    plan.id = world.newId();
    world.put(plan.scope, message, plan.id, plan.owners.front().id,
              at(world.yearStart() + std::chrono::days { 3 }, 10, 0));
    int sort = 1;
    for (const auto &outline : outlines)
        plantMilestone(world, plan, outline, sort++);
}

} // namespace

void plantPlans(World &world)
{
    for (const auto &district : world.districts) {
        Plan plan { place(SCOPE_KIND_DISTRICT, district.organization.id), {}, { district.lead, district.member } };
        for (const auto &school : district.schools)
            plan.owners.push_back(school.lead);
        plantPlan(world, plan, district.organization, "Mentoring and induction in " + district.organization.name,
                  districtOutlines);
    }
    const Plan plan { place(SCOPE_KIND_STATE, world.state.id), {}, { world.stateLead } };
    plantPlan(world, plan, world.state, "Talent for turnaround in Laurel", stateOutlines);
}

} // namespace seed
