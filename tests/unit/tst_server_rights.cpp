// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "src/domain/inventory.h"
#include "src/domain/retention.h"
#include "sync/server/disclosures.h"
#include "sync/server/holds.h"
#include "sync/server/membership.h"
#include "sync/server/retention.h"
#include "cadre/v1/access.pb.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/sharing.pb.h"

#include <QTest>

namespace v1alpha = cadre::sync::v1alpha;

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// A check-in with what it was about, and a mentor, a lead and a teacher who are there.
struct Told {
    ServerWorld world;
    RawDevice mentor { world, "mentor" };
    RawDevice lead { world, "lead" };
    RawDevice teacher { world, "teacher" };
    record::Uuid checkIn = world.id();
    record::Uuid detail = world.id();

    Told()
    {
        (void)mentor.push(
            { mentor.run({ mentor.make(world.pairLog(), typeOf("CheckIn"), checkIn, world.checkIn(45)) }) });
        cadre::v1::CheckInDetail about;
        about.set_check_in(checkIn.text());
        about.set_focus("Questions");
        (void)mentor.push({ mentor.run({ mentor.make(world.pair(), typeOf("CheckInDetail"), detail, about) }) });
    }

    [[nodiscard]] std::uint32_t typeOf(const char *name) const { return world.catalogue.byName(name)->number(); }

    /// What the teacher reads about who saw what.
    [[nodiscard]] std::vector<cadre::v1::AccessEntry> access()
    {
        store::Query query;
        query.type = "AccessEntry";
        query.scope = ServerWorld::scope(cadre::v1::SCOPE_KIND_ACCESS, world.teacher);
        std::vector<cadre::v1::AccessEntry> entries;
        for (const auto &record : world.academy.records().list(query)) {
            entries.push_back(static_cast<const cadre::v1::AccessEntry &>(*record.message));
        }
        return entries;
    }

    void opens(const RawDevice &device, std::int64_t at, const record::ScopeId &place)
    {
        v1alpha::TellOpenedRequest request;
        auto &opening = *request.add_openings();
        *opening.mutable_scope() = merge::toProto(place);
        opening.set_record_type(typeOf("CheckIn"));
        opening.set_record(checkIn.raw());
        opening.set_at(at);
        world.academy.disclosures().opened(*world.academy.accounts().bySite(device.site), request);
    }

    void exports(const RawDevice &device, std::int64_t at, const record::ScopeId &place)
    {
        v1alpha::TellOpenedRequest request;
        auto &copied = *request.add_openings();
        *copied.mutable_scope() = merge::toProto(place);
        copied.set_at(at);
        copied.set_exported(true);
        world.academy.disclosures().opened(*world.academy.accounts().bySite(device.site), request);
    }

    [[nodiscard]] std::size_t audited(v1alpha::AuditKind kind)
    {
        std::size_t count = 0;
        for (const auto &line : world.academy.audit().after(0, 100000)) {
            v1alpha::AuditEntry entry;
            count += entry.ParseFromString(line.entry()) && entry.kind() == kind ? 1 : 0;
        }
        return count;
    }

    /// The lead ends the match, as of that day.
    void endMatch(const char *on)
    {
        auto ended = *world.stored<cadre::v1::MentorMatch>(
            ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, world.school), "MentorMatch", world.match);
        ended.set_status(cadre::v1::MATCH_STATUS_ENDED);
        ended.set_to(on);
        server::Work work(world.academy);
        world.academy.author().write(ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, world.school), "MentorMatch",
                                     world.match, ended, world.lead, world.now);
        work.commit();
    }
};

} // namespace

class TestServerRights : public QObject {
    Q_OBJECT

private slots:
    void aDeliveryIsToldOncePerReaderAndDay();
    void onesOwnDeliveryIsNotNews();
    void openingsCountDaysHoweverOftenTold();
    void whatWasNeverSentCannotBeOpened();
    void aCopyIsToldOncePerPlaceAndDay();
    void onesOwnCopyIsAuditedAndNoNews();
    void whatWasNeverSentCannotBeCopied();
    void retentionFollowsTheEndOfTheMatch();
    void aHoldIsPlannedAroundAndKeeps();
    void aHoldOfAPersonCoversWhatSheShowsAndWhySheIsSupported();
    void whoStillHasARoleHasNotLeft();
    void anOlderStoreGetsTheNewTables();
    void theInventoryHoldsEachFieldOfEachType();
};

