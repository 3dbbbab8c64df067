// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/budget.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

namespace merge {

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;

constexpr int deepest = 16;

bool count(google::protobuf::io::CodedInputStream &input, const Descriptor &type, int depth, std::size_t &left)
{
    while (const auto tag = input.ReadTag()) {
        const auto *field = type.FindFieldByNumber(WireFormatLite::GetTagFieldNumber(tag));
        if (field == nullptr || field->is_repeated() || field->type() == FieldDescriptor::TYPE_MESSAGE) {
            if (left == 0) {
                return false;
            }
            --left;
        }
        const bool isMessage = field != nullptr && field->type() == FieldDescriptor::TYPE_MESSAGE
            && WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
        if (!isMessage) {
            if (!WireFormatLite::SkipField(&input, tag)) {
                return false;
            }
            continue;
        }
        int size = 0;
        if (depth == deepest || !input.ReadVarintSizeAsInt(&size) || size > input.BytesUntilLimit()) {
            return false;
        }
        const auto outer = input.PushLimit(size);
        if (!count(input, *field->message_type(), depth + 1, left)) {
            return false;
        }
        input.PopLimit(outer);
    }
    return input.ConsumedEntireMessage();
}

} // namespace

bool isWithin(std::string_view bytes, const Descriptor &type, std::size_t &left)
{
    google::protobuf::io::CodedInputStream input(reinterpret_cast<const std::uint8_t *>(bytes.data()),
                                                 static_cast<int>(bytes.size()));
    (void)input.PushLimit(static_cast<int>(bytes.size()));
    return count(input, type, 1, left);
}

} // namespace merge
