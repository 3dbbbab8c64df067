// SPDX-License-Identifier: Apache-2.0
#include "sync/record/json.h"
#include "sync/record/type.h"
#include "sync/record/validation.h"
#include "sync/record/id.h"
#include "sync/store/record_store.h"
#include "sync/store/record_values.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/plan.pb.h"

#include <QTemporaryDir>
#include <QTest>

#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/dynamic_message.h>

class TestRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesPlacesAsTheyAreWritten()
    {
        const auto id = record::Uuid::parse("01900000-0000-7000-8000-0000000000AA");
        QCOMPARE(id->text(), std::string("01900000-0000-7000-8000-0000000000aa"));
        for (const std::string text : { "pair/01900000-0000-7000-8000-0000000000aa", "academy",
                                        "inbox/01900000-0000-7000-8000-0000000000aa/3", "kind-99" }) {
            QCOMPARE(record::ScopeId::parse(text)->text(), text);
        }
        for (const auto *text :
             { "", "nowhere", "pair/", "pair/1", "pair/01900000-0000-7000-8000-0000000000aaX", "kind-x" }) {
            QVERIFY2(!record::ScopeId::parse(text), text);
        }
    }

    void everyTypeHasItsPlacesAndLabels()
    {
        const auto catalogue = record::Catalogue::ofAcademy();
        QVERIFY(catalogue.all().size() >= 15);
        for (const auto &type : catalogue.all()) {
            QVERIFY2(!type->label().empty(), type->name().c_str());
            for (int i = 0; i < type->descriptor().field_count(); ++i) {
                const auto &field = *type->descriptor().field(i);
                QVERIFY2(!record::rulesOf(field).label().empty(), field.full_name().c_str());
                QVERIFY2(record::rulesOf(field).references().empty()
                             || catalogue.byName(record::rulesOf(field).references()),
                         field.full_name().c_str());
            }
        }
    }

    void readsAndWritesCanonicalJson()
    {
        cadre::v1::CheckIn checkIn;
        QCOMPARE(
            record::mergeJson(R"({"on":"2026-11-20","minutes":45,"mode":"CONTACT_MODE_PHONE","start":"1790000000000"})",
                              checkIn),
            std::string());
        QCOMPARE(checkIn.minutes(), 45);
        const auto json = record::toJson(checkIn);
        QVERIFY(json.find("\"mode\":\"CONTACT_MODE_PHONE\"") != std::string::npos);
        QCOMPARE(record::mergeJson(R"({"minutes":null})", checkIn), std::string());
        QVERIFY(!checkIn.has_minutes() && checkIn.has_on());
        const auto before = checkIn.SerializeAsString();
        for (const auto *bad :
             { "[]", "{", R"({"colour":"red"})", R"({"minutes":"many"})", R"({"mode":"BY_PIGEON"})" }) {
            QVERIFY2(!record::mergeJson(bad, checkIn).empty(), bad);
            QCOMPARE(checkIn.SerializeAsString(), before);
        }
    }

    void validatesByTheFieldsOwnOptions()
    {
        cadre::v1::CheckIn checkIn;
        (void)record::mergeJson(
            R"({"matchId":"01900000-0000-7000-8000-0000000000aa","mentor":"nobody","on":"2026-02-30","minutes":481,"status":"CHECK_IN_STATUS_RECORDED"})",
            checkIn);
        std::vector<record::ProblemCode> codes;
        for (const auto &problem : record::validate(checkIn)) {
            codes.push_back(problem.code);
        }
        QCOMPARE(codes,
                 (std::vector { record::ProblemCode::BadReference, record::ProblemCode::BadDay,
                                record::ProblemCode::TooLarge }));
        QVERIFY(record::isDay("2028-02-29"));
        QVERIFY(!record::isDay("2027-02-29"));
        QVERIFY(!record::isDay("2026-1-02"));
    }

    void splitsAndJoinsEveryValue()
    {
        const auto catalogue = record::Catalogue::ofAcademy();
        const auto &type = *catalogue.byName("CheckIn");
        cadre::v1::CheckIn checkIn;
        (void)record::mergeJson(
            R"({"on":"2026-11-20","minutes":45,"activities":["ACTIVITY_PLANNING","ACTIVITY_ROUTINES"],"start":"-5"})",
            checkIn);
        merge::Sibling made;
        made.mutable_dot()->set_seq(1);
        const auto state = store::stateOfOneChange(checkIn.SerializeAsString(), type, made);
        QVERIFY(store::isOfOneChange(state, type));
        cadre::v1::CheckIn again;
        QVERIFY(again.ParseFromString(store::joinValues(state)));
        QCOMPARE(record::toJson(again), record::toJson(checkIn));
    }

    /// A type is one message: made here at run time, it has a table, JSON, validation and merging.
    void aTypeIsOneMessage()
    {
        google::protobuf::FileDescriptorProto file;
        file.set_name("book.proto");
        file.set_package("cadre.v1");
        file.set_syntax("proto3");
        file.add_dependency("cadre/v1/options.proto");
        auto &message = *file.add_message_type();
        message.set_name("LentBook");
        auto &options = *message.mutable_options()->MutableExtension(cadre::v1::record);
        options.set_number(900);
        options.add_scopes(cadre::v1::SCOPE_KIND_PAIR);
        options.set_label("Lent book");
        auto &field = *message.add_field();
        field.set_name("title");
        field.set_number(1);
        field.set_type(google::protobuf::FieldDescriptorProto::TYPE_STRING);
        field.set_label(google::protobuf::FieldDescriptorProto::LABEL_OPTIONAL);
        field.set_proto3_optional(true);
        field.set_oneof_index(0);
        message.add_oneof_decl()->set_name("_title");
        field.mutable_options()->MutableExtension(cadre::v1::field)->set_required(true);

        google::protobuf::DescriptorPool pool(google::protobuf::DescriptorPool::generated_pool());
        const auto *built = pool.BuildFile(file);
        QVERIFY(built != nullptr);
        google::protobuf::DynamicMessageFactory factory;
        auto catalogue = record::Catalogue::ofAcademy();
        catalogue.add(*factory.GetPrototype(built->message_type(0)));
        const auto &type = *catalogue.byName("LentBook");
        QCOMPARE(type.table(), std::string("lent_book"));

        auto book = type.make();
        QCOMPARE(record::validate(*book).size(), std::size_t(1));
        QCOMPARE(record::mergeJson(R"({"title":"Teach like a friend"})", *book), std::string());

        QTemporaryDir directory;
        store::Database database(directory.filePath("a.sqlite").toStdString());
        store::RecordStore records(database, catalogue);
        cadre::sync::v1::RecordEdit edit;
        const auto id = *record::Uuid::parse("01900000-0000-7000-8000-0000000000aa");
        edit.set_type(900);
        edit.set_record(id.raw());
        *edit.add_ops() = store::lifeOp(true, {});
        for (const auto &op : store::difference(*type.make(), *book, {}, *type.make())) {
            *edit.add_ops() = op;
        }
        merge::Change change;
        change.scope = *record::ScopeId::parse("pair/01900000-0000-7000-8000-0000000000bb");
        change.dot = { id, 1 };
        change.edits = { edit };
        QVERIFY(!records.apply(change));
        const auto found = records.list({ .type = "LentBook", .where = { { "title", "Teach like a friend" } } });
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(record::toJson(*found[0].message), std::string(R"({"title":"Teach like a friend"})"));
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
