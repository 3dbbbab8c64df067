// SPDX-License-Identifier: Apache-2.0
// Walks role, place, type, action and ownership as the policy file states them, against the real server.
#include "tests/unit/stated_policy.h"
#include "tests/unit/tst_server_world.h"
#include "sync/merge/change.h"
#include "sync/server/academy.h"
#include "sync/store/record_values.h"
#include "src/domain/policy.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/growth.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/sharing.pb.h"

#include <QTest>

#include <set>

namespace {

using Action = StatedPolicy::Action;
using record::Uuid;
namespace wire = cadre::sync::v1;

const std::vector<std::string> roles { "MT", "BT", "SL", "ST", "PR", "DL", "DM", "SE", "SM", "RC", "NP", "OR", "AD" };

/// Fields that say whose a record is, in any type.
const std::set<std::string> ownerFields { "owner", "author", "mentor", "teacher" };

constexpr std::size_t mostInARun = 200;

/// One person for each role, and an empty place of each kind. The teacher is enrolled and lets her mentor read her
/// goals; the pair shares with a member of the team, and with the principal, who evaluates.
class Matrix : public ServerWorld {
public:
    std::map<std::string, std::unique_ptr<RawDevice>> devices;
    Uuid enrollment = id(), share = id();
    std::map<std::string, Uuid> organizations { { "school", school }, { "district", district }, { "state", state } };

    Matrix()
    {
        using namespace cadre::v1;
        {
            server::Work work(academy);
            for (const auto &[name, kind] : { std::pair { "center", ORGANIZATION_KIND_RCC },
                                              std::pair { "partner", ORGANIZATION_KIND_NATIONAL_PARTNER },
                                              std::pair { "organizer", ORGANIZATION_KIND_ORGANIZER } }) {
                organizations[name] = id();
                organization(organizations[name], kind, {});
            }
            OrgService service;
            service.set_rcc_id(organizations["center"].text());
            service.set_sea_id(state.text());
            service.set_from("2025-07-01");
            academy.author().write(scope(SCOPE_KIND_PEOPLE, organizations["center"]), "OrgService", id(), service, {},
                                   now);
            for (const auto &[login, at] :
                 { std::pair { "ST", "school" }, std::pair { "DM", "district" }, std::pair { "SE", "state" },
                   std::pair { "SM", "state" }, std::pair { "RC", "center" }, std::pair { "NP", "partner" },
                   std::pair { "OR", "organizer" }, std::pair { "AD", "organizer" } }) {
                Role role {};
                (void)Role_Parse(std::string("ROLE_") + login, &role);
                person(id(), login, organizations[at], role);
            }
            work.commit();
        }
        const std::map<std::string, std::string> known {
            { "MT", "mentor" }, { "BT", "teacher" }, { "SL", "lead" }, { "PR", "principal" }, { "DL", "district" }
        };
        for (const auto &role : roles) {
            const auto login = known.contains(role) ? known.at(role) : role;
            devices.emplace(role, std::make_unique<RawDevice>(*this, login));
        }
        server::Work work(academy);
        enroll();
        shareNotes();
        openGoals();
        work.commit();
    }

    /// Places of that kind by the names that StatedPolicy has for them.
    [[nodiscard]] std::map<std::string, record::ScopeId> placesOf(const StatedPolicy::Rule &rule)
    {
        namespace pb = cadre::policy::v1;
        const auto at = [&](const Uuid &key) {
            auto place = scope(rule.kind(), key);
            place.purpose = rule.purposes().empty() ? 0 : rule.purposes(0);
            return place;
        };
        std::map<std::string, record::ScopeId> places;
        switch (rule.key()) {
        case pb::KEY_KIND_NONE:
            return { { "academy", at({}) } };
        case pb::KEY_KIND_STATE:
            return { { "state", at(state) } };
        case pb::KEY_KIND_DISTRICT:
            return { { "district", at(district) } };
        case pb::KEY_KIND_SCHOOL:
            return { { "school", at(school) } };
        case pb::KEY_KIND_ORGANIZATION:
            for (const auto &[name, organization] : organizations) {
                places.emplace(name, at(organization));
            }
            return places;
        case pb::KEY_KIND_MATCH:
            return { { "match", at(match) } };
        case pb::KEY_KIND_ENROLMENT:
            return { { "enrollment", at(enrollment) } };
        case pb::KEY_KIND_SHARE:
            return { { "share", at(share) } };
        case pb::KEY_KIND_PERSON:
            for (const char *who : { "MT", "BT", "PR" }) {
                places.emplace(who, at(devices.at(who)->person));
            }
            return places;
        default:
            return { { "nobody's", at(id()) } };
        }
    }

