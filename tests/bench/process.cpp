// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/process.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

namespace {

pid_t start(const std::vector<std::string> &command, int output, int errors = STDERR_FILENO)
{
    std::vector<char *> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0)
        throw std::runtime_error("No process could be started.");
    if (child == 0) {
        dup2(output, STDOUT_FILENO);
        dup2(errors, STDERR_FILENO);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    return child;
}

std::string readAll(int file)
{
    std::string text;
    char block[65536];
    for (ssize_t count; (count = read(file, block, sizeof block)) > 0;)
        text.append(block, static_cast<std::size_t>(count));
    return text;
}

} // namespace

Finished run(const std::vector<std::string> &command)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw std::runtime_error("No pipe could be made.");
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = start(command, ends[1]);
    close(ends[1]);
    Finished finished { readAll(ends[0]) };
    close(ends[0]);
    int status = 0;
    rusage usage {};
    wait4(child, &status, 0, &usage);
    finished.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    finished.peakRssMiB = static_cast<double>(usage.ru_maxrss) / 1024; // Linux counts KiB
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(fmt::format("{} did not end well.", fmt::join(command, " ")));
    return finished;
}

Running::Running(const std::vector<std::string> &command, const std::string &logFile)
{
    const int log = open(logFile.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    if (log < 0)
        throw std::runtime_error(fmt::format("{} can't be written.", logFile));
    m_pid = start(command, log, log);
    close(log);
}

Running::~Running()
{
    if (hasEnded())
        return;
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
}

bool Running::hasEnded()
{
    if (m_pid > 0 && waitpid(m_pid, nullptr, WNOHANG) == m_pid)
        m_pid = 0;
    return m_pid == 0;
}

double Running::peakRssMiB() const
{
    std::ifstream status(fmt::format("/proc/{}/status", m_pid));
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024; // Linux counts KiB
    }
    return 0;
}

double ownPeakRssMiB()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::string findProgram(const std::string &directory, const std::string &name)
{
    for (const auto &entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (entry.path().filename() == name && entry.is_regular_file() && access(entry.path().c_str(), X_OK) == 0)
            return entry.path();
    }
    throw std::runtime_error(
        fmt::format("There is no program {} below {}; build it, or name its place with --bin.", name, directory));
}

std::string valueIn(const std::string &json, const std::string &key)
{
    const auto found = json.find(fmt::format("\"{}\":", key));
    if (found == std::string::npos)
        return {};
    const auto begin = json.find_first_not_of(" \"", found + key.size() + 3);
    return json.substr(begin, json.find_first_of("\",}", begin) - begin);
}

} // namespace bench
