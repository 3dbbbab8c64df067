// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/seen.h"

namespace merge {

namespace {

void add(const cadre::sync::v1::RecordEdit &edit, Context &seen)
{
    for (const auto &op : edit.ops()) {
        if (!op.context().sites().empty()) {
            seen.add(Context::fromProto(op.context()));
        }
    }
}

} // namespace

Context seenBy(const Change &change)
{
    Context seen;
    for (const auto &edit : change.edits) {
        add(edit, seen);
    }
    return seen;
}

Context seenInBody(const std::string &body)
{
    Context seen;
    cadre::sync::v1::Body read;
    cadre::sync::v1::RecordEdit edit;
    (void)read.ParseFromString(body);
    for (const auto &part : read.parts()) {
        (void)edit.ParseFromString(part.content());
        add(edit, seen);
    }
    return seen;
}

void retell(cadre::sync::v1::RecordEdit &edit, const std::function<void(Context &)> &telling)
{
    for (auto &op : *edit.mutable_ops()) {
        auto context = Context::fromProto(op.context());
        telling(context);
        *op.mutable_context() = context.toProto();
    }
}

} // namespace merge