void TestServerRights::aDeliveryIsToldOncePerReaderAndDay()
{
    Told told;
    (void)told.lead.pull(told.world.pairLog());
    (void)told.lead.pull(told.world.pairLog());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_DELIVERED), std::size_t { 1 });
    const auto entries = told.access();
    QCOMPARE(entries.size(), std::size_t { 1 });
    QCOMPARE(entries[0].reader(), told.world.lead.text());
    QCOMPARE(entries[0].kind(), cadre::v1::ACCESS_KIND_DELIVERED);
    QCOMPARE(entries[0].place(), told.world.pairLog().text());

    told.world.now += day;
    (void)told.lead.pull(told.world.pairLog());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_DELIVERED), std::size_t { 2 });
    QCOMPARE(told.access()[0].last_on(), entries[0].last_on());

    told.world.now += 7 * day;
    (void)told.lead.pull(told.world.pairLog());
    QVERIFY(told.access()[0].last_on() > entries[0].last_on());
    QCOMPARE(told.access()[0].first_on(), entries[0].first_on());
}

void TestServerRights::onesOwnDeliveryIsNotNews()
{
    Told told;
    (void)told.teacher.pull(told.world.pairLog());
    (void)told.teacher.pull(told.world.pair());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_DELIVERED), std::size_t { 0 });
    QVERIFY(told.access().empty());
}

void TestServerRights::openingsCountDaysHoweverOftenTold()
{
    Told told;
    const auto at = told.world.now;
    told.opens(told.lead, at, told.world.pairLog());
    told.opens(told.lead, at, told.world.pairLog());
    told.opens(told.lead, at + 1000, told.world.pairLog());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_OPENED), std::size_t { 1 });
    told.opens(told.lead, at - day, told.world.pairLog());
    // A clock that is ahead opens nothing tomorrow.
    told.opens(told.lead, at + 90 * day, told.world.pairLog());
    const auto entries = told.access();
    QCOMPARE(entries.size(), std::size_t { 1 });
    QCOMPARE(entries[0].days(), 2);
    QCOMPARE(entries[0].record_type(), std::string("CheckIn"));
    QVERIFY(entries[0].first_on() < entries[0].last_on());
}

void TestServerRights::whatWasNeverSentCannotBeOpened()
{
    Told told;
    // The lead does not read what the pair says.
    told.opens(told.lead, told.world.now, told.world.pair());
    QVERIFY(told.access().empty());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_OPENED), std::size_t { 0 });
}

void TestServerRights::aCopyIsToldOncePerPlaceAndDay()
{
    Told told;
    const auto at = told.world.now;
    told.exports(told.mentor, at, told.world.pair());
    told.exports(told.mentor, at + 1000, told.world.pair());
    told.exports(told.mentor, at - day, told.world.pair());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_EXPORTED), std::size_t { 2 });
    const auto entries = told.access();
    QCOMPARE(entries.size(), std::size_t { 1 });
    QCOMPARE(entries[0].kind(), cadre::v1::ACCESS_KIND_EXPORTED);
    QCOMPARE(entries[0].reader(), told.world.mentor.text());
    QCOMPARE(entries[0].place(), told.world.pair().text());
    QCOMPARE(entries[0].days(), 2);
    QVERIFY(!entries[0].has_record_type());
}

void TestServerRights::onesOwnCopyIsAuditedAndNoNews()
{
    Told told;
    told.exports(told.teacher, told.world.now, ServerWorld::scope(cadre::v1::SCOPE_KIND_PERSON, told.world.teacher));
    told.exports(told.teacher, told.world.now, told.world.pair());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_EXPORTED), std::size_t { 1 });
    QVERIFY(told.access().empty());
}

void TestServerRights::whatWasNeverSentCannotBeCopied()
{
    Told told;
    told.exports(told.lead, told.world.now, told.world.pair());
    told.exports(told.lead, told.world.now, ServerWorld::scope(cadre::v1::SCOPE_KIND_PERSON, told.world.teacher));
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_EXPORTED), std::size_t { 0 });
    QVERIFY(told.access().empty());
}

void TestServerRights::retentionFollowsTheEndOfTheMatch()
{
    Told told;
    QVERIFY(server::dueRecords(told.world.academy).empty());
    told.endMatch("2026-11-18");
    told.world.now += 89 * day;
    QVERIFY(server::dueRecords(told.world.academy).empty());
    told.world.now += 2 * day;
    const auto due = server::countsOf(server::dueRecords(told.world.academy));
    QCOMPARE(due.size(), std::size_t { 1 });
    QCOMPARE(due[0].type(), std::string("CheckInDetail"));
    QCOMPARE(due[0].oldest(), std::string("2027-02-16"));

    const auto done = server::applyRetention(told.world.academy);
    QCOMPARE(done.counts_size(), 1);
    QVERIFY(!told.world.stored<cadre::v1::CheckInDetail>(told.world.pair(), "CheckInDetail", told.detail));
    QVERIFY(told.world.stored<cadre::v1::CheckIn>(told.world.pairLog(), "CheckIn", told.checkIn));
    QVERIFY(server::dueRecords(told.world.academy).empty());
    QCOMPARE(told.audited(v1alpha::AUDIT_KIND_ERASED), std::size_t { 1 });

    // Three years later the minutes go too, and the totals that were made of them.
    told.world.now += 1100 * day;
    while (server::applyRetention(told.world.academy).counts_size() > 0) { }
    QVERIFY(!told.world.stored<cadre::v1::CheckIn>(told.world.pairLog(), "CheckIn", told.checkIn));
    for (const auto *type : { "PairMonth", "SchoolMonth" }) {
        store::Query query;
        query.type = type;
        for (const auto &record : told.world.academy.records().list(query)) {
            QVERIFY2(!record.alive, type);
        }
    }
}

