// SPDX-License-Identifier: Apache-2.0
#include "sync/record/json.h"
#include "sync/record/type.h"
#include "cadre/store/v1/pin.pb.h"
#include "cadre/store/v1/state.pb.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <google/protobuf/message.h>

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// Fills every field with a value of its own, so that a field that moves or changes shape is seen.
void fill(Message &message, int depth = 0)
{
    const auto &reflection = *message.GetReflection();
    for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
        const auto &field = *message.GetDescriptor()->field(i);
        const int n = field.number();
        const auto text = field.name();
        const auto set = [&](auto add, auto assign, auto value) {
            field.is_repeated() ? (reflection.*add)(&message, &field, value)
                                : (reflection.*assign)(&message, &field, value);
        };
        using R = google::protobuf::Reflection;
        switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            set(&R::AddInt32, &R::SetInt32, n);
            break;
        case FieldDescriptor::CPPTYPE_INT64:
            set(&R::AddInt64, &R::SetInt64, std::int64_t(-n));
            break;
        case FieldDescriptor::CPPTYPE_UINT32:
            set(&R::AddUInt32, &R::SetUInt32, std::uint32_t(n));
            break;
        case FieldDescriptor::CPPTYPE_UINT64:
            set(&R::AddUInt64, &R::SetUInt64, std::uint64_t(n) << 33);
            break;
        case FieldDescriptor::CPPTYPE_BOOL:
            set(&R::AddBool, &R::SetBool, true);
            break;
        case FieldDescriptor::CPPTYPE_ENUM:
            set(&R::AddEnumValue, &R::SetEnumValue,
                field.enum_type()->value(field.enum_type()->value_count() - 1)->number());
            break;
        case FieldDescriptor::CPPTYPE_STRING:
            field.is_repeated() ? reflection.AddString(&message, &field, text)
                                : reflection.SetString(&message, &field, text);
            break;
        case FieldDescriptor::CPPTYPE_MESSAGE:
            if (depth < 6 && !field.is_map()) {
                fill(field.is_repeated() ? *reflection.AddMessage(&message, &field)
                                         : *reflection.MutableMessage(&message, &field),
                     depth + 1);
            }
            break;
        default:
            break;
        }
    }
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<const Descriptor *> frozenMessages()
{
    std::vector<const Descriptor *> frozen;
    const auto addFile = [&](const google::protobuf::FileDescriptor *file) {
        for (int i = 0; i < file->message_type_count(); ++i) {
            frozen.push_back(file->message_type(i));
        }
    };
    addFile(cadre::sync::v1::Header::descriptor()->file());
    addFile(cadre::sync::v1::PushRequest::descriptor()->file());
    addFile(cadre::store::v1::RecordState::descriptor()->file());
    addFile(cadre::store::v1::PinLock::descriptor()->file());
    const auto catalogue = record::Catalogue::ofAcademy();
    for (const auto &type : catalogue.all()) {
        frozen.push_back(&type->descriptor());
    }
    return frozen;
}

} // namespace

/// Bytes written by the first version are read for ever. `CADRE_WRITE_GOLDEN=1` adds files for
/// messages that have none; it never changes one.
class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheFirstVersionWrote_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *descriptor : frozenMessages()) {
            QTest::newRow(descriptor->full_name().c_str()) << QString::fromStdString(descriptor->full_name());
        }
    }

    void readsWhatTheFirstVersionWrote()
    {
        QFETCH(QString, name);
        const auto path = QStringLiteral(CADRE_TEST_DATA "/wire/golden/") + name;
        const auto *descriptor =
            google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(name.toStdString());
        const auto message = std::unique_ptr<Message>(
            google::protobuf::MessageFactory::generated_factory()->GetPrototype(descriptor)->New());
        if (!QFile::exists(path + ".bin") && qEnvironmentVariableIsSet("CADRE_WRITE_GOLDEN")) {
            fill(*message);
            QDir().mkpath(QStringLiteral(CADRE_TEST_DATA "/wire/golden"));
            QFile bytes(path + ".bin");
            QFile json(path + ".json");
            QVERIFY(bytes.open(QIODevice::WriteOnly) && json.open(QIODevice::WriteOnly));
            bytes.write(QByteArray::fromStdString(message->SerializeAsString()));
            json.write(QByteArray::fromStdString(record::toJson(*message)) + "\n");
        }
        QVERIFY2(QFile::exists(path + ".bin"), "a frozen message without golden bytes");
        QVERIFY(message->ParseFromString(read(path + ".bin").toStdString()));
        QVERIFY(message->GetReflection()->GetUnknownFields(*message).empty());
        QCOMPARE(QByteArray::fromStdString(record::toJson(*message)), read(path + ".json").trimmed());
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
