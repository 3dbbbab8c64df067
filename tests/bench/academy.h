// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/process.h"

#include <memory>
#include <string>
#include <vector>

namespace bench {

/// A directory that is removed with all it holds.
class TemporaryDirectory {
public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory &) = delete;
    TemporaryDirectory &operator=(const TemporaryDirectory &) = delete;
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

/// A real cadred with that many check-ins, serving TLS on loopback.
class Academy {
public:
    /// Programs are found below `programs`; `serving` is more of the command line of `serve`. Throws
    /// std::runtime_error when it does not come up.
    Academy(const std::string &programs, unsigned checkIns, const std::vector<std::string> &serving = {});

    /// A directory with a device of the account, enrolled and empty.
    [[nodiscard]] std::string emptyDevice(const std::string &login);
    /// A directory for a device that is not enrolled yet.
    [[nodiscard]] std::string newDirectory();
    [[nodiscard]] std::string inviteFor(const std::string &login) const;
    [[nodiscard]] const std::string &url() const { return m_url; }
    /// The server's store.
    [[nodiscard]] std::string storePath() const { return m_directory.path() + "/academy.db"; }
    [[nodiscard]] double serverPeakRssMiB() const { return m_server->peakRssMiB(); }
    /// Runs an administrative command of cadred on the store.
    [[nodiscard]] Finished administer(const std::vector<std::string> &words) const { return run(admin(words)); }
    /// Runs cadrectl on a device.
    [[nodiscard]] Finished device(const std::string &directory, const std::vector<std::string> &words) const;

private:
    [[nodiscard]] std::vector<std::string> admin(std::vector<std::string> words) const;

    TemporaryDirectory m_directory;
    std::string m_cadred;
    std::string m_cadrectl;
    std::string m_url;
    std::string m_pin;
    std::unique_ptr<Running> m_server;
    int m_devices = 0;
};

} // namespace bench
