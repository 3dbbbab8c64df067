// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/mutator.h"

#include "cadre/store/v1/state.pb.h"
#include "cadre/sync/v1/sync_service.pb.h"
#include "cadre/sync/v1alpha/receipt.pb.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"
#include "cadre/v1/check_in.pb.h"

#include <limits>
#include <map>

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

const Message *innerPrototype(const std::string &field)
{
    static const std::map<std::string, const Message *> inner {
        { "cadre.sync.v1.LogEntry.header", &wire::Header::default_instance() },
        { "cadre.sync.v1.LogEntry.body", &wire::Body::default_instance() },
        { "cadre.sync.v1.Run.headers", &wire::Header::default_instance() },
        { "cadre.sync.v1.Run.bodies", &wire::Body::default_instance() },
        { "cadre.sync.v1.Part.content", &wire::RecordEdit::default_instance() },
        { "cadre.sync.v1.SignedCertificate.certificate", &wire::Certificate::default_instance() },
        { "cadre.sync.v1alpha.SignedSnapshotHead.head", &v1alpha::SnapshotHead::default_instance() },
        { "cadre.sync.v1alpha.SnapshotPart.chunks", &v1alpha::SnapshotChunk::default_instance() },
        { "cadre.sync.v1alpha.SnapshotRecord.message", &cadre::v1::CheckIn::default_instance() },
        { "cadre.sync.v1alpha.SnapshotRecord.state", &cadre::store::v1::RecordState::default_instance() },
        { "cadre.sync.v1.SignedReceipt.receipt", &v1alpha::Receipt::default_instance() },
        { "cadre.store.v1.FormContext.opened", &cadre::v1::CheckIn::default_instance() },
    };
    const auto found = inner.find(field);
    return found == inner.end() ? nullptr : found->second;
}

void collectBytes(const Message &message, std::vector<std::string> &into)
{
    const auto &reflection = *message.GetReflection();
    std::vector<const FieldDescriptor *> fields;
    reflection.ListFields(message, &fields);
    for (const auto *field : fields) {
        const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
        for (int i = 0; i < count && into.size() < 200; ++i) {
            if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
                collectBytes(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                                  : reflection.GetMessage(message, field),
                             into);
            } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
                into.push_back(field->is_repeated() ? reflection.GetRepeatedString(message, field, i)
                                                    : reflection.GetString(message, field));
            }
        }
    }
}

} // namespace

std::unique_ptr<Message> innerMessage(const FieldDescriptor &field)
{
    const auto *prototype = innerPrototype(field.full_name());
    return prototype == nullptr ? nullptr : std::unique_ptr<Message>(prototype->New());
}

Mutator::Mutator(std::uint32_t seed, std::function<std::string(const std::string &)> bytes)
    : m_random(seed)
    , m_bytes(std::move(bytes))
{
}

std::uint32_t Mutator::below(std::uint32_t bound)
{
    return bound == 0 ? 0 : static_cast<std::uint32_t>(m_random() % bound);
}

void Mutator::mutate(Message &message)
{
    if (m_met.empty()) {
        collectBytes(message, m_met);
    }
    const auto &descriptor = *message.GetDescriptor();
    if (descriptor.field_count() == 0) {
        return;
    }
    // What is there is more worth changing than what is not.
    std::vector<const FieldDescriptor *> present;
    message.GetReflection()->ListFields(message, &present);
    const bool stay = !present.empty() && below(5) > 0;
    const auto *field = stay
        ? present[below(static_cast<std::uint32_t>(present.size()))]
        : descriptor.field(static_cast<int>(below(static_cast<std::uint32_t>(descriptor.field_count()))));
    mutateField(message, *field);
}

void Mutator::mutateField(Message &message, const Field &field)
{
    if (field.is_repeated()) {
        mutateRepeated(message, field);
    } else if (below(12) == 0) {
        message.GetReflection()->ClearField(&message, &field);
    } else {
        mutateElement(message, field, -1);
    }
}

void Mutator::mutateRepeated(Message &message, const Field &field)
{
    const auto &reflection = *message.GetReflection();
    const int size = reflection.FieldSize(message, &field);
    const auto any = [&] { return static_cast<int>(below(static_cast<std::uint32_t>(size))); };
    const auto what = size == 0 ? 0 : below(16);
    if (what == 0 || (what == 1 && size < 64)) {
        // A new one: empty, or a copy of another.
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
            auto &added = *reflection.AddMessage(&message, &field);
            if (what == 1) {
                added.CopyFrom(reflection.GetRepeatedMessage(message, &field, any()));
            }
        } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
            reflection.AddString(&message, &field,
                                 size > 0 ? reflection.GetRepeatedString(message, &field, any()) : "");
        } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_UINT32) {
            reflection.AddUInt32(&message, &field, below(64));
        } else {
            return;
        }
        mutateElement(message, field, reflection.FieldSize(message, &field) - 1);
    } else if (what == 2) {
        reflection.SwapElements(&message, &field, any(), size - 1);
        reflection.RemoveLast(&message, &field);
    } else if (what == 3) {
        reflection.SwapElements(&message, &field, any(), any());
    } else {
        mutateElement(message, field, any());
    }
}

