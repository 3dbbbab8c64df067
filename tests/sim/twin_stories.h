// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/story.h"

namespace sim {

/// Two devices of one site go on; the later one is given a name of its own.
void isCopied(Story &story, std::uint32_t one);
/// What waits on a device is copied with it, when its chain has already gone on in another way.
void isCopiedWithItsWork(Story &story, std::uint32_t one);
/// A copy has sent what the device, to which the place comes anew, writes under the same name.
void meetsItsTwin(Story &story, std::uint32_t one);
/// The server's disk is replaced by an older one after a device has sent its work, and a copy, or others, go on.
void isRestored(Story &story, std::uint32_t one, std::uint32_t other);
/// Somebody has seen a change whose name means another one since the server's disk was replaced: a copy of
/// its author's device has written that.
void hasSeenATwin(Story &story, std::uint32_t one, std::uint32_t other);

} // namespace sim
