// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sync/world.h"

#include "src/models/academy.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/plan.pb.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#ifndef Q_MOC_RUN
#include <atomic>
#endif

namespace v1 = cadre::v1;

/// A small academy: a mentor who also leads the district's mentoring, a colleague, a teacher; one
/// pair, five milestones, on Friday, 20 November 2026. Each has a store that an Academy can open.
class SmallAcademy {
public:
    enum Who { Mentor, Colleague, Teacher };
    static constexpr std::int64_t day = 86'400'000;

    SmallAcademy()
    {
        m_world.now = clock - 10 * day;
        for (int i = 0; i < 3; ++i)
            m_world.addDevice();
        for (int i = 0; i < 3; ++i)
            persons[i] = m_world.device(static_cast<std::size_t>(i)).identity().person;
        writePeople();
        writePair();
        writePlan();
        exchange();
    }

    /// Both the mentor and the colleague move one milestone's date before they hear of each other.
    void moveOneDateTwice()
    {
        move(Colleague, "2026-12-04", "Board meets on 5 December");
        move(Mentor, "2026-12-11", "Waiting for the second reviewer");
        exchange();
    }

    /// The mentor's match with one more teacher.
    record::Uuid addPair(const char *given, const char *family, const char *preferred)
    {
        const auto teacher = person(given, family, preferred);
        const auto id = m_world.device(Mentor).newId();
        v1::MentorMatch value;
        value.set_mentor(persons[Mentor].text());
        value.set_teacher(teacher.text());
        value.set_school(m_world.district.key.text());
        value.set_from("2026-08-24");
        value.set_status(v1::MATCH_STATUS_ACTIVE);
        value.set_monthly_minutes(180);
        save(Mentor, { .kind = v1::SCOPE_KIND_PAIR_LOG, .key = id }, value, id);
        return id;
    }

    /// Of the mentoring of the place where all of them work.
    void makeLead(Who who)
    {
        role(v1::ROLE_SL, nullptr, persons[who]);
        exchange();
    }

    /// Somebody who holds that role at the district.
    record::Uuid addAdministrator(const char *given, const char *family, v1::Role held)
    {
        const auto id = person(given, family, "");
        role(held, nullptr, id);
        return id;
    }

    /// Opens the person's store as the app does; the first call writes it, later ones find it as it is.
    std::unique_ptr<Academy> open(Who who)
    {
        const auto path = m_directory.filePath(QString::number(who)).toStdString();
        if (!QFile::exists(QString::fromStdString(path)))
            m_world.database(who).backupTo(path);
        auto academy = std::make_unique<Academy>([this, path] { return std::make_unique<Host>(path, clock); });
        settle(*academy);
        return academy;
    }

    /// Lets the academy answer until nothing is under way.
    static void settle(Academy &academy)
    {
        for (int quiet = 0; quiet < 5;) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
            quiet = academy.busy() || (!academy.ready() && academy.problem().isEmpty()) ? 0 : quiet + 1;
        }
    }

    std::atomic<std::int64_t> clock { 1795169700000 };
    record::Uuid persons[3];
    record::Uuid owner;
    record::Uuid match;
    record::Uuid applications; ///< The milestone whose date moves.
    record::Uuid checkIn;

    [[nodiscard]] record::ScopeId pairLog() const { return { .kind = v1::SCOPE_KIND_PAIR_LOG, .key = match }; }
    [[nodiscard]] record::ScopeId pair() const { return { .kind = v1::SCOPE_KIND_PAIR, .key = match }; }
    [[nodiscard]] record::ScopeId own() const { return { .kind = v1::SCOPE_KIND_PERSON, .key = persons[Mentor] }; }
    [[nodiscard]] const record::ScopeId &district() const { return m_world.district; }
    [[nodiscard]] QString matchId() const { return QString::fromStdString(match.text()); }

