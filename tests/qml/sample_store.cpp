// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/sample_store.h"

#include "cadre/v1/access.pb.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/growth.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/plan.pb.h"
#include "cadre/v1/sharing.pb.h"
#include "tests/sync/world.h"

#include <QDateTime>
#include <QDir>

namespace {

namespace v1 = cadre::v1;

/// Writes the sample's records on the devices of one world: the owner's, a colleague's and a teacher's.
class Author {
public:
    void write(const QString &directory)
    {
        m_world.now = sampleNow - 20 * day;
        m_world.addDevice();
        m_world.addDevice();
        m_world.addDevice();
        writePeople();
        m_elena = m_world.device(2).identity().person;
        writeTeacher("Elena", "Rivera", "Ms Rivera", 3, m_elena);
        writeTrust();
        writeTeacher("Chidi", "Okafor", "Mr Okafor", 1);
        writeTeacher("Sara", "Lindqvist", "Ms Lindqvist", 4);
        writePlan();
        exchange();
        moveOneDateTwice();
        exchange();
        m_world.now = sampleNow;
        QDir().mkpath(directory);
        m_world.database(0).backupTo((directory + "/cadre.db").toStdString());
        QDir().mkpath(directory + "/lead");
        m_world.database(1).backupTo((directory + "/lead/cadre.db").toStdString());
        QDir().mkpath(directory + "/teacher");
        m_world.database(2).backupTo((directory + "/teacher/cadre.db").toStdString());
    }

private:
    static constexpr std::int64_t minute = 60'000;
    static constexpr std::int64_t day = 24 * 60 * minute;

    static std::string isoDay(int daysFromToday)
    {
        return QDateTime::fromMSecsSinceEpoch(sampleNow)
            .toUTC()
            .addDays(daysFromToday)
            .toString("yyyy-MM-dd")
            .toStdString();
    }

    template <typename Record>
    record::Uuid save(std::size_t device, const char *type, const record::ScopeId &scope, const Record &value,
                      std::optional<record::Uuid> id = {})
    {
        m_world.now += minute;
        auto &writer = m_world.device(device);
        auto form = id ? writer.openNew(type, scope, *id) : writer.openNew(type, scope);
        writer.save({ { &form, std::make_shared<Record>(value) } });
        return form.key.id;
    }

    record::Uuid savePerson(std::size_t device, const char *given, const char *family, const char *preferred,
                            std::optional<record::Uuid> id = {})
    {
        v1::Person person;
        person.set_given(given);
        person.set_family(family);
        person.set_preferred(preferred);
        person.set_org_id(m_school.text());
        person.set_active(true);
        return save(device, "Person", people, person, id);
    }

    void saveRole(const record::Uuid &person, v1::Role role, const record::Uuid &organization)
    {
        v1::RoleAssignment assignment;
        assignment.set_person(person.text());
        assignment.set_role(role);
        assignment.set_scope_org(organization.text());
        assignment.set_from("2026-08-01");
        save(0, "RoleAssignment", people, assignment);
    }

    void writePeople()
    {
        v1::Organization district;
        district.set_kind(v1::ORGANIZATION_KIND_LEA);
        district.set_name("Alder Valley Schools");
        district.set_active(true);
        save(0, "Organization", people, district, m_world.district.key);
        v1::Organization school;
        school.set_kind(v1::ORGANIZATION_KIND_SCHOOL);
        school.set_name("Lincoln Middle School");
        school.set_short_name("Lincoln");
        school.set_parent_id(m_world.district.key.text());
        school.set_active(true);
        m_school = save(0, "Organization", people, school);

        m_lena = m_world.device(0).identity().person;
        m_dana = m_world.device(1).identity().person;
        savePerson(0, "Lena", "Brandt", "Lena Brandt", m_lena);
        savePerson(0, "Dana", "Reyes", "Dana Reyes", m_dana);
        m_priya = savePerson(0, "Priya", "Nair", "Priya Nair");
        saveRole(m_priya, v1::ROLE_SL, m_school);
        saveRole(savePerson(0, "Kenji", "Ito", "Mr Ito"), v1::ROLE_PR, m_school);
        m_ortega = savePerson(0, "Miguel", "Ortega", "M. Ortega");
        saveRole(m_lena, v1::ROLE_MT, m_school);
        saveRole(m_lena, v1::ROLE_DL, m_world.district.key);
        saveRole(m_dana, v1::ROLE_DL, m_world.district.key);
        saveRole(m_dana, v1::ROLE_SL, m_school);
        saveRole(savePerson(0, "Omar", "Haddad", "Mr Haddad"), v1::ROLE_MT, m_school);
        saveRole(savePerson(0, "Nia", "Okafor", "Ms Okafor"), v1::ROLE_BT, m_school);
    }

