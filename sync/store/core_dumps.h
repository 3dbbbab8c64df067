// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace store {

/// A crash of this program leaves no copy of its memory: no file, and nothing for a program that gathers dumps. What is
/// sealed on the disk lies open in memory, and a dump would be on the disk. Inherited by what it starts. First in
/// main().
void leaveNoCoreDump();

/// The same, and no other program of this user looks into its memory, or at what it has open. On Linux; elsewhere only
/// the first. Not for a program of the desktop: its portals ask who calls by looking there, and refuse what they can't
/// look at. Ends with the process, and is not inherited.
void hideMemory();

} // namespace store