    /// The record with something in each of the fields, and `owner` in those that say whose it is.
    [[nodiscard]] std::unique_ptr<record::Message> filled(const record::RecordType &type, const Uuid &owner) const
    {
        auto message = type.make();
        for (int i = 0; i < type.descriptor().field_count(); ++i) {
            set(*message, *type.descriptor().field(i), owner, false);
        }
        return message;
    }

    /// Puts something into the field; another thing than before, if asked.
    void set(record::Message &message, const record::FieldDescriptor &field, const Uuid &owner, bool another) const
    {
        const auto &reflection = *message.GetReflection();
        reflection.ClearField(&message, &field);
        const int number = another ? 2 : 1;
        switch (field.cpp_type()) {
        case record::FieldDescriptor::CPPTYPE_STRING:
            field.is_repeated() ? reflection.AddString(&message, &field, textFor(message, field, owner, another))
                                : reflection.SetString(&message, &field, textFor(message, field, owner, another));
            break;
        case record::FieldDescriptor::CPPTYPE_INT32:
            reflection.SetInt32(&message, &field, number);
            break;
        case record::FieldDescriptor::CPPTYPE_INT64:
            reflection.SetInt64(&message, &field, number);
            break;
        case record::FieldDescriptor::CPPTYPE_BOOL:
            reflection.SetBool(&message, &field, !another);
            break;
        case record::FieldDescriptor::CPPTYPE_ENUM:
            field.is_repeated() ? reflection.AddEnumValue(&message, &field, number)
                                : reflection.SetEnumValue(&message, &field, number);
            break;
        default:
            throw std::runtime_error("A field of a kind that this test cannot fill: " + field.full_name());
        }
    }

    /// A change of one record that holds these ops.
    [[nodiscard]] merge::Change change(RawDevice &device, const record::ScopeId &place, const record::RecordType &type,
                                       const Uuid &record, std::vector<wire::Op> ops) const
    {
        wire::RecordEdit edit;
        edit.set_type(type.number());
        edit.set_record(record.raw());
        for (auto &op : ops) {
            *edit.add_ops() = std::move(op);
        }
        return device.make(place, edit);
    }

private:
    void enroll()
    {
        cadre::v1::TeacherEnrollment message;
        message.set_teacher(teacher.text());
        message.set_school(school.text());
        message.set_from("2026-08-01");
        academy.author().write(scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, school), "TeacherEnrollment", enrollment,
                               message, lead, now);
    }
    void shareNotes()
    {
        cadre::v1::NoteShare message;
        message.set_match_id(match.text());
        message.set_proposed_by(teacher.text());
        message.add_readers(devices.at("ST")->person.text());
        message.add_readers(principal.text());
        message.set_mode(cadre::v1::SHARE_MODE_ONCE);
        message.set_until("2027-06-30");
        message.set_mentor_agreed_at(now);
        message.set_teacher_agreed_at(now);
        academy.author().write(pair(), "NoteShare", share, message, teacher, now);
    }
    void openGoals()
    {
        cadre::v1::GoalAccess message;
        message.set_teacher(teacher.text());
        message.set_pair(match.text());
        academy.author().write(scope(cadre::v1::SCOPE_KIND_TEACHER, teacher), "GoalAccess", id(), message, teacher,
                               now);
    }

