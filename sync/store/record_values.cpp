// SPDX-License-Identifier: Apache-2.0
#include "sync/store/record_values.h"

#include "sync/merge/text.h"

#include "sync/record/json.h"
#include "sync/record/plant.h"

#include <algorithm>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/wire_format_lite.h>

namespace store {

namespace {

namespace wire = cadre::sync::v1;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;
using google::protobuf::io::CodedOutputStream;

std::string varint(std::uint64_t value)
{
    std::uint8_t bytes[10];
    const auto *end = CodedOutputStream::WriteVarint64ToArray(value, bytes);
    return { reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(end - bytes) };
}

/// Reads what follows a tag of this wire type; false at the end or on a malformed value.
bool readValue(CodedInputStream &input, std::uint32_t wireType, std::string &bytes)
{
    std::uint64_t number = 0;
    std::uint32_t length = 0;
    switch (wireType) {
    case WireFormatLite::WIRETYPE_VARINT:
        if (!input.ReadVarint64(&number)) {
            return false;
        }
        bytes = varint(number);
        return true;
    case WireFormatLite::WIRETYPE_FIXED64:
        return input.ReadString(&bytes, 8);
    case WireFormatLite::WIRETYPE_FIXED32:
        return input.ReadString(&bytes, 4);
    case WireFormatLite::WIRETYPE_LENGTH_DELIMITED:
        return input.ReadVarint32(&length) && input.ReadString(&bytes, static_cast<int>(length));
    default:
        return false;
    }
}

CodedInputStream inputOf(const std::string &bytes)
{
    return CodedInputStream(reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<int>(bytes.size()));
}

constexpr std::size_t longestShownBase = 64;
constexpr std::size_t baseHashSize = 8;

using Values = std::map<std::uint32_t, std::vector<FieldValue>>;

Values valuesByField(const record::Message &message)
{
    Values values;
    for (auto &value : splitValues(message.SerializeAsString(), *message.GetDescriptor())) {
        values[value.field].push_back(std::move(value));
    }
    return values;
}

wire::Op makeOp(const FieldValue &value, wire::OpKind kind, const merge::Context &context)
{
    wire::Op op;
    op.set_field(value.field);
    op.set_kind(kind);
    op.set_wire_type(value.wireType);
    op.set_value(value.bytes);
    if (!context.empty()) {
        *op.mutable_context() = context.toProto();
    }
    return op;
}

bool has(const std::vector<FieldValue> &values, const FieldValue &value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

void differSet(const std::vector<FieldValue> &before, const std::vector<FieldValue> &after,
               const merge::Context &context, std::vector<wire::Op> &ops)
{
    for (const auto &value : before) {
        if (!has(after, value)) {
            ops.push_back(makeOp(value, wire::OP_KIND_REMOVE, context));
        }
    }
    for (const auto &value : after) {
        if (!has(before, value)) {
            ops.push_back(makeOp(value, wire::OP_KIND_ADD, context));
        }
    }
}

void differRegister(std::uint32_t number, const record::FieldDescriptor *field, const std::vector<FieldValue> &before,
                    const std::vector<FieldValue> &after, const std::vector<FieldValue> &base,
                    const merge::Context &context, std::vector<wire::Op> &ops)
{
    auto op = after.empty() ? makeOp({ number, before.back().wireType, {} }, wire::OP_KIND_CLEAR, context)
                            : makeOp(after.back(), setKindOf(field), context);
    if (!base.empty() && (setKindOf(field) == wire::OP_KIND_TEXT || base.back().bytes.size() <= longestShownBase)) {
        op.set_base(base.back().bytes);
        op.set_base_hash(merge::hash("cadre.text.v1", { base.back().bytes }).substr(0, baseHashSize));
    }
    ops.push_back(std::move(op));
}

std::unique_ptr<record::Message> messageOf(const record::RecordType &type, const merge::Sibling &sibling,
                                           std::uint32_t field)
{
    std::string bytes;
    appendValue(bytes, field, sibling.wire_type(), sibling.value());
    auto message = type.make();
    (void)message->ParseFromString(bytes);
    return message;
}

} // namespace

std::uint32_t wireTypeOf(const record::FieldDescriptor &field)
{
    return static_cast<std::uint32_t>(
        WireFormatLite::WireTypeForFieldType(static_cast<WireFormatLite::FieldType>(field.type())));
}

std::vector<FieldValue> splitValues(const std::string &message, const google::protobuf::Descriptor &descriptor)
{
    std::vector<FieldValue> values;
    auto input = inputOf(message);
    while (const auto tag = input.ReadTag()) {
        FieldValue value { .field = tag >> 3, .wireType = tag & 7 };
        if (!readValue(input, value.wireType, value.bytes)) {
            break;
        }
        const auto *field = descriptor.FindFieldByNumber(static_cast<int>(value.field));
        if (field == nullptr || !field->is_packable() || value.wireType != WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
            values.push_back(std::move(value));
            continue;
        }
        auto packed = inputOf(value.bytes);
        FieldValue element { .field = value.field, .wireType = wireTypeOf(*field) };
        while (packed.BytesUntilTotalBytesLimit() != 0
               && packed.CurrentPosition() < static_cast<int>(value.bytes.size())
               && readValue(packed, element.wireType, element.bytes)) {
            values.push_back(element);
        }
    }
    return values;
}

void appendValue(std::string &message, std::uint32_t field, std::uint32_t wireType, const std::string &bytes)
{
    message += varint(field << 3 | wireType);
    if (wireType == WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
        message += varint(bytes.size());
    }
    message += bytes;
}

std::string joinValues(const merge::RecordState &state)
{
    std::string message;
    for (const auto &field : state.fields()) {
        if (field.field() == 0 || field.siblings().empty()) {
            continue;
        }
        // A lattice shows its highest, also beside one who did not know of it and left it empty.
        const auto *highest = merge::highest(field);
        const auto &first = highest != nullptr ? *highest : field.siblings(0);
        switch (first.kind()) {
        case wire::OP_KIND_TEXT:
            appendValue(message, field.field(), first.wire_type(), merge::mergedText(field).value_or(first.value()));
            break;
        case wire::OP_KIND_SET:
        case wire::OP_KIND_RAISE:
            appendValue(message, field.field(), first.wire_type(), first.value());
            break;
        case wire::OP_KIND_ADD:
        case wire::OP_KIND_REMOVE: {
            std::map<std::string, std::uint32_t> present;
            for (const auto &sibling : field.siblings()) {
                if (sibling.kind() == wire::OP_KIND_ADD) {
                    present[sibling.value()] = sibling.wire_type();
                }
            }
            for (const auto &[bytes, wireType] : present) {
                appendValue(message, field.field(), wireType, bytes);
            }
            break;
        }
        case wire::OP_KIND_APPEND: {
            std::vector<const merge::Sibling *> ordered;
            for (const auto &sibling : field.siblings()) {
                ordered.push_back(&sibling);
            }
            std::reverse(ordered.begin(), ordered.end());
            std::stable_sort(ordered.begin(), ordered.end(), [](const auto *a, const auto *b) {
                return std::tuple(a->hybrid_time(), a->dot().site(), a->dot().seq(), a->index())
                    < std::tuple(b->hybrid_time(), b->dot().site(), b->dot().seq(), b->index());
            });
            for (const auto *sibling : ordered) {
                appendValue(message, field.field(), sibling->wire_type(), sibling->value());
            }
            break;
        }
        default:
            break;
        }
    }
    return message;
}

wire::OpKind setKindOf(const record::FieldDescriptor *field)
{
    if (field == nullptr) {
        return wire::OP_KIND_SET;
    }
    switch (record::mergeKindOf(*field)) {
    case cadre::v1::MERGE_KIND_SET:
        return wire::OP_KIND_ADD;
    case cadre::v1::MERGE_KIND_LIST:
        return wire::OP_KIND_APPEND;
    case cadre::v1::MERGE_KIND_LATTICE:
        return wire::OP_KIND_RAISE;
    case cadre::v1::MERGE_KIND_TEXT:
        return wire::OP_KIND_TEXT;
    default:
        return wire::OP_KIND_SET;
    }
}

std::vector<wire::Op> difference(const record::Message &opened, const record::Message &desired,
                                 const std::map<std::uint32_t, merge::Context> &contexts, const record::Message &base)
{
    auto first = valuesByField(base);
    auto before = valuesByField(opened);
    auto after = valuesByField(desired);
    for (const auto &[number, values] : before) {
        if (!CADRE_PLANT("emptied_field_is_no_edit")) {
            after[number];
        }
    }
    std::vector<wire::Op> ops;
    for (const auto &[number, values] : after) {
        const auto &old = before[number];
        if (values == old) {
            continue;
        }
        const auto *field = desired.GetDescriptor()->FindFieldByNumber(static_cast<int>(number));
        const auto known = contexts.find(number);
        const auto context = known == contexts.end() ? merge::Context() : known->second;
        switch (setKindOf(field)) {
        case wire::OP_KIND_ADD:
            differSet(old, values, context, ops);
            break;
        case wire::OP_KIND_APPEND:
            for (auto i = old.size(); i < values.size(); ++i) {
                ops.push_back(makeOp(values[i], wire::OP_KIND_APPEND, {}));
            }
            break;
        case wire::OP_KIND_RAISE:
            if (!values.empty()) {
                ops.push_back(makeOp(values.back(), wire::OP_KIND_RAISE, context));
            }
            break;
        default:
            differRegister(number, field, old, values, first[number], context, ops);
        }
    }
    return ops;
}

wire::Op lifeOp(bool alive, const merge::Context &context)
{
    return makeOp({ 0, WireFormatLite::WIRETYPE_VARINT, varint(alive ? 1 : 0) }, wire::OP_KIND_LIFE,
                  alive && CADRE_PLANT("alive_sees_no_delete") ? merge::Context() : context);
}

merge::RecordState stateOfOneChange(const std::string &message, const record::RecordType &type,
                                    const merge::Sibling &made)
{
    merge::RecordState state;
    auto values = splitValues(message, type.descriptor());
    values.insert(values.begin(), { 0, WireFormatLite::WIRETYPE_VARINT, varint(1) });
    merge::FieldState *field = nullptr;
    for (auto &value : values) {
        if (field == nullptr || field->field() != value.field) {
            field = state.add_fields();
            field->set_field(value.field);
        }
        auto &sibling = *field->add_siblings();
        sibling = made;
        sibling.set_kind(value.field == 0
                             ? wire::OP_KIND_LIFE
                             : setKindOf(type.descriptor().FindFieldByNumber(static_cast<int>(value.field))));
        sibling.set_wire_type(value.wireType);
        sibling.set_value(value.bytes);
    }
    return state;
}

bool isOfOneChange(const merge::RecordState &state, const record::RecordType &type)
{
    const merge::Sibling *first = nullptr;
    for (const auto &field : state.fields()) {
        const auto *known = type.descriptor().FindFieldByNumber(static_cast<int>(field.field()));
        for (const auto &sibling : field.siblings()) {
            first = first == nullptr ? &sibling : first;
            const bool sameDot =
                sibling.dot().site() == first->dot().site() && sibling.dot().seq() == first->dot().seq();
            const bool ordinary = field.field() == 0
                ? sibling.kind() == wire::OP_KIND_LIFE && sibling.value() == varint(1)
                : known != nullptr && sibling.kind() == static_cast<std::uint32_t>(setKindOf(known));
            const bool listed = sibling.kind() == wire::OP_KIND_APPEND;
            if (!sameDot || !ordinary || listed || sibling.has_context() || !sibling.base().empty()) {
                return false;
            }
        }
    }
    return first != nullptr && merge::findField(state, 0) != nullptr;
}

std::string valueJson(const record::RecordType &type, const record::FieldDescriptor &field,
                      const merge::Sibling &sibling)
{
    if (sibling.kind() == wire::OP_KIND_CLEAR) {
        return "null";
    }
    const auto json = record::toJson(*messageOf(type, sibling, static_cast<std::uint32_t>(field.number())));
    const auto colon = json.find(':');
    return colon == std::string::npos ? "null" : json.substr(colon + 1, json.size() - colon - 2);
}

std::string valueText(const record::RecordType &type, const record::FieldDescriptor &field,
                      const merge::Sibling &sibling)
{
    if (sibling.kind() == wire::OP_KIND_CLEAR) {
        return {};
    }
    const auto message = messageOf(type, sibling, static_cast<std::uint32_t>(field.number()));
    const auto &reflection = *message->GetReflection();
    if (field.cpp_type() == record::FieldDescriptor::CPPTYPE_STRING && !field.is_repeated()) {
        return reflection.GetString(*message, &field);
    }
    if (field.cpp_type() == record::FieldDescriptor::CPPTYPE_ENUM && !field.is_repeated()) {
        return record::choiceLabel(*field.enum_type(), reflection.GetEnumValue(*message, &field));
    }
    return valueJson(type, field, sibling);
}

} // namespace store
