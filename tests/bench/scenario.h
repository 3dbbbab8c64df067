// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// One scenario's outcome: ours and the limit measured in the same run, medians.
struct Outcome {
    std::string scenario;
    std::uint64_t records = 0;
    double seconds = 0;
    double limitSeconds = 0;
    double bareLimitSeconds = 0; ///< Of the rows alone; where the limit is more than that, else 0.
    std::uint64_t bytes = 0;
    double peakRssMiB = 0;
};

struct Settings {
    std::string programs; ///< Directory below which cadred and cadrectl are found.
    unsigned records = 0; ///< 0: what the scenario usually takes.
    unsigned devices = 100;
    int rounds = 5;
};

/// Check-ins into an empty device from a real cadred over loopback TLS, in one `cadrectl sync`.
[[nodiscard]] Outcome firstSync(const Settings &settings);
/// Check-ins that a mentor saved without internet, over ten pairs, to a real cadred over loopback
/// TLS, in one `cadrectl sync`. The limit is pushPlain(): beside the rows, what any server does that keeps
/// signed changes for others and acknowledges them. The bare limit is the rows alone.
[[nodiscard]] Outcome push(const Settings &settings);
/// A hundred edits of one field each by another device, over ten pairs, into a device that has so many
/// check-ins: its store is opened and one round run over a TLS connection that stands. Bytes are those
/// of HTTP both ways, headers included.
[[nodiscard]] Outcome delta(const Settings &settings);
/// So many edits on a device, each of a field that another device edited meanwhile: pushed, merged by
/// the server, pulled and merged by the device, in one round over a TLS connection that stands.
[[nodiscard]] Outcome merge(const Settings &settings);
/// Saving check-ins on a device one by one, each durable; beside inserting the same rows so.
[[nodiscard]] Outcome save(const Settings &settings);
/// Fifty check-ins from each of so many devices, all at once, until the server has acknowledged every
/// one; beside one transaction for each device. Memory is the server's.
[[nodiscard]] Outcome fanIn(const Settings &settings);
/// A first sync of a thousand check-ins by so many devices, all at once; each must hold what the server
/// holds. One run; the limit is that of one device times their number. Memory is the server's.
[[nodiscard]] Outcome crowd(const Settings &settings);

/// The longest wait for first results while a person types letter by letter, on a device with so many check-ins and a
/// note beside each, its store just opened. The limit is what the interface promises; the bare limit a full-text table
/// of SQLite's with the notes alone, asked the same.
[[nodiscard]] Outcome search(const Settings &settings);

/// From the start of the app on a device with so many check-ins to the first frame that shows all of its page; the
/// limit is an empty window's first frame on the same platform. It is meant to be up to 1.5 times that, and below 0.4
/// s.
[[nodiscard]] Outcome open(const Settings &settings);

[[nodiscard]] double median(std::vector<double> values);

} // namespace bench