    void writeTeacher(const char *given, const char *family, const char *preferred, int checkIns,
                      std::optional<record::Uuid> id = {})
    {
        const auto teacher = savePerson(0, given, family, preferred, id);
        const auto match = m_world.device(0).newId();
        v1::MentorMatch pair;
        pair.set_mentor(m_lena.text());
        pair.set_teacher(teacher.text());
        pair.set_school(m_school.text());
        pair.set_from("2026-08-24");
        pair.set_status(v1::MATCH_STATUS_ACTIVE);
        pair.set_monthly_minutes(180);
        pair.set_year_of_support(1);
        pair.set_primary(true);
        save(0, "MentorMatch", { .kind = v1::SCOPE_KIND_PAIR_LOG, .key = match }, pair, match);
        save(0, "MentorMatch", { .kind = v1::SCOPE_KIND_SCHOOL_TEAM, .key = m_school }, pair, match);
        m_match = match;
        static constexpr int daysAgo[] { 3, 8, 10, 16 };
        for (int i = checkIns - 1; i >= 0; --i)
            writeCheckIn(match, teacher, -daysAgo[i], i == 0);
    }

    void writeCheckIn(const record::Uuid &match, const record::Uuid &teacher, int daysFromToday, bool isLast)
    {
        const record::ScopeId log { .kind = v1::SCOPE_KIND_PAIR_LOG, .key = match };
        const record::ScopeId pair { .kind = v1::SCOPE_KIND_PAIR, .key = match };
        v1::CheckIn checkIn;
        checkIn.set_match_id(match.text());
        checkIn.set_mentor(m_lena.text());
        checkIn.set_on(isoDay(daysFromToday));
        checkIn.set_minutes(isLast ? 30 : 45);
        checkIn.set_mode(isLast ? v1::CONTACT_MODE_CLASSROOM_VISIT : v1::CONTACT_MODE_IN_PERSON);
        checkIn.set_time_source(daysFromToday % 3 == 0 ? v1::TIME_SOURCE_OWN_TIME : v1::TIME_SOURCE_SANCTIONED);
        checkIn.set_kind(v1::CHECK_IN_KIND_CONVERSATION);
        checkIn.set_status(v1::CHECK_IN_STATUS_RECORDED);
        checkIn.add_activities(v1::ACTIVITY_OBSERVING);
        const auto id = save(0, "CheckIn", log, checkIn);

        v1::CheckInDetail detail;
        detail.set_check_in(id.text());
        detail.set_focus("Checking for understanding");
        detail.set_next_on(isoDay(4));
        detail.set_pulse(daysFromToday < -9 ? 2 : daysFromToday < -5 ? 3 : 4);
        detail.set_pulse_given_to(m_lena.text());
        save(0, "CheckInDetail", pair, detail);
        note(pair, id, v1::NOTE_PART_WORKS, "Students track the speaker now. Transition down to under a minute.");
        note(pair, id, v1::NOTE_PART_CHALLENGE,
             "Same four hands in every discussion; exit tickets show a gap on fractions.");
        if (!isLast)
            return;
        step(pair, id, teacher, v1::ACTION_SIDE_TEACHER, "Try the two-minute exit ticket in period 3");
        step(pair, id, m_lena, v1::ACTION_SIDE_MENTOR, "Bring the cold-call cards");
        step(pair, id, m_lena, v1::ACTION_SIDE_MENTOR, "Ask Mr Ito for release time on Thursday");
    }

    void note(const record::ScopeId &pair, const record::Uuid &checkIn, v1::NotePart part, const char *body)
    {
        v1::CheckInNote note;
        note.set_check_in(checkIn.text());
        note.set_author(m_lena.text());
        note.set_part(part);
        note.set_body(body);
        m_note = save(0, "CheckInNote", pair, note);
    }

    /// What stands about Ms Rivera: who read it, what is asked of her, what she wants to grow in.
    void writeTrust()
    {
        const record::ScopeId pair { .kind = v1::SCOPE_KIND_PAIR, .key = m_match };
        const record::ScopeId log { .kind = v1::SCOPE_KIND_PAIR_LOG, .key = m_match };
        access(m_lena, v1::ACCESS_KIND_DELIVERED, pair, "", 0);
        access(m_priya, v1::ACCESS_KIND_DELIVERED, log, "", 0);
        access(m_lena, v1::ACCESS_KIND_OPENED, pair, "CheckInNote", 4);
        v1::NoteShare share;
        share.set_match_id(m_match.text());
        share.set_proposed_by(m_lena.text());
        share.add_readers(m_priya.text());
        share.add_parts(m_note.text());
        share.set_mode(v1::SHARE_MODE_ONCE);
        share.set_until("2027-06-30");
        share.set_mentor_agreed_at(m_world.now);
        save(0, "NoteShare", pair, share);

        const record::ScopeId own { .kind = v1::SCOPE_KIND_TEACHER, .key = m_elena };
        v1::GrowthGoal goal;
        goal.set_text("Every student speaks in a discussion at least once a week");
        goal.set_measure("Tally sheet in periods 3 and 5");
        goal.set_status(v1::GOAL_STATUS_IN_PROGRESS);
        goal.set_to("2027-01-29");
        save(2, "GrowthGoal", own, goal);
        v1::TeacherNeed need;
        need.set_area("Families");
        need.set_level(4);
        need.set_on(isoDay(-5));
        save(2, "TeacherNeed", own, need);
    }