void Mutator::mutateElement(Message &message, const Field &field, int index)
{
    const auto &reflection = *message.GetReflection();
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        mutate(index < 0 ? *reflection.MutableMessage(&message, &field)
                         : *reflection.MutableRepeatedMessage(&message, &field, index));
        return;
    }
    if (const auto inner = below(20) == 0 ? nullptr : innerMessage(field)) {
        const auto bytes =
            index < 0 ? reflection.GetString(message, &field) : reflection.GetRepeatedString(message, &field, index);
        (void)inner->ParsePartialFromString(bytes);
        mutate(*inner);
        const auto changed = inner->SerializePartialAsString();
        index < 0 ? reflection.SetString(&message, &field, changed)
                  : reflection.SetRepeatedString(&message, &field, index, changed);
        return;
    }
    mutateScalar(message, field, index);
}

void Mutator::mutateScalar(Message &message, const Field &field, int index)
{
    const auto &reflection = *message.GetReflection();
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING: {
        const auto known =
            index < 0 ? reflection.GetString(message, &field) : reflection.GetRepeatedString(message, &field, index);
        const auto changed = text(field, known);
        index < 0 ? reflection.SetString(&message, &field, changed)
                  : reflection.SetRepeatedString(&message, &field, index, changed);
        break;
    }
    case FieldDescriptor::CPPTYPE_UINT32: {
        const auto known =
            index < 0 ? reflection.GetUInt32(message, &field) : reflection.GetRepeatedUInt32(message, &field, index);
        const auto changed = static_cast<std::uint32_t>(number(known));
        index < 0 ? reflection.SetUInt32(&message, &field, changed)
                  : reflection.SetRepeatedUInt32(&message, &field, index, changed);
        break;
    }
    case FieldDescriptor::CPPTYPE_UINT64:
        reflection.SetUInt64(&message, &field, number(reflection.GetUInt64(message, &field)));
        break;
    case FieldDescriptor::CPPTYPE_INT64:
        reflection.SetInt64(
            &message, &field,
            static_cast<std::int64_t>(number(static_cast<std::uint64_t>(reflection.GetInt64(message, &field)))));
        break;
    case FieldDescriptor::CPPTYPE_INT32:
        reflection.SetInt32(
            &message, &field,
            static_cast<std::int32_t>(number(static_cast<std::uint64_t>(reflection.GetInt32(message, &field)))));
        break;
    case FieldDescriptor::CPPTYPE_BOOL:
        reflection.SetBool(&message, &field, !reflection.GetBool(message, &field));
        break;
    case FieldDescriptor::CPPTYPE_ENUM:
        if (index < 0) {
            reflection.SetEnumValue(
                &message, &field,
                static_cast<int>(number(static_cast<std::uint64_t>(reflection.GetEnumValue(message, &field)))));
        }
        break;
    default:
        break;
    }
}

std::uint64_t Mutator::number(std::uint64_t known)
{
    constexpr auto highest = std::numeric_limits<std::uint64_t>::max();
    switch (below(6)) {
    case 0:
        return known + 1;
    case 1:
        return known - 1;
    case 2:
        return below(32);
    case 3:
        return known ^ (std::uint64_t { 1 } << below(64));
    case 4:
        return std::vector<std::uint64_t> {
            highest, highest / 2, std::uint64_t { 1 } << 62, 0x80000000U, 4000, 65536
        }[below(6)];
    default:
        return (static_cast<std::uint64_t>(m_random()) << 32) | m_random();
    }
}

std::string Mutator::text(const Field &field, const std::string &known)
{
    const auto what = below(8);
    if (what == 0 && !m_met.empty()) {
        return m_met[below(static_cast<std::uint32_t>(m_met.size()))];
    }
    if (what == 1) {
        return std::string(std::vector<std::size_t> { 0, 1, 16, 32, 64, 4096 }[below(6)],
                           static_cast<char>(below(256)));
    }
    auto changed = m_bytes(known);
    if (field.type() == FieldDescriptor::TYPE_STRING) {
        // Strings that aren't UTF-8 end the decoding at once; the plain mutation makes enough of them.
        for (auto &letter : changed) {
            letter = static_cast<char>(letter & 0x7f);
        }
    }
    return changed;
}

void Mutator::collect(const Message &message, std::vector<const Message *> &into) const
{
    into.push_back(&message);
    const auto &reflection = *message.GetReflection();
    std::vector<const FieldDescriptor *> fields;
    reflection.ListFields(message, &fields);
    for (const auto *field : fields) {
        if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
            continue;
        }
        const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
        for (int i = 0; i < count && into.size() < 1000; ++i) {
            collect(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                         : reflection.GetMessage(message, field),
                    into);
        }
    }
}

void Mutator::graft(Message &message, const std::vector<const Message *> &donors)
{
    std::vector<const Message *> places;
    collect(message, places);
    auto &place = const_cast<Message &>(*places[below(static_cast<std::uint32_t>(places.size()))]);
    std::vector<const Message *> fitting;
    for (const auto *donor : donors) {
        if (donor->GetDescriptor() == place.GetDescriptor()) {
            fitting.push_back(donor);
        }
    }
    if (fitting.empty()) {
        return;
    }
    const auto &chosen = *fitting[below(static_cast<std::uint32_t>(fitting.size()))];
    if (below(2) == 0) {
        place.MergeFrom(chosen);
    } else {
        place.CopyFrom(chosen);
    }
}

void Mutator::splice(Message &message, const Message &donor)
{
    std::vector<const Message *> donors;
    collect(donor, donors);
    graft(message, donors);
}

} // namespace fuzz
