// SPDX-License-Identifier: Apache-2.0
#include "sync/store/whole_record.h"

#include "sync/store/record_values.h"
#include "sync/store/wire_reader.h"

#include <algorithm>
#include <vector>

namespace store {

namespace {

namespace wire = cadre::sync::v1;

bool isBorn(const wire::Op &op)
{
    return op.kind() == wire::OP_KIND_LIFE && op.wire_type() == WireReader::varint
        && op.value() == std::string(1, '\1');
}

/// The next element of a set whose elements come in the order in which a message holds them.
bool isNextElement(const wire::Op &op, const wire::Op *before)
{
    return op.kind() == wire::OP_KIND_ADD && before != nullptr && before->field() == op.field()
        && before->value() < op.value();
}

} // namespace

std::optional<std::string> messageMadeBy(const wire::RecordEdit &edit, const record::RecordType &type)
{
    std::string message;
    std::vector<std::uint32_t> fields;
    const wire::Op *before = nullptr;
    bool born = false;
    for (const auto &op : edit.ops()) {
        if (op.context().sites_size() > 0 || !op.base().empty()) {
            return std::nullopt;
        }
        if (op.field() == 0) {
            if (born || !isBorn(op)) {
                return std::nullopt;
            }
            born = true;
            continue;
        }
        const auto *field = type.descriptor().FindFieldByNumber(static_cast<int>(op.field()));
        if (field == nullptr || op.kind() != static_cast<std::uint32_t>(setKindOf(field))
            || op.kind() == wire::OP_KIND_APPEND) {
            return std::nullopt;
        }
        if (std::find(fields.begin(), fields.end(), op.field()) != fields.end()) {
            if (!isNextElement(op, before)) {
                return std::nullopt;
            }
        } else {
            fields.push_back(op.field());
        }
        appendValue(message, op.field(), op.wire_type(), op.value());
        before = &op;
    }
    return born ? std::optional(std::move(message)) : std::nullopt;
}

} // namespace store
