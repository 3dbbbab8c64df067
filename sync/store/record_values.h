// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/record/type.h"

#include <string>
#include <vector>

namespace store {

/// One value of a field as it stands on the wire, after its tag.
struct FieldValue {
    std::uint32_t field = 0;
    std::uint32_t wireType = 0;
    std::string bytes;

    auto operator<=>(const FieldValue &) const = default;
};

/// Every value in an encoded message, in order; packed elements apart. Fields the descriptor does
/// not know are among them.
[[nodiscard]] std::vector<FieldValue> splitValues(const std::string &message,
                                                  const google::protobuf::Descriptor &descriptor);

/// Encodes the values that stand in a state: the first alternative of each register, texts of one
/// base merged where they can be, what is present of a set, a list in its order.
[[nodiscard]] std::string joinValues(const merge::RecordState &state);
/// Appends one value with its tag.
void appendValue(std::string &message, std::uint32_t field, std::uint32_t wireType, const std::string &bytes);

/// The ops that turn `opened` into `desired`, in the contexts of the form's fields. They say what the
/// fields were in `base`, as the form showed them when it was first opened: a text always, so that it
/// can be merged, another value if it is short, so that people can be told.
[[nodiscard]] std::vector<cadre::sync::v1::Op> difference(const record::Message &opened, const record::Message &desired,
                                                          const std::map<std::uint32_t, merge::Context> &contexts,
                                                          const record::Message &base);
/// The protobuf wire type of one value of the field.
[[nodiscard]] std::uint32_t wireTypeOf(const record::FieldDescriptor &field);
/// The op that a field's kind asks for to set one value.
[[nodiscard]] cadre::sync::v1::OpKind setKindOf(const record::FieldDescriptor *field);
/// Life as an op: alive or deleted.
[[nodiscard]] cadre::sync::v1::Op lifeOp(bool alive, const merge::Context &context);

/// The state of a record that one change made whole: every value under that change's dot.
[[nodiscard]] merge::RecordState stateOfOneChange(const std::string &message, const record::RecordType &type,
                                                  const merge::Sibling &made);
/// True when `state` is what stateOfOneChange would say of its message, so that it needn't be kept.
[[nodiscard]] bool isOfOneChange(const merge::RecordState &state, const record::RecordType &type);

/// A value as JSON and as people read it.
[[nodiscard]] std::string valueJson(const record::RecordType &type, const record::FieldDescriptor &field,
                                    const merge::Sibling &sibling);
[[nodiscard]] std::string valueText(const record::RecordType &type, const record::FieldDescriptor &field,
                                    const merge::Sibling &sibling);

} // namespace store
