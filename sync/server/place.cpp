// SPDX-License-Identifier: Apache-2.0
#include "sync/server/place.h"

#include "sync/record/clock.h"
#include "sync/server/secrets.h"
#include "sync/store/database.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace server {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> read(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return {};
    }
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::string line(const std::string &text)
{
    return text.substr(0, text.find_first_of("\r\n"));
}

} // namespace

void writeWhole(const std::string &path, const std::string &content, unsigned mode)
{
    const std::string temporary = path + ".new";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    const bool written = file >= 0
        && ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size()) && ::fsync(file) == 0;
    if (file >= 0) {
        ::close(file);
    }
    if (!written || ::rename(temporary.c_str(), path.c_str()) != 0) {
        throw store::Error(
            store::Fault::Unreadable,
            fmt::format("The file {} could not be written. Look at the rights of its directory and at the room left.",
                        path));
    }
}

Place Place::parse(const std::string &store)
{
    if (store.rfind("postgresql://", 0) == 0 || store.rfind("postgres://", 0) == 0) {
        throw WrongUse("This version keeps its store in SQLite. Name a file with --store sqlite:PATH.");
    }
    if (store.rfind("sqlite:", 0) != 0 || store.size() == 7) {
        throw WrongUse("A store is named as sqlite:PATH, such as --store sqlite:/var/lib/cadred/cadred.sqlite.");
    }
    std::error_code error;
    const fs::path file = fs::absolute(store.substr(7), error);
    if (error || !file.has_filename() || fs::is_directory(file, error)) {
        throw WrongUse("A store is a file, not a directory. Name one with --store sqlite:PATH.");
    }
    const fs::path directory = file.parent_path() / (file.stem().string() + ".cadred");
    return { file.string(), directory.string() };
}

std::string Place::standard()
{
    const char *data = std::getenv("XDG_DATA_HOME");
    const char *home = std::getenv("HOME");
    const fs::path base =
        data != nullptr && *data == '/' ? fs::path(data) : fs::path(home == nullptr ? "." : home) / ".local/share";
    return "sqlite:" + (base / "cadred" / "cadred.sqlite").string();
}

std::string Place::secret() const
{
    const std::string path = directory + "/admin.secret";
    if (const auto known = read(path); known && !line(*known).empty()) {
        return line(*known);
    }
    std::array<std::uint8_t, 32> random {};
    record::systemEntropy()(random.data(), random.size());
    const std::string secret = tokenText({ reinterpret_cast<const char *>(random.data()), random.size() });
    writeWhole(path, secret + "\n", 0600);
    return secret;
}

void Place::writeAddress(const Address &address) const
{
    writeWhole(directory + "/server.address", address.url + "\n" + address.pin + "\n", 0644);
}

void Place::removeAddress() const
{
    std::error_code error;
    fs::remove(directory + "/server.address", error);
}

std::optional<Place::Address> Place::address() const
{
    const auto content = read(directory + "/server.address");
    if (!content || line(*content).empty()) {
        return {};
    }
    const auto end = content->find('\n');
    return Address { line(*content), end == std::string::npos ? std::string() : line(content->substr(end + 1)) };
}

} // namespace server
