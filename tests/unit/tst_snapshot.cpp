// SPDX-License-Identifier: Apache-2.0
// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include "sync/record/json.h"
#include "sync/store/record_store.h"
#include "sync/store/record_values.h"
#include "sync/store/snapshot.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"
#include "cadre/v1/check_in.pb.h"

#include <functional>

#include <zstd.h>
#endif

#include <QTemporaryDir>
#include <QTest>

namespace {

namespace wire = cadre::sync::v1;
using Chunk = cadre::sync::v1alpha::SnapshotChunk;

const auto scope = *record::ScopeId::parse("pair/01900000-0000-7000-8000-0000000000bb");
const auto otherScope = *record::ScopeId::parse("pair/01900000-0000-7000-8000-0000000000cc");

record::Uuid uuid(int number)
{
    record::Uuid id;
    id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

/// A store in a file of its own.
struct Store {
    explicit Store(const QTemporaryDir &directory, record::Catalogue known = record::Catalogue::ofAcademy())
        : catalogue(std::move(known))
        , database(directory.filePath(QString::number(++number) + ".sqlite").toStdString())
        , records(database, catalogue)
    {
    }

    void edit(const record::ScopeId &place, int site, std::uint64_t seq, const wire::RecordEdit &edit)
    {
        merge::Change change;
        change.scope = place;
        change.dot = { uuid(1000 + site), seq };
        change.author = uuid(2000 + site);
        change.header.set_hybrid_time(seq << 16 | static_cast<std::uint64_t>(site));
        change.edits = { edit };
        (void)records.apply(change);
    }

    void read(const store::SnapshotContent &content)
    {
        store::Transaction transaction(database);
        store::SnapshotWriter writer(database, catalogue);
        writer.clear(scope);
        for (const auto &chunk : content.chunks) {
            (void)writer.add(scope, chunk);
        }
        transaction.commit();
    }

    store::SnapshotContent snapshot() { return store::makeSnapshot(database, catalogue, scope); }

    /// Every value of every record in the scope; sites by their name.
    std::vector<std::string> rows()
    {
        std::vector<std::string> tables { store::RecordTable::unknownTypes };
        for (const auto &type : catalogue.all()) {
            tables.push_back(type->table());
        }
        std::vector<std::string> found;
        for (const auto &table : tables) {
            std::string values = "quote((SELECT site FROM site WHERE row = _site))";
            store::Statement columns(database, "SELECT name FROM pragma_table_info('" + table + "')");
            while (columns.step()) {
                if (columns.blob(0) != "_scope" && columns.blob(0) != "_site") {
                    values += " || ' ' || quote(\"" + columns.blob(0) + "\")";
                }
            }
            store::Statement rows(database,
                                  "SELECT " + values + " FROM \"" + table
                                      + "\" WHERE _scope = (SELECT row FROM scope WHERE key = ?) ORDER BY _id");
            rows.bindBlob(1, scope.key.raw());
            while (rows.step()) {
                found.push_back(table + " " + rows.blob(0));
            }
        }
        return found;
    }

