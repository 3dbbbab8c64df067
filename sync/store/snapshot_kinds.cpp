// SPDX-License-Identifier: Apache-2.0
#include "sync/store/snapshot_kinds.h"

#include "sync/record/plant.h"
#include "sync/store/database.h"
#include "sync/store/record_values.h"
#include "sync/store/wire_reader.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"

namespace store {

namespace {

namespace wire = cadre::sync::v1;

/// What follows the tag of the value that the reader stands at.
std::string valueBytes(const WireReader &reader)
{
    std::string bytes;
    switch (reader.wireType()) {
    case WireReader::withLength:
        return std::string(reader.bytes);
    case WireReader::varint:
        appendVarint(bytes, reader.number);
        return bytes;
    default:
        for (unsigned i = 0; i < (reader.wireType() == WireReader::fixed64 ? 8 : 4); ++i) {
            bytes += static_cast<char>(reader.number >> (8 * i) & 0xff);
        }
        return bytes;
    }
}

} // namespace

std::string SnapshotKinds::describe(const record::RecordType &type)
{
    cadre::sync::v1alpha::SnapshotType described;
    for (int i = 0; i < type.descriptor().field_count(); ++i) {
        const auto *field = type.descriptor().field(i);
        const auto kind = setKindOf(field);
        if (kind != wire::OP_KIND_SET && !(CADRE_PLANT("snapshot_calls_sets_registers") && kind == wire::OP_KIND_ADD)) {
            auto &added = *described.add_fields();
            added.set_field(static_cast<std::uint32_t>(field->number()));
            added.set_kind(kind);
        }
    }
    if (described.fields().empty()) {
        return {};
    }
    described.set_type(type.number());
    return described.SerializeAsString();
}

void SnapshotKinds::add(std::string_view described)
{
    cadre::sync::v1alpha::SnapshotType type;
    if (!type.ParseFromArray(described.data(), static_cast<int>(described.size()))) {
        throw Invalid("A part of the snapshot does not read as records. It was not used.");
    }
    for (const auto &field : type.fields()) {
        m_kinds[type.type()][field.field()] = field.kind();
    }
}

merge::RecordState SnapshotKinds::stateOf(std::uint32_t type, std::string_view message,
                                          const merge::Sibling &made) const
{
    static const std::map<std::uint32_t, std::uint32_t> registers;
    const auto described = m_kinds.find(type);
    const auto &kinds = described == m_kinds.end() ? registers : described->second;
    merge::RecordState state;
    const auto add = [&](std::uint32_t number, std::uint32_t kind, std::uint32_t wireType, std::string value) {
        const bool sameField = !state.fields().empty() && state.fields().rbegin()->field() == number;
        auto &field = sameField ? *state.mutable_fields()->rbegin() : *state.add_fields();
        field.set_field(number);
        auto &sibling = *field.add_siblings();
        sibling = made;
        sibling.set_kind(kind);
        sibling.set_wire_type(wireType);
        sibling.set_value(std::move(value));
    };
    add(0, wire::OP_KIND_LIFE, WireReader::varint, std::string(1, '\1'));
    WireReader reader(message);
    while (reader.next()) {
        const auto kind = kinds.find(reader.field());
        add(reader.field(), kind == kinds.end() ? std::uint32_t { wire::OP_KIND_SET } : kind->second, reader.wireType(),
            valueBytes(reader));
    }
    return state;
}

} // namespace store
