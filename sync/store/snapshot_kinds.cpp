// SPDX-License-Identifier: Apache-2.0
#include "sync/store/snapshot_kinds.h"

#include "sync/record/plant.h"
#include "sync/store/database.h"
#include "sync/store/record_values.h"
#include "sync/store/wire_reader.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"

#include <algorithm>

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

/// The elements of a packed field, each as if it stood alone.
std::vector<std::string> unpacked(std::string_view packed, std::uint32_t element)
{
    std::vector<std::string> values;
    while (!packed.empty()) {
        std::size_t size = element == WireReader::fixed64 ? 8 : element == WireReader::fixed32 ? 4 : 1;
        while (element == WireReader::varint && size < packed.size()
               && (static_cast<unsigned char>(packed[size - 1]) & 0x80) != 0) {
            ++size;
        }
        values.emplace_back(packed.substr(0, size));
        packed.remove_prefix(std::min(size, packed.size()));
    }
    return values;
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
            added.set_packs(field->is_packable());
            added.set_element(field->is_packable() ? wireTypeOf(*field) : 0);
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
        const auto element = field.packs() ? std::optional(field.element()) : std::nullopt;
        m_types[type.type()][field.field()] = { field.kind(), element };
    }
}

bool SnapshotKinds::goBeyond(const record::RecordType &type) const
{
    const auto described = m_types.find(type.number());
    return described != m_types.end()
        && std::any_of(described->second.begin(), described->second.end(), [&](const auto &field) {
               return type.descriptor().FindFieldByNumber(static_cast<int>(field.first)) == nullptr;
           });
}

merge::RecordState SnapshotKinds::stateOf(std::uint32_t type, std::string_view message,
                                          const merge::Sibling &made) const
{
    static const Fields registers;
    const auto described = m_types.find(type);
    const auto &fields = described == m_types.end() ? registers : described->second;
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
        const auto known = fields.find(reader.field());
        const auto field = known == fields.end() ? Field { wire::OP_KIND_SET, {} } : known->second;
        if (field.element && reader.wireType() == WireReader::withLength) {
            for (auto &value : unpacked(reader.bytes, *field.element)) {
                add(reader.field(), field.kind, *field.element, std::move(value));
            }
        } else {
            add(reader.field(), field.kind, reader.wireType(), valueBytes(reader));
        }
    }
    return state;
}

} // namespace store
