// SPDX-License-Identifier: Apache-2.0
#include "sync/server/ops.h"

#include "sync/store/record_values.h"
#include "sync/store/wire_reader.h"

#include <algorithm>

#include <google/protobuf/unknown_field_set.h>
#include <google/protobuf/wire_format_lite.h>

namespace server {

namespace {

namespace wire = cadre::sync::v1;
using google::protobuf::internal::WireFormatLite;

bool fits(const wire::Op &op, const record::FieldDescriptor &field)
{
    if (op.kind() == wire::OP_KIND_CLEAR) {
        // What only grows is not taken back.
        return !field.is_repeated() && record::mergeKindOf(field) != cadre::v1::MERGE_KIND_LATTICE;
    }
    if (record::mergeKindOf(field) == cadre::v1::MERGE_KIND_SET && op.kind() == wire::OP_KIND_REMOVE) {
        return true;
    }
    const auto type = WireFormatLite::WireTypeForFieldType(static_cast<WireFormatLite::FieldType>(field.type()));
    return op.kind() == static_cast<std::uint32_t>(store::setKindOf(&field))
        && op.wire_type() == static_cast<std::uint32_t>(type);
}

/// With more behind it an op would write fields that it does not name.
bool isOneValue(std::string_view bytes)
{
    store::WireReader reader(bytes);
    return reader.next() && !reader.next() && !reader.isDamaged();
}

wire::RecordEdit editOf(const record::RecordType &type, const record::Uuid &id)
{
    wire::RecordEdit edit;
    edit.set_type(type.number());
    edit.set_record(id.raw());
    return edit;
}

} // namespace

bool applyOp(const wire::Op &op, const record::FieldDescriptor &field, record::Message &message)
{
    if (!fits(op, field)) {
        return false;
    }
    if (op.kind() == wire::OP_KIND_REMOVE) {
        return true;
    }
    const auto &reflection = *message.GetReflection();
    if (!field.is_repeated()) {
        reflection.ClearField(&message, &field);
    }
    if (op.kind() == wire::OP_KIND_CLEAR) {
        return true;
    }
    std::string bytes;
    store::appendValue(bytes, op.field(), op.wire_type(), op.value());
    const auto unknown = reflection.GetUnknownFields(message).field_count();
    return isOneValue(bytes) && message.MergeFromString(bytes)
        && reflection.GetUnknownFields(message).field_count() == unknown;
}

bool makeOf(const wire::RecordEdit &edit, const record::RecordType &type, record::Message &message)
{
    std::string bytes;
    std::vector<std::uint32_t> single;
    for (const auto &op : edit.ops()) {
        if (op.field() == 0) {
            continue;
        }
        const auto *field = type.descriptor().FindFieldByNumber(static_cast<int>(op.field()));
        if (field == nullptr || op.kind() == wire::OP_KIND_CLEAR || op.kind() == wire::OP_KIND_REMOVE
            || !fits(op, *field)) {
            return false;
        }
        if (!field->is_repeated()) {
            if (std::find(single.begin(), single.end(), op.field()) != single.end()) {
                return false;
            }
            single.push_back(op.field());
        }
        const auto before = bytes.size();
        store::appendValue(bytes, op.field(), op.wire_type(), op.value());
        if (!isOneValue(std::string_view(bytes).substr(before))) {
            return false;
        }
    }
    const bool isMade =
        message.ParseFromString(bytes) && message.GetReflection()->GetUnknownFields(message).field_count() == 0;
    if (!isMade) {
        message.Clear();
    }
    return isMade;
}

wire::RecordEdit editTowards(const record::RecordType &type, const record::Uuid &id, const merge::RecordState &state,
                             const record::Message *current, const record::Message &desired)
{
    std::map<std::uint32_t, merge::Context> contexts;
    for (const auto &field : state.fields()) {
        contexts[field.field()] = merge::seenBy(&field);
    }
    const std::unique_ptr<record::Message> nothing = type.make();
    const record::Message &before = current == nullptr ? *nothing : *current;
    wire::RecordEdit edit = editOf(type, id);
    for (auto &op : store::difference(before, desired, contexts, before)) {
        *edit.add_ops() = std::move(op);
    }
    if (edit.ops_size() > 0 || current == nullptr || !merge::isAlive(state)) {
        *edit.add_ops() = store::lifeOp(true, contexts[0]);
    }
    return edit;
}

wire::RecordEdit editAway(const record::RecordType &type, const record::Uuid &id, const merge::RecordState &state)
{
    wire::RecordEdit edit = editOf(type, id);
    *edit.add_ops() = store::lifeOp(false, merge::seenBy(merge::findField(state, 0)));
    return edit;
}

bool isDelete(const wire::Op &op)
{
    return op.field() == 0 && op.kind() == wire::OP_KIND_LIFE
        && (op.value().empty() || op.value() == std::string(1, '\0'));
}

} // namespace server
