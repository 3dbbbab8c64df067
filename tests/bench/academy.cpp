// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>
#include <thread>

namespace bench {

namespace {

std::string contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

} // namespace

TemporaryDirectory::TemporaryDirectory()
{
    auto pattern = (std::filesystem::temp_directory_path() / "cadre-bench-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error("No temporary directory could be made.");
    m_path = pattern;
}

TemporaryDirectory::~TemporaryDirectory()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Academy::Academy(const std::string &programs, unsigned checkIns, const std::vector<std::string> &serving)
    : m_cadred(findProgram(programs, "cadred"))
    , m_cadrectl(findProgram(programs, "cadrectl"))
{
    (void)run(admin({ "seed", "--size", "small", "--check-ins", std::to_string(checkIns), "--json" }));
    const auto portFile = m_directory.path() + "/port";
    const auto log = m_directory.path() + "/server.log";
    std::vector<std::string> words { "serve", "--listen", "127.0.0.1:0", "--port-file", portFile };
    words.insert(words.end(), serving.begin(), serving.end());
    m_server = std::make_unique<Running>(admin(std::move(words)), log);
    for (int tries = 0; contentOf(portFile).empty(); ++tries) {
        if (m_server->hasEnded() || tries > 3000)
            throw std::runtime_error(fmt::format("cadred did not come up: {}", contentOf(log)));
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    m_url = fmt::format("https://127.0.0.1:{}", std::stoi(contentOf(portFile)));
    const auto told = contentOf(log);
    std::smatch pin;
    if (std::regex_search(told, pin, std::regex("sha256/[A-Za-z0-9+/=]{40,}")))
        m_pin = pin.str();
}

std::vector<std::string> Academy::admin(std::vector<std::string> words) const
{
    words.insert(words.begin(), m_cadred);
    words.insert(words.end(), { "--store", "sqlite:" + storePath() });
    return words;
}

std::string Academy::emptyDevice(const std::string &login)
{
    auto directory = newDirectory();
    (void)device(directory, { "enroll", "--server", m_url, "--invite", inviteFor(login), "--pin", m_pin });
    return directory;
}

std::string Academy::newDirectory()
{
    return fmt::format("{}/device-{}", m_directory.path(), ++m_devices);
}

std::string Academy::inviteFor(const std::string &login) const
{
    return valueIn(run(admin({ "account", "invite", login, "--json" })).output, "invite");
}

Finished Academy::device(const std::string &directory, const std::vector<std::string> &words) const
{
    std::vector<std::string> command { m_cadrectl, "--data", directory };
    command.insert(command.end(), words.begin(), words.end());
    return run(command);
}

} // namespace bench
