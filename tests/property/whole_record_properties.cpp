// SPDX-License-Identifier: Apache-2.0
#include "sync/record/type.h"
#include "sync/store/record_values.h"
#include "sync/store/whole_record.h"
#include "tests/property/history.h"

namespace property {

namespace {

namespace wire = cadre::sync::v1;

/// Mostly what a form that opened a new record saves; now and then something else.
wire::Op anyOp(const record::RecordType &type)
{
    const auto &descriptor = type.descriptor();
    const auto at = *rc::gen::inRange(-1, descriptor.field_count());
    const auto *field = at < 0 ? nullptr : descriptor.field(at);
    const bool usual = *rc::gen::weightedElement<bool>({ { 9, true }, { 1, false } });
    wire::Op op;
    op.set_field(field == nullptr ? 0 : static_cast<std::uint32_t>(field->number()));
    if (usual) {
        op.set_kind(field == nullptr ? wire::OP_KIND_LIFE : store::setKindOf(field));
        op.set_wire_type(field == nullptr ? 0 : store::wireTypeOf(*field));
        op.set_value(field == nullptr ? std::string(1, '\1') : *rc::gen::element<std::string>("a", "b", "c"));
        return op;
    }
    op.set_kind(static_cast<std::uint32_t>(*rc::gen::inRange(0, 10)));
    op.set_wire_type(static_cast<std::uint32_t>(*rc::gen::inRange(0, 3)));
    op.set_value(*rc::gen::element<std::string>("", "a", std::string(1, '\0')));
    if (*rc::gen::arbitrary<bool>()) {
        op.set_base("a");
    } else if (*rc::gen::arbitrary<bool>()) {
        merge::Context seen;
        seen.add(merge::Dot { siteNumber(1), 1 });
        *op.mutable_context() = seen.toProto();
    }
    return op;
}

} // namespace

bool checkWholeRecords()
{
    const auto catalogue = record::Catalogue::ofAcademy();
    const auto *type = catalogue.byName("CheckIn");
    return rc::check("a record that one edit makes is what merging the edit into nothing gives", [&] {
        wire::RecordEdit edit;
        edit.set_type(type->number());
        edit.set_record(siteNumber(0).raw());
        const auto count = *rc::gen::inRange(1, 8);
        for (int i = 0; i < count; ++i) {
            *edit.add_ops() = anyOp(*type);
        }
        merge::Change change;
        change.dot = { siteNumber(2), 7 };
        change.author = siteNumber(1);
        change.header.set_hybrid_time(5);
        merge::RecordState state;
        const bool conflicted = merge::mergeEdit(state, edit, change);
        const auto message = store::messageMadeBy(edit, *type);
        RC_CLASSIFY(message.has_value());
        if (message) {
            RC_ASSERT(!conflicted && merge::isAlive(state));
            RC_ASSERT(store::isOfOneChange(state, *type));
            RC_ASSERT(store::joinValues(state) == *message);
        }
    });
}

} // namespace property