    static inline int number = 0;
    record::Catalogue catalogue;
    store::Database database;
    store::RecordStore records;
};

/// What a save of `json` into a record that stood as `before` says, by an author who had seen `seen`.
wire::RecordEdit editOf(const std::string &typeName, int id, const std::string &before, const std::string &json,
                        const merge::Context &seen = {})
{
    static const auto catalogue = record::Catalogue::ofAcademy();
    const auto &type = *catalogue.byName(typeName);
    const auto opened = type.make();
    (void)record::mergeJson(before, *opened);
    const auto desired = type.make();
    (void)record::mergeJson(json, *desired);
    wire::RecordEdit edit;
    edit.set_type(type.number());
    edit.set_record(uuid(id).raw());
    *edit.add_ops() = store::lifeOp(true, seen);
    std::map<std::uint32_t, merge::Context> contexts;
    for (std::uint32_t field = 0; field < 20; ++field) {
        contexts[field] = seen;
    }
    for (const auto &op : store::difference(*opened, *desired, contexts, *opened)) {
        *edit.add_ops() = op;
    }
    return edit;
}

merge::Context seeing(int site, std::uint64_t seq)
{
    merge::Context context;
    context.add({ uuid(1000 + site), seq });
    return context;
}

const std::string conversation =
    R"({"standards":["1A","3C"],"focus":"Routines","pulse":3,"evidence":["EVIDENCE_DATA"]})";

/// Untouched, edited, conflicting, deleted, cleared, with fields that nobody here knows, and of every kind.
void fill(Store &store)
{
    store::Transaction together(store.database);
    for (int i = 0; i < 40; ++i) {
        store.edit(scope, 1, static_cast<std::uint64_t>(i + 1), editOf("CheckInDetail", i, "{}", conversation));
    }
    const auto edited = [](int id, const std::string &json) {
        return editOf("CheckInDetail", id, conversation, json, seeing(1, static_cast<std::uint64_t>(id + 1)));
    };
    store.edit(scope, 2, 1, edited(3, R"({"standards":["1A"],"focus":"Questions","pulse":3})"));
    store.edit(scope, 3, 1, edited(3, R"({"standards":["1A","4B"],"focus":"Families","pulse":5})"));
    wire::RecordEdit gone;
    gone.set_type(8);
    gone.set_record(uuid(4).raw());
    *gone.add_ops() = store::lifeOp(false, seeing(1, 5));
    store.edit(scope, 2, 2, gone);
    wire::RecordEdit newer;
    newer.set_type(8);
    newer.set_record(uuid(5).raw());
    for (const auto &[field, wireType, value] :
         { std::tuple(90U, 0U, std::string("\x07")), std::tuple(91U, 2U, std::string("later")) }) {
        auto &op = *newer.add_ops();
        op.set_field(field);
        op.set_kind(wire::OP_KIND_SET);
        op.set_wire_type(wireType);
        op.set_value(value);
    }
    store.edit(scope, 2, 3, newer);
    store.edit(scope, 2, 4,
               editOf("CheckInNote", 50, "{}", R"({"checkIn":"x","part":"NOTE_PART_WORKS","body":"Slowly, please."})"));
    store.edit(scope, 2, 5, editOf("ActionItem", 60, "{}", R"({"text":"Call home","carriedCount":2})"));
    store.edit(otherScope, 2, 1, editOf("ActionItem", 61, "{}", R"({"text":"Elsewhere"})"));
    together.commit();
}

std::string sentenceOf(const std::function<void()> &action)
{
    try {
        action();
    } catch (const store::Invalid &refusal) {
        return refusal.what();
    }
    return {};
}

/// A chunk of one record that holds, until `harm` has been done to it.
std::string chunkOf(const std::function<void(Chunk &)> &harm)
{
    Chunk chunk;
    chunk.add_sites(uuid(1).raw());
    chunk.add_authors(uuid(2).raw());
    auto &record = *chunk.add_records();
    record.set_type(8);
    record.set_id(uuid(3).raw());
    record.set_seq(1);
    harm(chunk);
    return chunk.SerializeAsString();
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEqualRows()
    {
        Store from(m_directory);
        fill(from);
        const auto content = from.snapshot();
        QCOMPARE(content.records, std::uint64_t(42));
        QCOMPARE(from.rows().size(), std::size_t(42));
        Store to(m_directory);
        to.edit(otherScope, 9, 1, editOf("ActionItem", 61, "{}", R"({"text":"Elsewhere"})"));
        to.read(content);
        QCOMPARE(to.rows(), from.rows());
        QCOMPARE(to.records.conflictCount(), from.records.conflictCount());
        QVERIFY(from.records.conflictCount() > 0);
        for (int id = 0; id < 40; ++id) {
            const store::RecordKey key { 8, uuid(id), scope };
            QCOMPARE(to.records.state(key).SerializeAsString(), from.records.state(key).SerializeAsString());
        }
    }

    void takesThePlaceOfWhatWasThere()
    {
        Store from(m_directory);
        fill(from);
        Store to(m_directory);
        to.edit(scope, 7, 1, editOf("CheckInDetail", 3, "{}", R"({"focus":"Stale"})"));
        to.edit(scope, 7, 2, editOf("CheckInDetail", 99, "{}", R"({"focus":"Stale"})"));
        to.edit(otherScope, 7, 1, editOf("ActionItem", 61, "{}", R"({"text":"Elsewhere"})"));
        to.read(from.snapshot());
        QCOMPARE(to.rows(), from.rows());
        QCOMPARE(to.records.list({ .type = "ActionItem", .scope = otherScope }).size(), std::size_t(1));
    }

    void theSameStateGivesTheSameBytes()
    {
        Store from(m_directory);
        fill(from);
        Store to(m_directory);
        to.read(from.snapshot());
        QCOMPARE(to.snapshot().chunks, from.snapshot().chunks);
    }

    void anEmptyScopeHasNoChunks()
    {
        Store from(m_directory);
        const auto content = from.snapshot();
        QCOMPARE(content.records, std::uint64_t(0));
        QVERIFY(content.chunks.empty());
        Store to(m_directory);
        to.read(content);
        QVERIFY(to.rows().empty());
    }

    void manyRecordsMakeSeveralChunks()
    {
        Store from(m_directory);
        store::Transaction together(from.database);
        for (int i = 0; i < 3000; ++i) {
            from.edit(scope, i % 5, static_cast<std::uint64_t>(i + 1), editOf("CheckInDetail", i, "{}", conversation));
        }
        const auto content = from.snapshot();
        QVERIFY(content.chunks.size() > 1);
        Store to(m_directory);
        to.read(content);
        QCOMPARE(to.rows(), from.rows());
    }

    void aLongMonotonousTextIsNoBomb()
    {
        Store from(m_directory);
        from.edit(scope, 1, 1, editOf("CheckInNote", 1, "{}", R"({"body":")" + std::string(900'000, 'a') + R"("})"));
        Store to(m_directory);
        to.read(from.snapshot());
        QCOMPARE(to.rows(), from.rows());
    }

    /// A device whose app is older keeps what it does not know, passes it on, and shows it once it does.
    void keepsTypesThatItDoesNotKnow()
    {
        Store from(m_directory);
        fill(from);
        const std::string both = R"({"minutes":30,"activities":["ACTIVITY_OBSERVING","ACTIVITY_PLANNING"]})";
        from.edit(scope, 5, 1, editOf("CheckIn", 70, "{}", both));
        record::Catalogue small;
        small.add(cadre::v1::CheckInDetail::default_instance());
        Store old(m_directory, std::move(small));
        old.read(from.snapshot());
        QCOMPARE(old.rows().size(), from.rows().size());
        const auto addition = editOf("ActionItem", 60, R"({"text":"Call home","carriedCount":2})",
                                     R"({"text":"Call home","carriedCount":3,"due":"2026-11-22"})", seeing(2, 5));
        old.edit(scope, 4, 1, addition);
        from.edit(scope, 4, 1, addition);
        const auto removal =
            editOf("CheckIn", 70, both, R"({"minutes":30,"activities":["ACTIVITY_PLANNING"]})", seeing(5, 1));
        old.edit(scope, 4, 2, removal);
        from.edit(scope, 4, 2, removal);

        Store next(m_directory);
        next.read(old.snapshot());
        QCOMPARE(next.rows(), from.rows());
        store::RecordStore updated(old.database, from.catalogue);
        old.catalogue = record::Catalogue::ofAcademy();
        QCOMPARE(old.rows(), from.rows());
    }

    void openingAgainWritesNothing()
    {
        Store store(m_directory);
        const auto changes = [&] {
            store::Statement count(store.database, "SELECT total_changes()");
            return count.step() ? count.integer(0) : -1;
        };
        const auto before = changes();
        store::RecordStore again(store.database, store.catalogue);
        QCOMPARE(changes(), before);
    }

    void refusesWhatDoesNotHold_data()
    {
        QTest::addColumn<QByteArray>("chunk");
        const auto row = [](const char *name, const std::function<void(Chunk &)> &harm) {
            QTest::newRow(name) << QByteArray::fromStdString(chunkOf(harm));
        };
        row("short id", [](Chunk &chunk) { chunk.mutable_records(0)->set_id("short"); });
        row("no type", [](Chunk &chunk) { chunk.mutable_records(0)->set_type(0); });
        row("no such site", [](Chunk &chunk) { chunk.mutable_records(0)->set_site(1); });
        row("site far out", [](Chunk &chunk) { chunk.mutable_records(0)->set_site(0xffffffff); });
        row("no such author", [](Chunk &chunk) { chunk.mutable_records(0)->set_author(1); });
        row("short author", [](Chunk &chunk) { chunk.set_authors(0, "short"); });
        row("long site", [](Chunk &chunk) { chunk.set_sites(0, std::string(17, 'x')); });
        row("no message", [](Chunk &chunk) { chunk.mutable_records(0)->set_message("\x0a\x20"); });
        row("no state", [](Chunk &chunk) { chunk.mutable_records(0)->set_state("\x0a\x20"); });
        row("no records", [](Chunk &chunk) { chunk.clear_records(); });
        QTest::newRow("no chunk") << QByteArray("What is this?");
    }

    void refusesWhatDoesNotHold()
    {
        Store to(m_directory);
        fill(to);
        const auto before = to.rows();
        store::SnapshotWriter writer(to.database, to.catalogue);
        QFETCH(QByteArray, chunk);
        QVERIFY(!sentenceOf([&] { (void)writer.add(scope, chunk.toStdString()); }).empty());
        QCOMPARE(to.rows(), before);
        QCOMPARE(writer.add(scope, chunkOf([](Chunk &) {})), std::uint64_t(1));
    }

    void refusesEveryTruncation()
    {
        Store from(m_directory);
        fill(from);
        const auto chunk = from.snapshot().chunks.at(0);
        Store to(m_directory);
        store::SnapshotWriter writer(to.database, to.catalogue);
        for (std::size_t size = 1; size < chunk.size(); ++size) {
            QVERIFY(!sentenceOf([&] { (void)writer.add(scope, chunk.substr(0, size)); }).empty());
        }
        QVERIFY(to.rows().empty());
    }

    void refusesABomb()
    {
        std::string content;
        const auto bomb = [](std::size_t size) {
            const std::string nothing(size, '\0');
            std::string packed(ZSTD_compressBound(size), '\0');
            packed.resize(ZSTD_compress(packed.data(), packed.size(), nothing.data(), size, 19));
            return packed;
        };
        for (const auto size : { store::chunkLimit + 1, store::chunkLimit / 2, std::size_t(100 * 1024 * 1024) }) {
            const auto sentence = sentenceOf([&] { store::unpackChunk(bomb(size), content); });
            QVERIFY2(sentence.find("grow") != std::string::npos, sentence.c_str());
        }
        QVERIFY(!sentenceOf([&] { store::unpackChunk(std::string(store::chunkLimit + 1, 'x'), content); }).empty());
        QVERIFY(content.empty());
    }

    /// A frame that does not say how large it is cannot be judged before it is expanded.
    void refusesAFrameOfUnknownSize()
    {
        auto *stream = ZSTD_createCStream();
        std::string packed(4096, '\0');
        const std::string text(1000, 'x');
        ZSTD_inBuffer in { text.data(), text.size(), 0 };
        ZSTD_outBuffer out { packed.data(), packed.size(), 0 };
        (void)ZSTD_compressStream2(stream, &out, &in, ZSTD_e_flush);
        (void)ZSTD_compressStream2(stream, &out, &in, ZSTD_e_end);
        ZSTD_freeCStream(stream);
        packed.resize(out.pos);
        std::string content;
        QVERIFY(!sentenceOf([&] { store::unpackChunk(packed, content); }).empty());
    }

private:
    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
