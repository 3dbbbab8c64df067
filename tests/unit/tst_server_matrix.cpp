// SPDX-License-Identifier: Apache-2.0
// Walks role, place, type, action and ownership as the policy file states them, against the real server.
#include "tests/unit/policy_matrix.h"
#include "sync/merge/change.h"
#include "sync/server/academy.h"
#include "sync/store/record_values.h"
#include "src/domain/policy.h"

#include <QTest>

#include <set>

namespace {

using Action = StatedPolicy::Action;
using record::Uuid;
namespace wire = cadre::sync::v1;

constexpr std::size_t mostInARun = 200;

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
            if (const auto *given = type.descriptor().FindFieldByName("pulse_given_to"); given && field == "pulse") {
                m_matrix.set(*after, *given, owner, true); // Said anew, it is not what she gave in person.
            }
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
