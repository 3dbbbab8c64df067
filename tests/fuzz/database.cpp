// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace fuzz {

namespace {

/// A folder in memory where there is one, gone at exit.
class Folder {
public:
    Folder()
    {
        const auto where = std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
        m_path = where / ("cadre-fuzz-" + std::to_string(getpid()));
        std::filesystem::create_directories(m_path);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;

    [[nodiscard]] std::string file() const { return m_path / "device.db"; }

private:
    std::filesystem::path m_path;
};

const Folder &folder()
{
    static const Folder folder;
    return folder;
}

void removeFile()
{
    for (const auto *ending : { "", "-wal", "-shm", "-journal" }) {
        std::error_code ignored;
        std::filesystem::remove(folder().file() + ending, ignored);
    }
}

const std::string &soundFile()
{
    static const std::string bytes = [] {
        removeFile();
        DeviceWorld::writeCopy(folder().file());
        std::ifstream stream(folder().file(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    }();
    return bytes;
}

/// The input is patches: four bytes of place, one of length, then what stands there instead. A
/// patch of no length cuts the file off at its place.
std::string damaged(std::string_view input)
{
    auto bytes = soundFile();
    while (input.size() >= 5) {
        std::size_t place = 0;
        for (int i = 0; i < 4; ++i) {
            place = place << 8 | static_cast<unsigned char>(input[static_cast<std::size_t>(i)]);
        }
        const auto length = std::min<std::size_t>(static_cast<unsigned char>(input[4]), input.size() - 5);
        place %= std::max<std::size_t>(bytes.size(), 1);
        if (length == 0) {
            bytes.resize(place);
        } else {
            bytes.replace(place, std::min(length, bytes.size() - place), input.substr(5, length));
        }
        input.remove_prefix(5 + length);
    }
    return bytes;
}

void run(std::string_view input)
{
    const auto bytes = damaged(input);
    removeFile();
    std::ofstream(folder().file(), std::ios::binary) << bytes;
    try {
        DeviceWorld world(folder().file());
        world.look();
    } catch (const store::Error &) {
    }
}

std::vector<std::string> seeds()
{
    std::vector<std::string> seeds;
    // One patch in each page, one in the header, one that cuts the file.
    for (std::size_t page = 0; page < std::min<std::size_t>(soundFile().size() / 4096, 20); ++page) {
        const auto place = page * 4096 + 8;
        seeds.push_back(
            std::string { '\0', '\0', static_cast<char>(place >> 8), static_cast<char>(place), '\2', 'x', 'y' });
    }
    seeds.push_back(std::string { '\0', '\0', '\0', '\x12', '\1', '\7' });
    seeds.push_back(std::string { '\0', '\0', '\x20', '\0', '\0' });
    return seeds;
}

} // namespace

const Target database { "database", nullptr, &run, &seeds };

} // namespace fuzz