    [[nodiscard]] std::string textFor(const record::Message &message, const record::FieldDescriptor &field,
                                      const Uuid &owner, bool another) const
    {
        const bool isMatch = message.GetDescriptor()->name() == "MentorMatch";
        if (field.name() == "match_id" && !another) {
            return match.text();
        }
        if (field.name() == "school" && !another) {
            return school.text();
        }
        if (isMatch && ownerFields.contains(field.name())) {
            return (field.name() == "mentor") != another ? mentor.text() : teacher.text();
        }
        if (message.GetDescriptor()->name() == "Acknowledgement" && field.name() == "teacher" && owner == mentor) {
            return teacher.text(); // Given in person: it is the teacher's all the same.
        }
        if (ownerFields.contains(field.name()) && !another) {
            return owner.text();
        }
        switch (record::rulesOf(field).format()) {
        case cadre::v1::TEXT_FORMAT_DAY:
            return another ? "2026-11-16" : "2026-11-17";
        case cadre::v1::TEXT_FORMAT_MONTH:
            return another ? "2026-10" : "2026-11";
        case cadre::v1::TEXT_FORMAT_ZONE:
            return another ? "America/Chicago" : "America/Denver";
        default:
            if (!record::rulesOf(field).references().empty()) {
                return another ? district.text() : plan.text();
            }
            return another ? "Other" : "Words";
        }
    }
};

/// One thing that somebody tries, and whether the policy file lets her.
struct Try {
    merge::Change change;
    bool isAllowed = false;
    std::string what;
};

/// What the server says to all of them, held against the policy: a line for each difference.
std::vector<std::string> differences(RawDevice &device, const std::vector<Try> &tries)
{
    std::vector<std::string> wrong;
    for (std::size_t from = 0; from < tries.size(); from += mostInARun) {
        const auto to = std::min(from + mostInARun, tries.size());
        std::vector<merge::Change> run;
        for (auto i = from; i < to; ++i) {
            run.push_back(tries[i].change);
        }
        const auto answer = device.push({ device.run(run) });
        for (auto i = from; i < to; ++i) {
            const auto &verdict = answer.verdicts(static_cast<int>(i - from));
            const bool isTaken = verdict.verdict() == wire::VERDICT_CLASS_APPLIED
                || verdict.verdict() == wire::VERDICT_CLASS_CONFLICT
                // Allowed, and of a content that the type's own rules refuse.
                || (verdict.verdict() == wire::VERDICT_CLASS_QUARANTINED && verdict.reason() == "invalid");
            if (isTaken != tries[i].isAllowed) {
                wrong.push_back(tries[i].what + (tries[i].isAllowed ? ": refused as " + verdict.reason() : ": taken"));
            }
        }
    }
    return wrong;
}

} // namespace

class TestServerMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceIsReadByThoseWhomThePolicyNames()
    {
        int read = 0;
        int refused = 0;
        for (const auto &rule : m_policy.scopes()) {
            for (const auto &[name, place] : m_matrix.placesOf(rule)) {
                for (const auto &role : roles) {
                    const bool isServed = m_matrix.devices.at(role)->pull(place).pages_size() > 0;
                    QVERIFY2(isServed == m_policy.reads(role, rule, name),
                             (role + (isServed ? " reads " : " doesn't read ") + place.text()).c_str());
                    ++(isServed ? read : refused);
                }
            }
        }
        QVERIFY(read > 100 && refused > 100);
    }

    void everyRecordIsWrittenByThoseWhomThePolicyNames_data()
    {
        QTest::addColumn<int>("scope");
        for (int i = 0; i < m_policy.scopes().size(); ++i) {
            QTest::newRow(m_policy.scopes()[i].name().c_str()) << i;
        }
    }
    void everyRecordIsWrittenByThoseWhomThePolicyNames()
    {
        QFETCH(int, scope);
        const auto &rule = m_policy.scopes()[scope];
        for (const auto &[name, place] : m_matrix.placesOf(rule)) {
            for (const auto &role : roles) {
                std::vector<Try> tries;
                {
                    server::Work work(m_matrix.academy);
                    for (const auto &type : m_matrix.catalogue.all()) {
                        for (const bool own : { true, false }) {
                            add(tries, *type, rule, name, place, role, own);
                        }
                    }
                    work.commit();
                }
                const auto wrong = differences(*m_matrix.devices.at(role), tries);
                QVERIFY2(wrong.empty(), (place.text() + ", " + (wrong.empty() ? "" : wrong.front())).c_str());
                m_tries += static_cast<int>(tries.size());
            }
        }
    }

    void cleanupTestCase() { qInfo("%d wishes to write", m_tries); }

