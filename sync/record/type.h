// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/options.pb.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace record {

using Message = google::protobuf::Message;
using FieldDescriptor = google::protobuf::FieldDescriptor;

/// What a record type is, read from its message's descriptor and options alone.
class RecordType {
public:
    /// `prototype` outlives the type. Throws std::invalid_argument when the message carries no
    /// record options or has a field of a shape that records don't have (oneof, map).
    explicit RecordType(const Message &prototype);

    [[nodiscard]] std::uint32_t number() const { return m_options.number(); }
    /// `CheckInNote`.
    [[nodiscard]] const std::string &name() const { return m_descriptor->name(); }
    /// `check_in_note`: the SQLite table.
    [[nodiscard]] const std::string &table() const { return m_table; }
    [[nodiscard]] const std::string &label() const { return m_options.label(); }
    [[nodiscard]] const google::protobuf::Descriptor &descriptor() const { return *m_descriptor; }
    [[nodiscard]] std::unique_ptr<Message> make() const { return std::unique_ptr<Message>(m_prototype->New()); }
    [[nodiscard]] bool livesIn(std::uint32_t scopeKind) const;
    /// How near a place of that kind is to where it is written: 0 is its home, the others hold copies or come later.
    [[nodiscard]] int homeRank(std::uint32_t scopeKind) const;
    /// The only kind it lives in, or 0 when there are several.
    [[nodiscard]] std::uint32_t onlyScopeKind() const;
    /// The field that stands for the record in a list; null when it has none.
    [[nodiscard]] const FieldDescriptor *titleField() const;
    /// By snake_case or camelCase name; null when there is none.
    [[nodiscard]] const FieldDescriptor *field(std::string_view name) const;

private:
    const Message *m_prototype;
    const google::protobuf::Descriptor *m_descriptor;
    cadre::v1::RecordOptions m_options;
    std::string m_table;
};

[[nodiscard]] const cadre::v1::FieldRules &rulesOf(const FieldDescriptor &field);
/// The merge kind in force: UNSPECIFIED is a register.
[[nodiscard]] cadre::v1::MergeKind mergeKindOf(const FieldDescriptor &field);
/// The label people read, or the field's name.
[[nodiscard]] std::string labelOf(const FieldDescriptor &field);
/// The label of an enum value, or its name; "unknown (7)" for one this version does not know.
[[nodiscard]] std::string choiceLabel(const google::protobuf::EnumDescriptor &choices, int number);

/// The record types that an application knows. Made in main() and handed down.
class Catalogue {
public:
    /// Every message with record options in the package cadre.v1.
    [[nodiscard]] static Catalogue ofAcademy();

    /// Throws std::invalid_argument on a number or name that is taken.
    void add(const Message &prototype);

    [[nodiscard]] const RecordType *byName(std::string_view name) const;
    [[nodiscard]] const RecordType *byNumber(std::uint32_t number) const;
    [[nodiscard]] const std::vector<std::unique_ptr<RecordType>> &all() const { return m_types; }

private:
    std::vector<std::unique_ptr<RecordType>> m_types;
};

} // namespace record
