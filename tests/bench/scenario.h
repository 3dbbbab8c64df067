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
    std::uint64_t bytes = 0;
    double peakRssMiB = 0;
};

struct Settings {
    std::string programs; ///< Directory below which cadred and cadrectl are found.
    unsigned records = 20'000;
    int rounds = 5;
};

/// Check-ins into an empty device from a real cadred over loopback TLS, in one `cadrectl sync`.
[[nodiscard]] Outcome firstSync(const Settings &settings);
/// Check-ins that a mentor saved without internet, at most a thousand over ten pairs, to a real
/// cadred over loopback TLS, in one `cadrectl sync`.
[[nodiscard]] Outcome push(const Settings &settings);

[[nodiscard]] double median(std::vector<double> values);

} // namespace bench