private:
    struct Host : DeviceHost {
        Host(const std::string &path, const std::atomic<std::int64_t> &clock)
            : database(path)
            , catalogue(record::Catalogue::ofAcademy())
            , opened(
                  database, catalogue, [&clock] { return clock.load(); }, record::systemEntropy())
        {
        }
        engine::Device &device() override { return opened; }

        store::Database database;
        record::Catalogue catalogue;
        engine::Device opened;
    };

    template <typename Record>
    record::Uuid save(Who who, const record::ScopeId &scope, const Record &value, std::optional<record::Uuid> id = {})
    {
        m_world.now += 60'000;
        auto &writer = m_world.device(who);
        const auto &type = Record::descriptor()->name();
        auto form = id ? writer.openNew(type, scope, *id) : writer.openNew(type, scope);
        writer.save({ { &form, std::make_shared<Record>(value) } });
        return form.key.id;
    }

    record::Uuid person(const char *given, const char *family, const char *preferred,
                        std::optional<record::Uuid> id = {})
    {
        v1::Person value;
        value.set_given(given);
        value.set_family(family);
        value.set_preferred(preferred);
        value.set_org_id(m_world.district.key.text());
        return save(Mentor, m_people, value, id);
    }

    void role(v1::Role role, const char *to = nullptr, std::optional<record::Uuid> whose = {})
    {
        v1::RoleAssignment value;
        value.set_person(whose.value_or(persons[Mentor]).text());
        value.set_role(role);
        value.set_scope_org(m_world.district.key.text());
        value.set_from("2026-08-01");
        if (to)
            value.set_to(to);
        save(Mentor, m_people, value);
    }

    void writePeople()
    {
        m_people = { .kind = v1::SCOPE_KIND_PEOPLE, .key = m_world.district.key };
        v1::Organization organization;
        organization.set_kind(v1::ORGANIZATION_KIND_LEA);
        organization.set_name("Alder Valley Schools");
        save(Mentor, m_people, organization, m_world.district.key);
        person("Lena", "Brandt", "", persons[Mentor]);
        person("Dana", "Reyes", "", persons[Colleague]);
        person("Elena", "Rivera", "Ms Rivera", persons[Teacher]);
        owner = person("Miguel", "Ortega", "");
        role(v1::ROLE_MT);
        role(v1::ROLE_DL);
        role(v1::ROLE_OR, "2026-09-01");
    }

    void writePair()
    {
        match = m_world.device(Mentor).newId();
        v1::MentorMatch value;
        value.set_mentor(persons[Mentor].text());
        value.set_teacher(persons[Teacher].text());
        value.set_school(m_world.district.key.text());
        value.set_from("2026-08-24");
        value.set_status(v1::MATCH_STATUS_ACTIVE);
        value.set_monthly_minutes(180);
        save(Mentor, pairLog(), value, match);

        v1::CheckIn meeting;
        meeting.set_match_id(match.text());
        meeting.set_mentor(persons[Mentor].text());
        meeting.set_on("2026-11-12");
        meeting.set_minutes(45);
        meeting.set_time_source(v1::TIME_SOURCE_OWN_TIME);
        meeting.set_status(v1::CHECK_IN_STATUS_RECORDED);
        checkIn = save(Mentor, pairLog(), meeting);

        v1::ActionItem step;
        step.set_check_in(checkIn.text());
        step.set_owner(persons[Teacher].text());
        step.set_text("Try the exit ticket");
        step.set_due("2026-11-24");
        step.set_status(v1::ACTION_STATUS_OPEN);
        save(Mentor, pair(), step);
    }

    void writePlan()
    {
        v1::ImplementationPlan plan;
        plan.set_org(m_world.district.key.text());
        plan.set_title("Mentoring 2026/27");
        plan.set_status(v1::PLAN_STATUS_ACTIVE);
        m_plan = save(Mentor, m_world.district, plan);
        milestone("Every school names its lead", "2026-11-08");
        applications = milestone("Mentor applications reviewed", "2026-11-27");
        milestone("Release time paid for", "2027-01-30", true);
        milestone("Summer institute planned", "2027-02-28");
        milestone("Handbook agreed", "2026-10-01", false, "2026-09-30");
    }

    record::Uuid milestone(const char *title, const char *due, bool atRisk = false, const char *doneOn = nullptr)
    {
        v1::Milestone value;
        value.set_plan(m_plan.text());
        value.set_title(title);
        value.set_owner(owner.text());
        value.set_baseline_due(due);
        value.set_current_due(due);
        value.set_status(doneOn ? v1::MILESTONE_STATUS_DONE : v1::MILESTONE_STATUS_IN_PROGRESS);
        if (doneOn)
            value.set_done_on(doneOn);
        value.set_practice("1B");
        value.set_at_risk(atRisk);
        return save(Mentor, m_world.district, value);
    }

    void move(Who who, const char *due, const char *reason)
    {
        auto &writer = m_world.device(who);
        auto form = writer.open({ .type = writer.catalogue().byName("Milestone")->number(),
                                  .id = applications,
                                  .scope = m_world.district });
        auto desired = std::make_shared<v1::Milestone>(dynamic_cast<const v1::Milestone &>(*form.opened));
        v1::MilestoneRevision revision;
        revision.set_milestone(applications.text());
        revision.set_old_due(desired->current_due());
        revision.set_new_due(due);
        revision.set_reason(reason);
        desired->set_current_due(due);
        writer.save({ { &form, desired } });
        save(who, m_world.district, revision);
    }

    void exchange()
    {
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < 3; ++i)
                m_world.sync(i);
        }
    }

    World m_world { 11 };
    QTemporaryDir m_directory;
    record::ScopeId m_people;
    record::Uuid m_plan;
};
