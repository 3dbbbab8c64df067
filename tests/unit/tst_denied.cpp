// SPDX-License-Identifier: Apache-2.0
// The report of what is denied, held against the decisions that the policy gives for people who stand as near to each
// place as their role lets them.
#include "src/domain/csv_cell.h"
#include "src/domain/denied.h"
#include "tests/unit/academy_of_facts.h"
#include "cadre/v1/enrollment.pb.h"

#include <QTest>

#include <set>

namespace {

using domain::Action;
using domain::WriteCode;
namespace pb = cadre::policy::v1;

const std::vector<std::string> roles { "MT", "BT", "SL", "ST", "PR", "DL", "DM", "SE", "SM", "RC", "NP", "OR", "AD" };
/// Refusals that are about who she is and what she does, not about what the record says.
const std::set<WriteCode> refusals { WriteCode::NotAMember,   WriteCode::OnlyTheServer, WriteCode::UnknownType,
                                     WriteCode::UnknownPlace, WriteCode::NeverChanged,  WriteCode::NotYourField };

class Nearest : public AcademyOfFacts {
public:
    Nearest() { enrolled("BT"); }

    std::vector<record::ScopeId> placesOf(const pb::ScopeRule &rule, const std::string &role)
    {
        const auto purpose = rule.purposes().empty() ? 0 : rule.purposes(0);
        const auto at = [&](const std::string &key) { return scope(rule.kind(), key, purpose); };
        switch (rule.key()) {
        case pb::KEY_KIND_NONE:
            return { at({}) };
        case pb::KEY_KIND_STATE:
            return { at("sea") };
        case pb::KEY_KIND_DISTRICT:
            return { at("lea") };
        case pb::KEY_KIND_SCHOOL:
            return { at("schoolA") };
        case pb::KEY_KIND_ORGANIZATION:
            return { at("schoolA"), at("lea"), at("sea"), at("rcc"), at("np"), at("or") };
        case pb::KEY_KIND_MATCH:
            return { at("match") };
        case pb::KEY_KIND_ENROLMENT:
            return { at("enrolment") };
        case pb::KEY_KIND_PERSON:
            return { at(role) };
        default:
            return { seated(at("seats of " + role), role) };
        }
    }

    bool may(const std::string &role, const record::ScopeId &place, const record::RecordType &type, Action action)
    {
        const auto &policy = domain::Policy::builtIn();
        if (action == Action::Read) {
            return policy.mayRead(id(role), place, facts, today);
        }
        std::vector<std::string> fields { "" };
        for (int i = 0; action != Action::Remove && i < type.descriptor().field_count(); ++i) {
            fields.push_back(type.descriptor().field(i)->name());
        }
        return std::any_of(fields.begin(), fields.end(), [&](const std::string &field) {
            return (field.empty() == (action == Action::Remove))
                && refusals.count(write(role, place, type, action, field)) == 0;
        });
    }

private:
    /// Every seat there is.
    record::ScopeId seated(const record::ScopeId &place, const std::string &role)
    {
        for (const char *seat : { "host", "participant", "reader", "mentor", "teacher" }) {
            facts.addSeat({ .place = place, .person = id(role), .seat = seat, .from = {}, .to = {}, .by = {} });
        }
        return place;
    }

    /// Of one field of her own record.
    WriteCode write(const std::string &role, const record::ScopeId &place, const record::RecordType &type,
                    Action action, const std::string &field)
    {
        const auto record = ownedBy(type, role);
        domain::WriteRequest request;
        request.person = id(role);
        request.scope = place;
        request.typeName = type.name();
        request.recordId = id("a record");
        if (!field.empty()) {
            request.changedFields = { field };
        }
        request.isNew = action == Action::Make;
        request.isDelete = action == Action::Remove;
        request.recordAuthor = request.person;
        request.before = request.isNew ? nullptr : record.get();
        request.after = record.get();
        return domain::Policy::builtIn().mayWrite(request, facts, today, today).code;
    }

    /// Whatever says whose it is says that it is hers.
    std::unique_ptr<record::Message> ownedBy(const record::RecordType &type, const std::string &role)
    {
        auto message = type.make();
        for (const auto &rule : domain::Policy::builtIn().content().scopes()) {
            for (const auto &writer : rule.writers()) {
                const auto *field = type.descriptor().FindFieldByName(writer.own_field());
                if (field != nullptr) {
                    message->GetReflection()->SetString(message.get(), field, id(role).text());
                }
            }
        }
        return message;
    }
};

} // namespace

class TestDenied : public QObject {
    Q_OBJECT

private slots:
    void whatIsReportedIsDeniedAndNothingElse()
    {
        const auto catalogue = record::Catalogue::ofAcademy();
        const auto &policy = domain::Policy::builtIn();
        std::set<std::string> denied;
        for (const auto &row : domain::deniedActions(catalogue, policy)) {
            denied.insert(nameOf(cadre::v1::Role_Name(row.role).substr(5), row.place, row.type, row.action));
        }
        int asked = 0;
        for (const auto &rule : policy.content().scopes()) {
            for (const auto &type : catalogue.all()) {
                if (!type->livesIn(static_cast<std::uint32_t>(rule.kind()))) {
                    continue;
                }
                for (const auto action : { Action::Read, Action::Make, Action::Change, Action::Remove }) {
                    for (const auto &role : roles) {
                        const auto name = nameOf(role, rule.name(), type->name(), action);
                        QVERIFY2(mayAnywhere(role, rule, *type, action) != (denied.count(name) > 0), name.c_str());
                        ++asked;
                    }
                }
            }
        }
        QVERIFY(asked > 2000 && denied.size() > 1000);
    }

    void bothFormsHoldTheSame()
    {
        const auto rows = domain::deniedActions(record::Catalogue::ofAcademy(), domain::Policy::builtIn());
        const auto csv = domain::deniedCsv(rows);
        QCOMPARE(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), rows.size() + 1);
        QVERIFY(csv.find(domain::csvRow({ "PR", "pair", "CheckInNote", "read" })) != std::string::npos);
        QVERIFY(csv.find(domain::csvRow({ "MT", "pair", "CheckInNote", "read" })) == std::string::npos);
        const auto text = domain::deniedText(rows);
        QVERIFY2(text.find("pair             CheckInNote        read    SL ST PR DL DM SE SM RC NP OR AD\n")
                     != std::string::npos,
                 text.c_str());
    }

private:
    static std::string nameOf(const std::string &role, const std::string &place, const std::string &type, Action action)
    {
        return role + ' ' + place + ' ' + type + ' ' + std::to_string(static_cast<int>(action));
    }

    bool mayAnywhere(const std::string &role, const pb::ScopeRule &rule, const record::RecordType &type, Action action)
    {
        const auto places = m.placesOf(rule, role);
        return std::any_of(places.begin(), places.end(),
                           [&](const auto &place) { return m.may(role, place, type, action); });
    }

    Nearest m;
};

QTEST_GUILESS_MAIN(TestDenied)
#include "tst_denied.moc"