private:
    /// All that the person may want to do with a record of that type, which is hers or another's.
    void add(std::vector<Try> &tries, const record::RecordType &type, const StatedPolicy::Rule &rule,
             const std::string &name, const record::ScopeId &place, const std::string &role, bool own)
    {
        auto &device = *m_matrix.devices.at(role);
        const auto other = role == "DL" ? m_matrix.lead : m_matrix.districtLead;
        const auto owner = own ? device.person : other;
        const auto content = m_matrix.filled(type, owner);
        const std::unique_ptr<record::Message> nothing(type.make());
        const auto wish = [&](Action action, const record::Message &before, const record::Message &after,
                              std::vector<std::string> fields) {
            StatedPolicy::Wish wanted { .type = type.name(), .action = action, .fields = std::move(fields) };
            wanted.madeIt = own;
            for (const auto &field : ownerFields) {
                if (holds(after, field, device.person)
                    && (action == Action::Make || holds(before, field, device.person))) {
                    wanted.holdHer.push_back(field);
                }
            }
            return wanted;
        };
        const auto take = [&](merge::Change change, const StatedPolicy::Wish &wanted, const std::string &doing) {
            tries.push_back({ std::move(change), m_policy.writes(role, rule, name, wanted),
                              role + " " + doing + " " + (own ? "her own " : "another's ") + type.name() });
        };
        {
            auto ops = store::difference(*nothing, *content, {}, *nothing);
            ops.push_back(store::lifeOp(true, {}));
            take(m_matrix.change(device, place, type, m_matrix.id(), std::move(ops)),
                 wish(Action::Make, *nothing, *content, fieldsOf(type)), "makes");
        }
        for (const auto &field : fieldsOf(type)) {
            const auto *descriptor = type.descriptor().FindFieldByName(field);
            if (descriptor->cpp_type() != record::FieldDescriptor::CPPTYPE_ENUM || descriptor->is_repeated()) {
                continue;
            }
            const std::unique_ptr<record::Message> begun(content->New());
            begun->CopyFrom(*content);
            m_matrix.set(*begun, *descriptor, owner, true);
            auto ops = store::difference(*nothing, *begun, {}, *nothing);
            ops.push_back(store::lifeOp(true, {}));
            auto wanted = wish(Action::Make, *nothing, *begun, fieldsOf(type));
            wanted.otherwise = { field };
            take(m_matrix.change(device, place, type, m_matrix.id(), std::move(ops)), wanted,
                 "begins " + field + " otherwise in");
        }
        if (!type.livesIn(place.kind)) {
            return;
        }
        const auto kept = [&] {
            const auto id = m_matrix.id();
            m_matrix.academy.author().write(place, type.name(), id, *content, own ? device.person : other,
                                            m_matrix.now);
            return id;
        };
        const auto standing = kept();
        for (const auto &field : fieldsOf(type)) {
            const std::unique_ptr<record::Message> after(content->New());
            after->CopyFrom(*content);
            m_matrix.set(*after, *type.descriptor().FindFieldByName(field), owner, true);
            const auto wanted = wish(Action::Change, *content, *after, { field });
            // What is let in moves the record: each of those has one of its own.
            const auto id = m_policy.writes(role, rule, name, wanted) ? kept() : standing;
            take(m_matrix.change(device, place, type, id, store::difference(*content, *after, {}, *content)), wanted,
                 "changes " + field + " of");
        }
        take(m_matrix.change(device, place, type, kept(), { store::lifeOp(false, {}) }),
             wish(Action::Remove, *content, *content, {}), "removes");
    }

    [[nodiscard]] static std::vector<std::string> fieldsOf(const record::RecordType &type)
    {
        std::vector<std::string> names;
        for (int i = 0; i < type.descriptor().field_count(); ++i) {
            names.push_back(type.descriptor().field(i)->name());
        }
        return names;
    }

    [[nodiscard]] static bool holds(const record::Message &message, const std::string &name, const Uuid &person)
    {
        const auto *field = message.GetDescriptor()->FindFieldByName(name);
        return field != nullptr && message.GetReflection()->GetString(message, field) == person.text();
    }

    StatedPolicy m_policy;
    Matrix m_matrix;
    int m_tries = 0;
};

QTEST_GUILESS_MAIN(TestServerMatrix)
#include "tst_server_matrix.moc"
