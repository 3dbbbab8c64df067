// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace store {

/// Seals a device's store that was begun without a passphrase: the file is written anew, sealed, beside the old one;
/// the key file under its name is the point from which the new one counts; then the old one's bytes are overwritten and
/// it is replaced. Killed anywhere, the directory opens as the one or the other, whole. What the file system had freed
/// before, or keeps of its own accord (copies, snapshots, a flash drive's spare cells), is beyond it.
///
/// Holds the directory meanwhile. Needs room for the file once more. `step` is called between the steps, for tests.
/// Throws Error{NotOurs} when it is sealed already or there is no store, and what DirectoryLock, SealKeys and Database
/// throw; the old store is as it was then.
void sealInPlace(const std::string &directory, const std::string &passphrase, const std::function<void()> &step = {});

/// Brings a sealing to its end that was cut off, or takes back what it left: done each time that a directory is opened,
/// by whoever holds its lock. Throws Error{Unreadable} when it can't.
void finishSealing(const std::string &directory);

} // namespace store
