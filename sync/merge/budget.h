// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>

#include <cstddef>
#include <string_view>

namespace merge {

/// Takes from `left` one for each message, element and unknown field that the encoded message holds;
/// false when there are more. Counted on the bytes: two of them can ask for an object of a hundred,
/// and this is before any is made. False as well for bytes that can't be read and for messages more
/// than sixteen deep.
[[nodiscard]] bool isWithin(std::string_view bytes, const google::protobuf::Descriptor &type, std::size_t &left);

} // namespace merge