void TestServerRights::aHoldIsPlannedAroundAndKeeps()
{
    Told told;
    told.endMatch("2026-11-18");
    told.world.now += 100 * day;
    server::Holds holds(told.world.academy);
    (void)holds.add("mentor");
    const auto due = server::countsOf(server::dueRecords(told.world.academy));
    QCOMPARE(due.size(), std::size_t { 1 });
    QCOMPARE(due[0].held(), std::uint64_t { 1 });
    QCOMPARE(server::applyRetention(told.world.academy).counts_size(), 0);
    QVERIFY(told.world.stored<cadre::v1::CheckInDetail>(told.world.pair(), "CheckInDetail", told.detail));
    (void)holds.remove(told.world.mentor.text());
    QCOMPARE(server::applyRetention(told.world.academy).counts_size(), 1);
    QVERIFY_EXCEPTION_THROWN((void)holds.remove("mentor"), server::Problem);
}

void TestServerRights::aHoldOfAPersonCoversWhatSheShowsAndWhySheIsSupported()
{
    Told told;
    const auto enrollment = told.world.id();
    const auto share = told.world.id();
    cadre::v1::TeacherEnrollment enrolled;
    enrolled.set_teacher(told.world.teacher.text());
    enrolled.set_school(told.world.school.text());
    enrolled.set_from("2026-08-01");
    cadre::v1::NoteShare shown;
    shown.set_match_id(told.world.match.text());
    shown.set_until("2027-06-30");
    server::Work work(told.world.academy);
    told.world.academy.author().write(ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, told.world.school),
                                      "TeacherEnrollment", enrollment, enrolled, told.world.lead, told.world.now);
    told.world.academy.author().write(told.world.pair(), "NoteShare", share, shown, told.world.teacher, told.world.now);
    work.commit();
    server::Holds holds(told.world.academy);
    (void)holds.add("teacher");
    QVERIFY(holds.holds(ServerWorld::scope(cadre::v1::SCOPE_KIND_REASON, enrollment)));
    QVERIFY(holds.holds(ServerWorld::scope(cadre::v1::SCOPE_KIND_SHARE, share)));
    QVERIFY(!holds.holds(ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL, told.world.school)));
}

void TestServerRights::whoStillHasARoleHasNotLeft()
{
    Told told;
    const auto &facts = told.world.academy.membership().facts();
    QVERIFY(!domain::exitOf(told.world.teacher, facts));
    QVERIFY(!domain::exitOf(told.world.id(), facts));
}

void TestServerRights::anOlderStoreGetsTheNewTables()
{
    QTemporaryDir folder;
    store::Database database((folder.path() + "/older.db").toStdString());
    const auto catalogue = record::Catalogue::ofAcademy();
    const auto open = [&] {
        server::Academy academy(database, catalogue, record::systemClock(), record::systemEntropy(), {});
        academy.audit().note(server::Audit::entry(v1alpha::AUDIT_KIND_BACKED_UP));
        return academy.audit().verify({}).entries();
    };
    QCOMPARE(open(), std::uint64_t { 1 });
    for (const char *table : { "server_audit", "server_audit_checkpoint", "server_delivery", "server_opening",
                               "server_ledger", "server_hold" }) {
        database.run(std::string("DROP TABLE ") + table);
    }
    QCOMPARE(open(), std::uint64_t { 1 });
}

void TestServerRights::theInventoryHoldsEachFieldOfEachType()
{
    const auto catalogue = record::Catalogue::ofAcademy();
    const auto rows = domain::inventory(catalogue, domain::Policy::builtIn(), domain::Retention::builtIn());
    for (const auto &type : catalogue.all()) {
        for (int i = 0; i < type->descriptor().field_count(); ++i) {
            const auto &field = type->descriptor().field(i)->name();
            const auto named = [&](const domain::InventoryRow &row) {
                return row.type == type->name() && (row.field == field || row.field.rfind(field + ".", 0) == 0)
                    && !row.place.empty() && !row.readers.empty() && !row.writers.empty() && !row.kept.empty();
            };
            QVERIFY2(std::any_of(rows.begin(), rows.end(), named), (type->name() + "." + field).c_str());
        }
    }
    const auto csv = domain::inventoryCsv(rows);
    QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), static_cast<std::ptrdiff_t>(rows.size() + 1));
    QVERIFY(csv.find("\"3 years after the match has ended\"") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestServerRights)
#include "tst_server_rights.moc"