    void access(const record::Uuid &reader, v1::AccessKind kind, const record::ScopeId &place, const char *type,
                int days)
    {
        v1::AccessEntry entry;
        entry.set_reader(reader.text());
        entry.set_kind(kind);
        entry.set_place(place.text());
        entry.set_first_on(isoDay(-16));
        entry.set_last_on(isoDay(-1));
        if (days > 0) {
            entry.set_record_type(type);
            entry.set_days(days);
        }
        save(0, "AccessEntry", { .kind = v1::SCOPE_KIND_ACCESS, .key = m_elena }, entry);
    }

    void step(const record::ScopeId &pair, const record::Uuid &checkIn, const record::Uuid &owner, v1::ActionSide side,
              const char *text)
    {
        v1::ActionItem item;
        item.set_check_in(checkIn.text());
        item.set_owner(owner.text());
        item.set_side(side);
        item.set_text(text);
        item.set_due(isoDay(4));
        item.set_status(v1::ACTION_STATUS_OPEN);
        save(0, "ActionItem", pair, item);
    }

    void writePlan()
    {
        v1::ImplementationPlan plan;
        plan.set_org(m_world.district.key.text());
        plan.set_title("Mentoring and induction 2026/27");
        plan.set_owner(m_lena.text());
        plan.set_status(v1::PLAN_STATUS_ACTIVE);
        m_plan = save(0, "ImplementationPlan", m_world.district, plan);
        const auto late = milestone("Every school names its M&I lead and team", "1B", -10, -2,
                                    "Lincoln is still without a lead; the principal meets two candidates on Tuesday.");
        v1::MilestoneRevision revision;
        revision.set_milestone(late.text());
        revision.set_old_due(isoDay(-10));
        revision.set_new_due(isoDay(-2));
        revision.set_reason("The board meets a week later.");
        save(0, "MilestoneRevision", m_world.district, revision);
        v1::Comment comment;
        comment.set_about(late.text());
        comment.set_body("Is Lincoln still open?");
        comment.set_asks(m_ortega.text());
        save(0, "Comment", m_world.district, comment);
        milestone("Shared meeting time in the master schedule of all schools", "1C", -4, -4, "");
        m_moved = milestone("Mentor applications reviewed by two readers", "2A", 7, 7, "");
        milestone("Release time paid for by the district", "4B", 28, 28, "The budget line is still open.", true);
        milestone("Summer institute planned", "3A", 53, 53, "");
        milestone("New teachers’ orientation evaluated", "3B", 81, 81, "");
    }

    record::Uuid milestone(const char *title, const char *practice, int baseline, int due, const char *blocker,
                           bool atRisk = false)
    {
        v1::Milestone milestone;
        milestone.set_plan(m_plan.text());
        milestone.set_sort(++m_sort);
        milestone.set_title(title);
        milestone.set_owner(m_ortega.text());
        milestone.set_baseline_due(isoDay(baseline));
        milestone.set_current_due(isoDay(due));
        milestone.set_status(v1::MILESTONE_STATUS_IN_PROGRESS);
        milestone.set_practice(practice);
        milestone.set_blocker(blocker);
        milestone.set_at_risk(atRisk);
        return save(0, "Milestone", m_world.district, milestone);
    }

    void moveOneDateTwice()
    {
        m_world.now = sampleNow - 25 * 60 * minute;
        move(1, 14, "Board meets on 5 December");
        m_world.now = sampleNow - 200 * minute;
        move(0, 21, "Waiting for the second reviewer");
    }

    void move(std::size_t device, int due, const char *reason)
    {
        auto &writer = m_world.device(device);
        auto form = writer.open(
            { .type = writer.catalogue().byName("Milestone")->number(), .id = m_moved, .scope = m_world.district });
        auto desired = std::make_shared<v1::Milestone>(dynamic_cast<const v1::Milestone &>(*form.opened));
        desired->set_current_due(isoDay(due));
        writer.save({ { &form, desired } });
        v1::MilestoneRevision revision;
        revision.set_milestone(m_moved.text());
        revision.set_old_due(isoDay(7));
        revision.set_new_due(isoDay(due));
        revision.set_reason(reason);
        save(device, "MilestoneRevision", m_world.district, revision);
    }

    void exchange()
    {
        for (int i = 0; i < 3; ++i) {
            m_world.sync(0);
            m_world.sync(1);
            m_world.sync(2);
        }
    }

    const record::ScopeId people { .kind = v1::SCOPE_KIND_PEOPLE, .key = {} };
    World m_world { 7 };
    record::Uuid m_school;
    record::Uuid m_lena;
    record::Uuid m_dana;
    record::Uuid m_elena;
    record::Uuid m_priya;
    record::Uuid m_match; ///< The one written last, as the next.
    record::Uuid m_note;
    record::Uuid m_ortega;
    record::Uuid m_plan;
    record::Uuid m_moved;
    int m_sort = 0;
};

} // namespace

void writeSampleStore(const QString &directory)
{
    Author().write(directory);
}
