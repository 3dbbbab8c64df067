// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

struct Finished {
    std::string output;
    double seconds = 0;
    double peakRssMiB = 0;
};

/// Runs a program to its end. Throws std::runtime_error when it does not end with 0.
[[nodiscard]] Finished run(const std::vector<std::string> &command);

/// The most memory that this program has had so far.
[[nodiscard]] double ownPeakRssMiB();

/// A program that runs until destruction, which asks it to end and waits.
class Running {
public:
    Running(const std::vector<std::string> &command, const std::string &logFile);
    ~Running();
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    [[nodiscard]] bool hasEnded();
    /// The most memory that it has had so far.
    [[nodiscard]] double peakRssMiB() const;

private:
    pid_t m_pid;
};

/// A program of that name below a directory. Throws std::runtime_error when there is none.
[[nodiscard]] std::string findProgram(const std::string &directory, const std::string &name);

/// The value of a key in one line of JSON, as text without quotes; empty when it has none.
[[nodiscard]] std::string valueIn(const std::string &json, const std::string &key);

} // namespace bench
